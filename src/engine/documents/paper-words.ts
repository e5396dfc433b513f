import { beijingTime } from '../../shared/domain/beijing-time.ts'
import type { Facts } from '../../shared/contract/failure.ts'
import { papersWords as en } from '../../shared/messages/en/papers.ts'
import { fill } from '../../shared/messages/fill.ts'
import { type PapersWord, papersWords as zh } from '../../shared/messages/zh/papers.ts'

export type Language = 'zh' | 'en'

/** What papers count. */
export type CountNoun = 'group' | 'item' | 'page' | 'original' | 'copy' | 'electronic' | 'unnamed' | 'disc'

/** Words of the papers in one language. */
export class PaperWords {
  readonly language: Language

  constructor(language: Language) {
    this.language = language
  }

  /** A word or sentence with its blanks filled. */
  say(word: PapersWord, facts: Facts = {}): string {
    return fill((this.language === 'zh' ? zh : en)[word], facts)
  }

  /** Between two fields on one line. */
  get gap(): string {
    return this.language === 'zh' ? '\u3000' : '   '
  }

  /** A number or label before a name: `证据 3 营业执照`, `Evidence 3: Licence`. */
  titled(label: string, name: string): string {
    return this.language === 'zh' ? `${label}\u3000${name}` : `${label}: ${name}`
  }

  /** Parts joined as the language lists them; empty parts are left out. */
  list(parts: readonly string[]): string {
    return parts.filter((part) => part !== '').join(this.say('list.separator'))
  }

  /** Clauses of one sentence; empty ones are left out. */
  clauses(parts: readonly string[]): string {
    return parts.filter((part) => part !== '').join(this.say('sentence.separator'))
  }

  /** `第 3 页至第 7 页`, `pages 3 to 7`. */
  pages(first: number, last: number): string {
    return first === last
      ? this.say('page.single-words', { first })
      : this.say('page.range-words', { first, last })
  }

  /** A day `2026-11-22` in words; empty when not known. */
  date(day: string | undefined): string {
    const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
    if (!match) return ''
    const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
    return this.language === 'zh'
      ? `${year}年${month}月${date}日`
      : `${date} ${englishMonths[month - 1] ?? ''} ${year}`
  }

  /** A day, or day and minute `2026-11-22 14:03`, in words. */
  moment(moment: string | undefined): string {
    const time = /[ T](\d{2}:\d{2})/.exec(moment ?? '')?.[1]
    return [this.date(moment), time ?? ''].filter((part) => part !== '').join(' ')
  }

  /** A UTC instant as Beijing time, in words. */
  instant(instant: string): string {
    return this.say('date.beijing', { moment: this.moment(beijingTime(instant)) })
  }

  /** `1,234,567 字节`. */
  bytes(count: number): string {
    return this.say('bytes', { count: grouped(count) })
  }

  /** `3 件`, `1 item`, `3 items`. */
  count(noun: CountNoun, count: number): string {
    const form = this.language === 'en' && count === 1 ? 'one' : 'other'
    return this.say(`count.${noun}.${form}`, { count })
  }

  /** Number of a group in words: 第十二组, Group 12. */
  group(number: number): string {
    return this.say('group.title', { number: this.language === 'zh' ? chineseNumber(number) : number })
  }
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An integer with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 1 to 99 in Chinese numerals. */
export function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(number / 10)
  const ones = number % 10
  if (number < 1 || number > 99) return String(number)
  if (tens === 0) return digits.charAt(ones)
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones === 0 ? '' : digits.charAt(ones)}`
}
