import { draftOfRecord, type CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import type { Item } from '../../../src/renderer/register/register.ts'
import { aCase, anItem, takenIn } from '../../builders/cases.ts'

/** The draft of a case that a bundle can be built from, without its items. */
export function aDraft(changes: Record<string, unknown> = {}): CaseDraft {
  let id = 0
  return draftOfRecord(aCase(changes), () => `g${(id += 1)}`).draft
}

/** An item of the first group of `aDraft` with everything it needs. */
export function aStoredItem(changes: Partial<Item> = {}): Item {
  const { file, ...details } = anItem() as { file: string } & Item['details']
  return {
    id: 'item',
    caseId: 'case',
    groupId: 'g1',
    rank: 'a0',
    contentId: 'content',
    details: { ...details, copies: 1, secrecy: 'none' },
    original: takenIn(file),
    takenInAt: '2026-11-22T06:00:00Z',
    trashed: false,
    rotation: 0,
    ...changes,
  }
}
