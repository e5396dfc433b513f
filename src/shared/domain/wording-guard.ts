import { type Finding, finding } from '../contract/finding.ts'
import type { Both } from '../law/law-source.ts'
import type { WordingLaw } from '../law/wording.ts'
import type { CaseRecord } from './case-record.ts'
import { type EvidenceItem, isHandedIn } from './evidence-item.ts'
import { pathText } from './read-case.ts'

/** A place in a text that names statutory evidence; `start` and `end` in UTF-16 units, `instead` what to write. */
export interface WordingSlip {
  readonly start: number
  readonly end: number
  readonly found: string
  readonly instead: string
  readonly severity: 'wrong' | 'doubtful'
  readonly why: Both
}

interface WordingBook {
  readonly wording: WordingLaw
}

/**
 * Where a text of the holder seems to call its own identification an expert opinion, forensic opinion or identification
 * record (解释 97, 98, 105(一); 检规 224), in the order of the text. Who commissioned an opinion cannot be known: sentences
 * that speak of an official one, or say that something is none, are passed over; the rest is a hint, never a bar.
 */
export function wordingSlips(text: string, { wording }: WordingBook): WordingSlip[] {
  const { terms, pattern } = searchOf(wording)
  return [...text.matchAll(pattern)].flatMap((match) => {
    const term = terms[match.slice(1).findIndex((group) => group !== undefined)]
    if (!term || isExcused(text, match.index, match.index + match[0].length, wording)) return []
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        found: match[0],
        instead: term.instead ?? wording.instead + (term.word.endsWith('书') ? '书' : ''),
        severity: term.severity,
        why: term.why,
      },
    ]
  })
}

interface Search {
  readonly terms: readonly {
    readonly word: string
    readonly severity: WordingSlip['severity']
    readonly instead: string | undefined
    readonly why: Both
  }[]
  readonly pattern: RegExp
}

/** Made once for each law data: a case has thousands of texts. */
const searches = new WeakMap<WordingLaw, Search>()

function searchOf(wording: WordingLaw): Search {
  const made = searches.get(wording)
  if (made) return made
  const terms = wording.terms
    .flatMap(({ words, severity, instead, why }) => words.map((word) => ({ word, severity, instead, why })))
    // The longest name first, so that 鉴定意见书 is not found as 鉴定意见.
    .sort((a, b) => b.word.length - a.word.length)
  const pattern = new RegExp(terms.map(({ word }) => `(${spaced(word)})`).join('|'), 'gu')
  const search = { terms, pattern }
  searches.set(wording, search)
  return search
}

/** Titles are often set with spaces between the characters. */
function spaced(word: string): string {
  return [...word].join('[ \\u3000]*')
}

function isExcused(text: string, start: number, end: number, wording: WordingLaw): boolean {
  const before = text.slice(Math.max(0, text.slice(0, start).search(/[^。；;！？\n]*$/u)), start)
  const after = /^[^。；;！？\n]*/u.exec(text.slice(end))?.[0] ?? ''
  const clause = /[^，,]*$/u.exec(before)?.[0] ?? ''
  const upToEnd = clause + text.slice(start, end)
  if (wording.negations.some((word) => upToEnd.includes(word)) || /非(?!法|公)[^，,]{0,12}$/u.test(clause))
    return true
  const own = new RegExp(`(${wording.own.join('|')})[^，,]{0,4}(${wording.makes.join('|')})`, 'u')
  if (own.test(clause)) return false
  // The term itself counts too: 司法鉴定 in 司法鉴定中心 is a part of the body's name.
  const sentence = before + text.slice(start, end) + after
  return wording.official.some((word) => sentence.includes(word))
}

/** The slips in what a case says in the holder's own words, as far as papers print it, each with its place. */
export function wordingFindings(record: CaseRecord, book: WordingBook): Finding[] {
  const holders = holderNames(record)
  return [
    ...record.groups.flatMap((group, g) =>
      // The office's own papers, kept with the case, call things what they like.
      isHandedIn(group)
        ? [
            ...textFindings(isOfficials(group.items, book) ? '' : group.name, ['groups', g, 'name'], book),
            ...group.items.flatMap((item, index) =>
              itemFindings(item, ['groups', g, 'items', index], holders, book),
            ),
          ]
        : [],
    ),
    ...(record.ownEntries ?? []).flatMap(({ title, why, form }, index) => [
      ...textFindings(title, ['ownEntries', index, 'title'], book),
      ...textFindings(why, ['ownEntries', index, 'why'], book),
      ...textFindings(form, ['ownEntries', index, 'form'], book),
    ]),
    ...(record.samples ?? []).flatMap(({ name, remarks }, index) => [
      ...textFindings(name, ['samples', index, 'name'], book),
      ...textFindings(remarks, ['samples', index, 'remarks'], book),
    ]),
    ...(record.obstacles ?? []).flatMap(({ note }, index) =>
      textFindings(note, ['obstacles', index, 'note'], book),
    ),
    ...(record.submissions ?? []).flatMap(({ remarks }, index) =>
      textFindings(remarks, ['submissions', index, 'remarks'], book),
    ),
    ...(record.police?.given ?? []).flatMap(({ what }, index) =>
      textFindings(what, ['police', 'given', index, 'what'], book),
    ),
  ]
}

/** Texts of an item that papers print and in which the holder may call its identification what it is not. */
export const judgedFields = ['name', 'source', 'purpose', 'collected.how', 'remarks'] as const
export type JudgedField = (typeof judgedFields)[number]

/** What of an item tells whose paper it is. */
export type ItemOrigin = Pick<EvidenceItem, 'name' | 'kind' | 'source'>

/** The names of the right holders of a case, by which the source of an item may call them. */
export function holderNames({ rightHolders }: Pick<CaseRecord, 'rightHolders'>): readonly string[] {
  return rightHolders
    .flatMap(({ nameZh, nameEn = '' }) => [nameZh.trim(), nameEn.trim()])
    .filter((name) => name.length > 1)
}

/**
 * True where the wording of an item's texts is judged: not of a paper of an official body, nor of a true expert opinion,
 * whose texts speak of it by its name.
 */
export function isJudgedItem(item: ItemOrigin, holders: readonly string[], book: WordingBook): boolean {
  if (isOfficialSource(item.source, book)) return false
  return item.kind !== 'expert-opinion' || ownOpinion(item, holders, book) !== undefined
}

/**
 * The name or source by which an item of the kind expert opinion seems to be the holder's own view; undefined where
 * nothing says so. `holders`: names of the right holders.
 */
export function ownOpinion(
  { name, kind, source }: ItemOrigin,
  holders: readonly string[],
  book: WordingBook,
): string | undefined {
  const { own, official, commissions } = book.wording
  if (kind !== 'expert-opinion' || isOfficialSource(source, book)) return undefined
  if (name.includes('鉴别') || own.some((word) => name.includes(word))) return name
  if (![...own, ...holders].some((word) => source.includes(word))) return undefined
  // Who had it made, or hands it on, did not make it.
  const isOthers =
    commissions.some((word) => source.includes(word)) ||
    official.some((word) => `${source}\n${name}`.includes(word))
  return isOthers ? undefined : source
}

function isOfficialSource(source: string, { wording }: WordingBook): boolean {
  return wording.officialSources.some((word) => source.includes(word))
}

/** True for a group with the paper of an official body or a true expert opinion in it: its name may well say so. */
function isOfficials(items: readonly EvidenceItem[], book: WordingBook): boolean {
  return items.some(({ kind, source }) => kind === 'expert-opinion' || isOfficialSource(source, book))
}

function itemFindings(
  item: EvidenceItem,
  path: readonly PropertyKey[],
  holders: readonly string[],
  book: WordingBook,
): Finding[] {
  if (!isJudgedItem(item, holders, book)) return []
  const said = ownOpinion(item, holders, book)
  return [
    ...(said === undefined ? [] : [finding('wording.kind', pathText([...path, 'kind']), { said })]),
    ...judgedFields.flatMap((field) => {
      const text = field === 'collected.how' ? item.collected?.how : item[field]
      return textFindings(text, [...path, ...field.split('.')], book)
    }),
  ]
}

function textFindings(text = '', path: readonly PropertyKey[], book: WordingBook): Finding[] {
  return wordingSlips(text, book).map(({ found, instead, severity }) =>
    finding(severity === 'wrong' ? 'wording.wrong' : 'wording.doubtful', pathText(path), { found, instead }),
  )
}
