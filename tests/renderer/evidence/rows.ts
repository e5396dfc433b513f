import { blankDetails, type GroupDraft, type ItemDetails } from '../../../src/shared/domain/case-draft.ts'
import type { Item } from '../../../src/renderer/register/register.ts'

export const groups: readonly GroupDraft[] = [
  { id: 'facts', set: 'evidence', name: '侵权事实' },
  { id: 'papers', set: 'identity', name: '主体' },
  { id: 'loss', set: 'evidence', name: '损失' },
]

/** An item of a group; content and path follow its id unless told. */
export function anItem(
  id: string,
  groupId: string,
  more: Partial<Item> & { details?: ItemDetails } = {},
): Item {
  return {
    id,
    caseId: 'case',
    groupId,
    rank: id,
    contentId: `content ${id}`,
    details: blankDetails(id),
    original: { path: `${id}.pdf`, bytes: 10, sha256: id, sha512: id, sm3: id, mediaType: 'application/pdf' },
    takenInAt: '2026-11-22T06:00:00Z',
    trashed: false,
    rotation: 0,
    ...more,
  }
}
