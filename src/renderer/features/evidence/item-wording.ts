import { isHandedIn } from '../../../shared/domain/evidence-item.ts'
import { isJudgedOfItem } from '../../../shared/domain/wording-guard.ts'
import type { LawBook } from '../../../shared/law/law-book.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import type { ItemField } from './item-form.ts'

/** True where the wording of a field of these items is looked at, as they are shown now. */
export function judgesWording(
  rows: readonly EvidenceRow[],
  field: ItemField,
  shown: (field: ItemField) => string | undefined,
  law: LawBook,
): boolean {
  if (field !== 'name' && field !== 'purpose' && field !== 'remarks') return false
  const source = shown('source') ?? ''
  const kind = shown('kind') === 'expert-opinion' ? 'expert-opinion' : ''
  return rows.every((row) => isHandedIn(row.group)) && isJudgedOfItem(field, { kind, source }, law)
}
