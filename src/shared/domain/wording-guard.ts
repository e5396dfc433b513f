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
        instead: wording.instead + (term.word.endsWith('书') ? '书' : ''),
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
    .flatMap(({ words, severity, why }) => words.map((word) => ({ word, severity, why })))
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
  if (wording.negations.some((word) => clause.includes(word)) || /非(?!法|公)[^，,]{0,12}$/u.test(clause))
    return true
  const own = new RegExp(`(${wording.own.join('|')})[^，,]{0,4}(${wording.makes.join('|')})`, 'u')
  if (own.test(clause)) return false
  // The term itself counts too: 司法鉴定 in 司法鉴定中心 is a part of the body's name.
  const sentence = before + text.slice(start, end) + after
  return wording.official.some((word) => sentence.includes(word))
}

/** The slips in what a case says in the holder's own words, each with its place. */
export function wordingFindings(record: CaseRecord, book: WordingBook): Finding[] {
  return [
    ...record.groups.flatMap((group, g) =>
      // The office's own papers, kept with the case, call things what they like.
      (isHandedIn(group) ? group.items : []).flatMap((item, index) =>
        itemFindings(item, ['groups', g, 'items', index], book),
      ),
    ),
    ...(record.ownEntries ?? []).flatMap(({ title, why }, index) => [
      ...textFindings(title, ['ownEntries', index, 'title'], book),
      ...textFindings(why, ['ownEntries', index, 'why'], book),
    ]),
    ...(record.samples ?? []).flatMap(({ name, remarks }, index) => [
      ...textFindings(name, ['samples', index, 'name'], book),
      ...textFindings(remarks, ['samples', index, 'remarks'], book),
    ]),
    ...(record.submissions ?? []).flatMap(({ remarks }, index) =>
      textFindings(remarks, ['submissions', index, 'remarks'], book),
    ),
    ...(record.police?.given ?? []).flatMap(({ what }, index) =>
      textFindings(what, ['police', 'given', index, 'what'], book),
    ),
  ]
}

/**
 * True where the wording of an item's name, purpose or remarks is judged: not of a paper of an official body, nor the name
 * of a true expert opinion.
 */
export function isJudgedOfItem(
  field: 'name' | 'purpose' | 'remarks',
  { kind, source }: Pick<EvidenceItem, 'kind' | 'source'>,
  { wording }: WordingBook,
): boolean {
  if (wording.officialSources.some((word) => source.includes(word))) return false
  return field !== 'name' || kind !== 'expert-opinion'
}

function itemFindings(item: EvidenceItem, path: readonly PropertyKey[], book: WordingBook): Finding[] {
  const { wording } = book
  const { name, kind } = item
  if (!isJudgedOfItem('purpose', item, book)) return []
  const own = name.includes('鉴别') || wording.own.some((word) => name.includes(word))
  if (kind === 'expert-opinion' && own)
    return [finding('wording.kind', pathText([...path, 'kind']), { name })]
  // An expert opinion that no word of its own makes the holder's may be one.
  return [
    ...(kind === 'expert-opinion' ? [] : textFindings(name, [...path, 'name'], book)),
    ...textFindings(item.purpose, [...path, 'purpose'], book),
    ...textFindings(item.remarks, [...path, 'remarks'], book),
  ]
}

function textFindings(text = '', path: readonly PropertyKey[], book: WordingBook): Finding[] {
  return wordingSlips(text, book).map(({ found, instead, severity }) =>
    finding(severity === 'wrong' ? 'wording.wrong' : 'wording.doubtful', pathText(path), { found, instead }),
  )
}
