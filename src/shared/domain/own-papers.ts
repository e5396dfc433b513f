import type { CaseDraft, GroupDraft } from './case-draft.ts'
import { isHandedIn } from './evidence-item.ts'

/** The draft with a new group at the end of its kind: what is not handed in stays last, so no place before it moves. */
export function withGroup(draft: CaseDraft, group: GroupDraft): CaseDraft {
  if (!isHandedIn(group)) return { ...draft, groups: [...draft.groups, group] }
  const at = draft.groups.findIndex((each) => !isHandedIn(each))
  return { ...draft, groups: draft.groups.toSpliced(at === -1 ? draft.groups.length : at, 0, group) }
}

/** The group for papers that are kept and not handed in, in a draft that has it: the first of that set, else a new one. */
export function withOwnGroup(
  draft: CaseDraft,
  newId: () => string,
): { readonly draft: CaseDraft; readonly groupId: string } {
  const found = draft.groups.find((group) => !isHandedIn(group))
  if (found) return { draft, groupId: found.id }
  const name = draft.documentLanguage === 'zh' ? '告知与往来' : 'Notice and letters'
  const group = { id: newId(), set: 'own' as const, name }
  return { draft: withGroup(draft, group), groupId: group.id }
}
