import { useMemo } from 'react'
import type { GroupDraft } from '../../../shared/domain/case-draft.ts'
import { useSession } from '../../register/use-session.ts'
import type { Case, Item } from '../../register/register.ts'
import { useLive } from '../../register/use-live.ts'
import { type EvidenceRow, evidenceRows, groupsInOrder } from './evidence-rows.ts'

/** The evidence of a case as it is stored now. */
export interface Evidence {
  readonly case: Case
  /** In the order of the bundle. */
  readonly groups: readonly GroupDraft[]
  readonly rows: readonly EvidenceRow[]
  readonly trashed: readonly Item[]
  readonly readOnly: boolean
}

/** Reads the evidence of a case, live; undefined until it is read, `null` when there is no such case. */
export function useEvidence(caseId: string): Evidence | undefined | null {
  const state = useSession()
  const readOnly = state.kind === 'open' && state.readOnly
  const stored = useLive(
    async ({ cases, items }) => {
      const [found, all] = await Promise.all([cases.get(caseId), items.ofCase(caseId)])
      return { found, items: all }
    },
    [caseId],
  )
  return useMemo(() => {
    if (!stored) return undefined
    const { found, items } = stored
    if (!found) return null
    return {
      case: found,
      groups: groupsInOrder(found.draft.groups),
      rows: evidenceRows(found.draft.groups, items),
      trashed: items.filter((item) => item.trashed),
      readOnly: readOnly || found.state === 'trashed',
    }
  }, [stored, readOnly])
}
