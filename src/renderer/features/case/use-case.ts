import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { useTrackSaving } from '../../app/save-state.tsx'
import type { Case, Item } from '../../register/register.ts'
import { useLive } from '../../register/use-live.ts'
import { useServices } from '../../services.ts'
import { CaseEditor } from './case-editor.ts'
import { editorFor, letGo } from './editors.ts'

/** A case with its items, live; `undefined` while it is read, `gone` when there is none. */
export function useStoredCase(
  caseId: string,
): { readonly case: Case; readonly items: readonly Item[] } | 'gone' | undefined {
  const stored = useLive(async ({ cases }) => ({ found: await cases.get(caseId) }), [caseId])
  const items = useLive(({ items }) => items.ofCase(caseId), [caseId])
  return useMemo(() => {
    if (!stored) return undefined
    if (!stored.found) return 'gone'
    return items && { case: stored.found, items }
  }, [stored, items])
}

/** The editor of a case, fed with what is stored. */
export function useEditor(stored: Case): CaseEditor {
  const { t } = useTranslation('case')
  const { session, now } = useServices()
  const notify = useNotify()
  const track = useTrackSaving()
  const caseId = stored.id
  // Made once for a case: it outlives the words and callbacks of one rendering.
  const [editor] = useState(() => {
    const cases = {
      get: (id: string) => session.register().cases.get(id),
      edit: async (...edit: Parameters<ReturnType<typeof session.register>['cases']['edit']>) =>
        track(session.register().cases.edit(...edit)),
    }
    const made = editorFor(session, caseId, () => new CaseEditor(cases, caseId, now))
    made.receive(stored)
    return made
  })
  useEffect(() => editor.receive(stored), [editor, stored])
  useEffect(() => {
    const release = session.holdFor(() => editor.settled())
    return () => void letGo(session, caseId, editor).then(release)
  }, [session, caseId, editor])
  useEffect(() => editor.onDeclined(() => notify({ text: t('declined'), kind: 'info' })), [editor, notify, t])
  return editor
}
