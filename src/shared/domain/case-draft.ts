import { caseFolderFormat, CaseRecord } from './case-record.ts'
import type { EvidenceGroup, EvidenceItem } from './evidence-item.ts'

/**
 * A case while it is worked on: what `case.json` holds, without its items. Text is kept as it was typed, also when it is
 * not valid yet; `CaseRecord` judges it.
 */
export type CaseDraft = Omit<CaseRecord, 'format' | 'version' | 'groups'> & {
  readonly groups: readonly GroupDraft[]
}

/** A group without its items; `id` is random and never leaves the register. */
export type GroupDraft = Omit<EvidenceGroup, 'items'> & { readonly id: string }

/** What the table of evidence says of an item; its file and digest stand apart. */
export type ItemDetails = Omit<EvidenceItem, 'file' | 'sha256'>

/** Puts a draft and its items together as `case.json` would hold them. Not judged: see `CaseRecord`. */
export function recordOfDraft(
  draft: CaseDraft,
  itemsOf: (group: GroupDraft) => readonly EvidenceItem[],
): CaseRecord {
  const { groups, ...rest } = draft
  return {
    format: caseFolderFormat,
    version: 1,
    ...rest,
    groups: groups.map((group) => ({ name: group.name, set: group.set, items: [...itemsOf(group)] })),
  }
}

/** The draft of a case and, by the id of their group, its items. The reverse of `recordOfDraft`. */
export function draftOfRecord(
  record: CaseRecord,
  newId: () => string,
): { readonly draft: CaseDraft; readonly items: ReadonlyMap<string, readonly EvidenceItem[]> } {
  const { format: _format, version: _version, groups, ...rest } = record
  const named = groups.map(({ name, set, items }) => ({ group: { id: newId(), set, name }, items }))
  return {
    draft: { ...rest, groups: named.map(({ group }) => group) },
    items: new Map(named.map(({ group, items }) => [group.id, items])),
  }
}

/** Issues of text that is not valid yet may stand in a draft; anything else means a malformed draft. */
const textIssues = new Set(['custom', 'invalid_format', 'too_big', 'too_small'])

/** Throws a TypeError when a draft could not even be completed to a case: a missing key, a wrong type, an unknown key. */
export function assertWellFormedDraft(draft: CaseDraft): void {
  const parsed = CaseRecord.safeParse(recordOfDraft(draft, () => []))
  const malformed = parsed.error?.issues.find((issue) => !textIssues.has(issue.code))
  if (malformed) throw new TypeError(`malformed case draft at ${malformed.path.join('.')}: ${malformed.code}`)
}

/** A draft with nothing filled in. `caseCode` as in `case.json`; `ids` makes random ids. */
export function blankDraft(caseCode: string, documentLanguage: 'zh' | 'en', newId: () => string): CaseDraft {
  return {
    caseCode,
    round: 1,
    documentLanguage,
    notice: { manner: 'written', office: '' },
    suspects: [],
    crimes: [],
    rightHolders: [],
    agents: [],
    rights: [],
    groups: [
      {
        id: newId(),
        set: 'identity',
        name: documentLanguage === 'zh' ? '主体与授权' : 'Identity and authority',
      },
      { id: newId(), set: 'evidence', name: documentLanguage === 'zh' ? '证据材料' : 'Evidence' },
    ],
    bundle: { dividers: 'group', firstPageNumber: 1, discs: 1 },
  }
}

/** Details of an item of which only a name is known. */
export function blankDetails(name: string): ItemDetails {
  return { name, kind: '', source: '', purpose: '', form: '', copies: 1, secrecy: 'none' }
}
