import type { ItemDetails } from '../../../shared/domain/case-draft.ts'
import {
  Line,
  isCalendarDate,
  OptionalDate,
  OptionalMoment,
  Paragraphs,
} from '../../../shared/domain/schema-pieces.ts'

/** The fields of the details form, flat, as text. */
export const itemFields = [
  'name',
  'kind',
  'form',
  'copies',
  'source',
  'formedOn',
  'purpose',
  'collected.by',
  'collected.at',
  'collected.how',
  'collected.with',
  'secrecy',
  'remarks',
] as const
export type ItemField = (typeof itemFields)[number]

/** What a field holds; blank text when there is nothing. */
export function fieldText(details: ItemDetails, field: ItemField): string {
  if (field.startsWith('collected.')) return details.collected?.[collectedKey(field)] ?? ''
  const value = details[field as Exclude<keyof ItemDetails, 'collected'>]
  return value === undefined ? '' : String(value)
}

/** The details with one field changed. Optional ones that become blank are left out, as in `case.json`. */
export function withField(details: ItemDetails, field: ItemField, text: string): ItemDetails {
  switch (field) {
    case 'copies':
      return { ...details, copies: copiesOf(text) ?? details.copies }
    case 'formedOn':
    case 'remarks': {
      const { [field]: _, ...rest } = details
      return text === '' ? rest : { ...rest, [field]: text }
    }
    case 'collected.by':
    case 'collected.at':
    case 'collected.how':
    case 'collected.with': {
      const { collected, ...rest } = details
      const { [collectedKey(field)]: _, ...others } = collected ?? {}
      const next = text === '' ? others : { ...others, [collectedKey(field)]: text }
      return Object.keys(next).length === 0 ? rest : { ...rest, collected: next }
    }
    default:
      return { ...details, [field]: text }
  }
}

/** The details with all fields that were touched, and no other one, changed. */
export function withFields(details: ItemDetails, touched: ReadonlyMap<ItemField, string>): ItemDetails {
  return [...touched].reduce((changed, [field, text]) => withField(changed, field, text), details)
}

/** What several items hold in a field: one text, or undefined when they differ. */
export function sharedText(all: readonly ItemDetails[], field: ItemField): string | undefined {
  const [first, ...others] = all.map((details) => fieldText(details, field))
  return others.every((text) => text === first) ? first : undefined
}

/** What is wrong with the text of a field, as a word of `evidence.wrong`. */
export type FieldProblem = 'line' | 'too-long' | 'paragraphs' | 'date' | 'moment' | 'copies'

const schemas = {
  purpose: Paragraphs,
  formedOn: OptionalDate,
  'collected.at': OptionalMoment,
} as const

/** Judges a field by the schema of `case.json`. */
export function problemOf(field: ItemField, text: string): FieldProblem | undefined {
  if (field === 'copies') return copiesOf(text) === undefined ? 'copies' : undefined
  const schema = field in schemas ? schemas[field as keyof typeof schemas] : Line
  const issue = schema.safeParse(text).error?.issues[0]
  if (!issue) return undefined
  if (issue.code === 'too_big') return 'too-long'
  if (field === 'formedOn') return 'date'
  if (field === 'collected.at') return 'moment'
  return field === 'purpose' ? 'paragraphs' : 'line'
}

/** A date or moment as people type it in the form of `case.json`; anything else stays as it is. */
export function tidied(field: ItemField, text: string): string {
  if (field !== 'formedOn' && field !== 'collected.at') return text
  const plain = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})[:时](\d{1,2})分?)?$/.exec(
      plain,
    )
  if (!match) return plain
  const two = (part: string) => part.padStart(2, '0')
  const [, year = '', month = '', day = '', hour, minute] = match
  const date = `${year}-${two(month)}-${two(day)}`
  if (!isCalendarDate(date)) return plain
  if (hour === undefined || minute === undefined) return date
  return field === 'collected.at' ? `${date} ${two(hour)}:${two(minute)}` : plain
}

function copiesOf(text: string): number | undefined {
  const copies = Number(text)
  return /^\s*\d+\s*$/.test(text) && copies >= 1 && copies <= 999 ? copies : undefined
}

function collectedKey(field: ItemField): 'by' | 'at' | 'how' | 'with' {
  return field.slice('collected.'.length) as 'by' | 'at' | 'how' | 'with'
}
