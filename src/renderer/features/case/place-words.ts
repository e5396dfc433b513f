import type { TFunction } from 'i18next'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { windowWords } from '../../../shared/messages/window.ts'
import { fieldKeyOf, stepsOf, valueAt, type CasePath } from './case-path.ts'
import { entriesOf, listLimits, type ListName } from './case-lists.ts'

export type CaseWords = TFunction<'case'>
export type FieldWord = Extract<keyof typeof windowWords.zh.case, `field.${string}`>

/** The label of a field; some depend on the kind of holder, agent or right. */
export function fieldWord(draft: CaseDraft, path: CasePath): FieldWord {
  const [list, index] = stepsOf(path)
  const key = fieldKeyOf(path)
  if (list === 'rights' && typeof index === 'number') {
    const word = rightWords[draft.rights[index]?.kind ?? 'trademark']?.[key]
    if (word) return word
  }
  if (key === 'rightHolders.registrationNumber' && typeof index === 'number') {
    const kind = draft.rightHolders[index]?.kind
    if (kind === 'individual') return 'field.holder.identityNumber'
    if (kind === 'foreign-company' || kind === 'hong-kong-macao-taiwan') return 'field.holder.foreignNumber'
  }
  if (list === 'agents' && typeof index === 'number' && draft.agents[index]?.kind === 'lawyer') {
    if (key === 'agents.licenceNumber') return 'field.agent.licence'
    if (key === 'agents.organisation') return 'field.agent.lawFirm'
  }
  return nearestWord(key)
}

const rightWords: Readonly<Record<string, Readonly<Record<string, FieldWord>>>> = {
  trademark: {
    'rights.name': 'field.right.mark',
    'rights.registrationNumber': 'field.right.markNumber',
  },
  copyright: {
    'rights.name': 'field.right.work',
    'rights.registrationNumber': 'field.right.workNumber',
  },
  patent: {
    'rights.name': 'field.right.invention',
    'rights.registrationNumber': 'field.right.patentNumber',
  },
  'trade-secret': { 'rights.name': 'field.right.secret' },
}

/** The word of the place itself or of what is around it. */
function nearestWord(key: string): FieldWord {
  for (let at = key; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const word = `field.${at}`
    if (isFieldWord(word)) return word
  }
  return 'field.groups'
}

function isFieldWord(word: string): word is FieldWord {
  return Object.hasOwn(windowWords.zh.case, word)
}

/** What an entry is called: `权利人 2 · 示例有限公司`. */
export function entryWords(t: CaseWords, draft: CaseDraft, list: ListName, index: number): string {
  const entry = t(`entry.${list}`, { number: index + 1 })
  const name = entryName(draft, list, index)
  return name === '' ? entry : t('entryNamed', { entry, name })
}

function entryName(draft: CaseDraft, list: ListName, index: number): string {
  switch (list) {
    case 'rightHolders':
      return holderName(draft, index)
    case 'suspects':
    case 'agents':
    case 'rights':
    case 'samples':
      return (entriesOf(draft, list)[index]?.name ?? '').trim()
    case 'authority': {
      const link = entriesOf(draft, list)[index]
      return [link?.grantor, link?.grantee].map((name) => name?.trim() || '…').join(' → ')
    }
    case 'milestones':
      return entriesOf(draft, list)[index]?.on ?? ''
    case 'userDates': {
      const date = entriesOf(draft, list)[index]
      return [date?.on, date?.title].filter(Boolean).join(' ')
    }
    case 'contacts': {
      const contact = entriesOf(draft, list)[index]
      return [contact?.at, contact?.with].filter(Boolean).join(' ')
    }
    case 'obstacles':
      return entriesOf(draft, list)[index]?.on ?? ''
    case 'submissions':
      return entriesOf(draft, list)[index]?.handedOverOn ?? ''
  }
}

/** The name a right holder is known by; empty when it has none yet. */
export function holderName(draft: CaseDraft, index: number): string {
  const holder = draft.rightHolders[index]
  return (holder?.nameZh ?? '').trim() || (holder?.nameEn ?? '').trim()
}

/** Where a finding is, for reading: `承办检察院`, or `权利人 2 · 示例有限公司 › 电话`. */
export function placeWords(t: CaseWords, draft: CaseDraft, path: CasePath): string {
  const field = t(fieldWord(draft, path))
  const [list, index, key] = stepsOf(path)
  if (typeof index !== 'number' || key === undefined || !isListName(list)) return field
  if (valueAt(draft, `${list}[${index}]`) === undefined) return field
  return `${entryWords(t, draft, list, index)} › ${field}`
}

/** True for the lists a person adds to. */
export function isListName(name: unknown): name is ListName {
  return typeof name === 'string' && Object.hasOwn(listLimits, name)
}
