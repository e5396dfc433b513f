import type { LawBook } from '../law/law-book.ts'
import { dayPattern, type EvenText, evenText, plainDate } from './notice-text.ts'
import { isCalendarDate } from './schema-pieces.ts'

/**
 * A field that the text of a notice seems to say: its place in the case, the value, and the words it was read from;
 * `start` and `end` in UTF-16 units of the lines joined by `\n`. Nothing is taken over unseen.
 */
export interface NoticeProposal {
  readonly path: string
  readonly value: string
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** A find in the evened text. */
interface Find {
  readonly path: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * Proposes fields from the lines of a notice by their labels: office, numbers, suspects, crimes, days, prosecutor, phone.
 * At most one proposal for each place, in the order of the text. A period of days gives no day, only a remark. Never
 * throws; what is not understood is left out.
 */
export function readNotice(lines: readonly string[], law: Pick<LawBook, 'crimes'>): NoticeProposal[] {
  const original = lines.join('\n')
  const even = evenText(original)
  const finds = [
    ...officeFinds(even),
    ...numberFinds(even),
    ...suspectFinds(even),
    ...crimeFinds(even, law),
    ...dayFinds(even),
    ...contactFinds(even),
  ]
  const places = new Set<string>()
  return finds
    .filter(({ path }) => !places.has(path) && places.add(path))
    .map(({ path, value, start: first, end: last }) => {
      const start = even.from[first] ?? 0
      const end = even.from[last] ?? original.length
      return { path, value, quote: original.slice(start, end), start, end }
    })
    .sort((a, b) => a.start - b.start)
}

/** Source of a pattern for words that a line end may cut. */
function broken(words: string): string {
  return [...words].join('\\n?')
}

const han = '\\p{Script=Han}'

/** The first match of a pattern whose first group is the value; `clean` may refuse it. */
function first(
  { text }: EvenText,
  path: string,
  pattern: string,
  clean: (value: string) => string | undefined = (value) => value,
): Find[] {
  for (const match of text.matchAll(new RegExp(pattern, 'dgu'))) {
    const value = clean((match[1] ?? '').replaceAll('\n', ''))
    const place = match.indices?.[1]
    if (value !== undefined && value !== '' && place) return [{ path, value, start: place[0], end: place[1] }]
  }
  return []
}

function officeFinds(even: EvenText): Find[] {
  const name = broken('人民检察院')
  // On a line of its own first; then anywhere; then cut by a line end.
  const patterns = [
    `(?:^|\\n)(${han}{2,20}人民检察院)(?=\\n|$)`,
    `(?:^|\\n|[^${han}])(${han}{2,20}?人民检察院)`,
    `(?:^|\\n)(${han}{1,20}(?:\\n${han}{0,10})?${name})`,
  ]
  for (const pattern of patterns) {
    const found = first(even, 'notice.office', pattern, (value) =>
      /最高人民检察院$|[由向经至请于为的与和据照]/.test(value) ? undefined : value,
    )
    if (found.length > 0) return found
  }
  return []
}

function numberFinds(even: EvenText): Find[] {
  const number = `(${han}{2,12}[〔[(]\\n?\\d{4}\\n?[〕\\])]\\n?第?\\d{1,6}\\n?号)`
  const caseLabel = ['受理案号', '受案号', '案件编号', '案号'].map(broken).join('|')
  const labelled = `(?:${caseLabel})\\n?:?\\n?(${han}{0,12}[〔[(]?\\d{4}[〕\\])]?第?\\d{1,20}号?|[A-Za-z]{0,4}\\d{8,24})`
  const caseNumbers = first(even, 'notice.caseNumber', labelled, (value) => value.slice(0, 60))
  const bare = (value: string): string | undefined => {
    const cut = value.replace(new RegExp(`^${han}*(?:文号|编号|案号|字号|号为|以|为)`, 'u'), '')
    // The office's own numbers name it; those of laws and of the police do not.
    return /检/.test(cut) && !/法释|法发|高检发|公/.test(cut) ? cut : undefined
  }
  const isCase = (value: string) => /受/.test(value)
  const documents = first(even, 'notice.documentNumber', number, (value) => {
    const cut = bare(value)
    return cut === undefined || isCase(cut) || caseNumbers.some((one) => one.value === cut) ? undefined : cut
  })
  const unlabelled = first(even, 'notice.caseNumber', number, (value) => {
    const cut = bare(value)
    return cut !== undefined && isCase(cut) ? cut : undefined
  })
  return [...documents, ...caseNumbers, ...unlabelled].map((find) => trimmed(even, find))
}

/** Moves the start of a find to where its value begins: a label may stand before it. */
function trimmed({ text }: EvenText, find: Find): Find {
  const given = text.slice(find.start, find.end)
  const places = Array.from({ length: given.length }, (_, at) => at)
  const begins = places.find((at) => given.slice(at).replaceAll('\n', '') === find.value)
  return { ...find, start: find.start + (begins ?? 0) }
}

const suspectName = `(?:${han}{2,4}(?:·${han}{1,10}){0,3}|[A-Z][A-Za-z.·'-]{1,40})`

function suspectFinds(even: EvenText): Find[] {
  const label = `(?:${broken('犯罪嫌疑人')}|${broken('被告人')})`
  const charged = broken('涉嫌')
  const patterns = [
    `${label}(?:\\n?${broken('姓名')})?\\n?:?\\n?([^,。;:]{2,200}?)\\n?${charged}`,
    `${label}(?:\\n?${broken('姓名')})?\\n?:\\n?([^,。;:\\n]{2,200})(?=\\n|[。;,]|$)`,
    `(?:${['受理的', '办理的', '关于', '移送的'].map(broken).join('|')})\\n?([^,。;:]{2,200}?)\\n?${charged}`,
  ]
  for (const pattern of patterns) {
    const [found] = first(even, '', pattern, (value) => (namesIn(value).length > 0 ? value : undefined))
    if (found) return placesOfNames(even, found)
  }
  return []
}

/** The names of a list such as 张某某、李某等3人; none when it is no list of names. */
function namesIn(list: string): string[] {
  const parts = list.replace(/等(?:[0-9一二三四五六七八九十]+)?人?$/u, '').split(/[、和及]/u)
  const pattern = new RegExp(`^${suspectName}$`, 'u')
  return parts.every((part) => pattern.test(part)) ? [...new Set(parts)] : []
}

function placesOfNames({ text }: EvenText, list: Find): Find[] {
  let from = list.start
  return namesIn(list.value).map((name, index) => {
    const match = new RegExp(broken(name.replace(/[.]/g, '\\.')), 'u').exec(text.slice(from, list.end))
    const start = from + (match?.index ?? 0)
    const end = match ? start + match[0].length : list.end
    from = end
    return { path: `suspects[${index}].name`, value: name, start, end }
  })
}

function crimeFinds({ text }: EvenText, law: Pick<LawBook, 'crimes'>): Find[] {
  const found = law.crimes.flatMap(({ article, zh }) => {
    const bare = zh.replace(/罪$/, '')
    const match = new RegExp(`(?:${broken(zh)})|(?<=涉\\n?嫌\\n?)(?:${broken(bare)})`, 'u').exec(text)
    return match ? [{ value: article, start: match.index, end: match.index + match[0].length }] : []
  })
  return found.sort((a, b) => a.start - b.start).map((one, index) => ({ path: `crimes[${index}]`, ...one }))
}

/** What a holder is asked to do until a day. */
const asked = '(?:提出|提交|提供|反馈|回复|答复|寄回|寄送|送交|书面意见)'

function dayFinds(even: EvenText): Find[] {
  const day = dayPattern
  const received = `(?:${broken('受理')}|${broken('收到')}[^。\\n]{0,20}${broken('移送')})`
  return [
    ...days(even, 'notice.replyDueOn', `${day}\\n?(?:之前|以前|前|之日前)[^。;]{0,60}?${asked}`),
    ...days(even, 'notice.replyDueOn', `${asked}[^。;]{0,30}?(?:截止|期限)[^。;]{0,10}?${day}`),
    ...days(
      even,
      'notice.replyDueOn',
      `(?:${['答复期限', '回复期限', '提交期限', '反馈期限', '截止日期'].map(broken).join('|')})\\n?:\\n?${day}`,
    ),
    ...days(
      even,
      'notice.acceptedOn',
      `(?:${['受理日期', '受理时间', '收案日期'].map(broken).join('|')})\\n?:\\n?${day}`,
    ),
    ...days(even, 'notice.acceptedOn', `于\\n?${day}\\n?,?${received}`),
    ...days(
      even,
      'notice.issuedOn',
      `(?:${['告知日期', '签发日期', '发文日期'].map(broken).join('|')})\\n?:\\n?${day}`,
    ),
    ...days(even, 'notice.issuedOn', `(?<=^|\\n)${day}(?=\\n*$)`),
    ...days(even, 'notice.issuedOn', `(?<=^|\\n)${day}(?=\\n|$)`).slice(-1),
    ...first(
      even,
      'notice.remarks',
      `([^。;,\\n]{0,20}[0-9〇零一二三四五六七八九十]{1,3}\\n?个?(?:工作)?日\\n?(?:以内|之内|内)[^。;\\n]{0,40}?${asked}[^。;,\\n]{0,20})`,
    ),
  ]
}

/** Every match of a pattern with one day in it, as plain dates; days that do not exist are left out. */
function days({ text }: EvenText, path: string, pattern: string): Find[] {
  return [...text.matchAll(new RegExp(pattern, 'dgu'))].flatMap((match) => {
    const [, year = '', month = '', dayOfMonth = ''] = match
    const value = plainDate(year, month, dayOfMonth)
    const [start] = match.indices?.[1] ?? []
    const [, last] = match.indices?.[3] ?? []
    if (value === undefined || !isCalendarDate(value) || start === undefined || last === undefined) return []
    const end = last + (/^\n?日/.exec(text.slice(last))?.[0].length ?? 0)
    return [{ path, value, start, end }]
  })
}

function contactFinds(even: EvenText): Find[] {
  const title = ['承办检察官', '办案检察官', '承办人', '经办人', '联系人', '检察官'].map(broken).join('|')
  // A name may be cut before its last character, which then stands alone on the next line.
  const end = `(?=[^${han}\\n]|\\n(?!${han}(?:\\n|$))|\\n?(?:${broken('联系')}|${broken('电话')})|$)`
  const number = '(\\+?[0-9](?:[0-9-]|\\([0-9]+\\)){5,22}[0-9])'
  return [
    ...first(
      even,
      'notice.prosecutor.name',
      `(?:${title})\\n?(?::|为)\\n?(${han}(?:\\n?${han}){1,3}?)${end}`,
    ),
    ...first(even, 'notice.prosecutor.name', `(?:${title})(${han}{2,3}?)${end}`, (value) =>
      /^(?:联系|电话|签名|助理|应当|可以|提出)/.test(value) ? undefined : value,
    ),
    ...first(
      even,
      'notice.prosecutor.phone',
      `(?:${['联系电话', '办公电话', '电话', '联系方式'].map(broken).join('|')})\\n?:?\\n?${number}`,
    ),
  ]
}
