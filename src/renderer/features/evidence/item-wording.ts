import { type EvidenceKind, isHandedIn } from '../../../shared/domain/evidence-item.ts'
import {
  isJudgedItem,
  type ItemOrigin,
  judgedFields,
  ownOpinion,
  type WordingSlip,
} from '../../../shared/domain/wording-guard.ts'
import { evidenceKindName, type LawBook } from '../../../shared/law/law-book.ts'
import type { Language } from '../../../shared/messages/explain.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import type { ItemField } from './item-form.ts'

type Shown = (field: ItemField) => string | undefined

/** The kind that the holder's own view mostly counts as. */
export const kindOfOwnView = 'victim-statement' satisfies EvidenceKind

/** True where the wording of a field of these items is looked at, as they are shown now; `holders`: names of the right holders. */
export function judgesWording(
  rows: readonly EvidenceRow[],
  field: ItemField,
  shown: Shown,
  holders: readonly string[],
  law: LawBook,
): boolean {
  if (!(judgedFields as readonly string[]).includes(field)) return false
  return rows.every((row) => isHandedIn(row.group)) && isJudgedItem(originOf(shown), holders, law)
}

/** What is doubtful in the kind of these items, as they are shown now: an expert opinion that the holder made. */
export function kindSlip(
  rows: readonly EvidenceRow[],
  shown: Shown,
  holders: readonly string[],
  law: LawBook,
  language: Language,
): WordingSlip | undefined {
  if (!rows.every((row) => isHandedIn(row.group))) return undefined
  if (ownOpinion(originOf(shown), holders, law) === undefined) return undefined
  const term = law.wording.terms.find(({ words }) =>
    words.includes(evidenceKindName(law, 'expert-opinion', 'zh')),
  )
  if (!term) return undefined
  const found = evidenceKindName(law, 'expert-opinion', language)
  const instead = evidenceKindName(law, kindOfOwnView, language)
  return { start: 0, end: found.length, found, instead, severity: 'doubtful', why: term.why }
}

function originOf(shown: Shown): ItemOrigin {
  const kind = shown('kind') === 'expert-opinion' ? 'expert-opinion' : ''
  return { kind, name: shown('name') ?? '', source: shown('source') ?? '' }
}
