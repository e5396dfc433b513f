import { daysBetween } from '../../shared/domain/calendar.ts'
import { fill } from '../../shared/messages/fill.ts'
import { windowWords } from '../../shared/messages/window.ts'
import type { WindowLanguage } from './i18n.ts'
import { sentenceLanguage, useWindowLanguage } from './language.ts'
import { pseudo } from './pseudo-language.ts'

type Words = (typeof windowWords)['en']['frame']
type Counted = 'bytes' | 'seconds' | 'minutes' | 'hours' | 'daysLeft' | 'overdue'

/** How the window writes numbers, sizes, times and names. Dates are plain `2026-11-22`, instants ISO 8601 with zone. */
export interface Formats {
  /** `1,234,567`. */
  number(value: number): string
  /** `1.5 MiB`; binary units, at most three digits that matter. */
  size(bytes: number): string
  /** `52.3 MiB/秒`. */
  speed(bytesPerSecond: number): string
  /** `2 分 10 秒`, `1 小时 5 分`; two units at most. */
  duration(seconds: number): string
  /** `还剩 2 分 10 秒`. */
  timeLeft(seconds: number): string
  /** `还有 3 天`, `今天到期`, `已逾期 2 天`. Both are plain dates. */
  daysLeft(dueOn: string, today: string): string
  /** `2026-11-22 14:03` in the machine's time zone; the text itself when it is no instant. */
  instant(instant: string): string
  /** `今天 14:03`, `昨天 14:03`, else like `instant`. */
  recent(instant: string, now: Date): string
  /** `14:03` in the machine's time zone. */
  time(moment: Date): string
}

const units = ['KiB', 'MiB', 'GiB', 'TiB'] as const
const groups = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** Formats of a language. */
export function formatsOf(language: WindowLanguage): Formats {
  const words: Words = windowWords[sentenceLanguage(language)].frame as Words
  const plurals = new Intl.PluralRules(sentenceLanguage(language))
  const shown = language === 'pseudo' ? pseudo : (text: string) => text
  const counted = (key: Counted, count: number): string => {
    const form =
      plurals.select(count) === 'one' ? (`format.${key}_one` as const) : (`format.${key}_other` as const)
    return fill(words[form], { count: groups.format(count) })
  }
  const size = (bytes: number): string => {
    if (bytes < 1024) return counted('bytes', bytes)
    let power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10))
    // 1023.97 KiB would be rounded to "1,024 KiB".
    if (power < units.length && bytes / 1024 ** power >= 1023.5) power += 1
    const value = bytes / 1024 ** power
    const digits = value < 10 ? 2 : value < 100 ? 1 : 0
    return `${groups.format(Number(value.toFixed(digits)))} ${units[power - 1]}`
  }
  const duration = (seconds: number): string => {
    if (seconds < 1) return words['format.underASecond']
    const whole = Math.round(seconds)
    const parts: readonly (readonly [Counted, number])[] =
      whole < 60
        ? [['seconds', whole]]
        : whole < 3600
          ? [
              ['minutes', Math.floor(whole / 60)],
              ['seconds', whole % 60],
            ]
          : [
              ['hours', Math.floor(whole / 3600)],
              ['minutes', Math.floor((whole % 3600) / 60)],
            ]
    return parts
      .filter(([, count], index) => index === 0 || count > 0)
      .map(([key, count]) => counted(key, count))
      .join(words['format.joint'])
  }
  const time = (moment: Date): string => `${two(moment.getHours())}:${two(moment.getMinutes())}`
  const instant = (text: string): string => {
    const moment = new Date(text)
    return Number.isNaN(moment.getTime()) ? text : `${localDate(moment)} ${time(moment)}`
  }
  return {
    number: (value) => groups.format(value),
    size: (bytes) => shown(size(bytes)),
    speed: (bytesPerSecond) =>
      shown(fill(words['format.perSecond'], { size: size(Math.round(bytesPerSecond)) })),
    duration: (seconds) => shown(duration(seconds)),
    timeLeft: (seconds) => shown(fill(words['format.timeLeft'], { duration: duration(seconds) })),
    daysLeft: (dueOn, today) => {
      const days = daysBetween(today, dueOn)
      if (days === 0) return shown(words['format.dueToday'])
      return shown(days > 0 ? counted('daysLeft', days) : counted('overdue', -days))
    },
    instant,
    recent: (text, now) => {
      const moment = new Date(text)
      if (Number.isNaN(moment.getTime())) return text
      const days = daysBetween(localDate(moment), localDate(now))
      if (days === 0) return shown(fill(words['format.today'], { time: time(moment) }))
      if (days === 1) return shown(fill(words['format.yesterday'], { time: time(moment) }))
      return instant(text)
    },
    time,
  }
}

const made = new Map<WindowLanguage, Formats>()

/** Formats of the language the window shows now. */
export function useFormats(): Formats {
  const language = useWindowLanguage()
  const known = made.get(language)
  if (known) return known
  const formats = formatsOf(language)
  made.set(language, formats)
  return formats
}

/** The plain date of a moment in the machine's time zone, `2026-11-22`. */
export function localDate(moment: Date): string {
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/**
 * A file name cut in its middle to at most `most` characters as people count them; beginning, last characters and
 * extension stay. `2025年度销售台账_最终版_盖章.pdf` → `2025年度销售…版_盖章.pdf`.
 */
export function elideMiddle(name: string, most: number): string {
  const characters = [...new Intl.Segmenter().segment(name)].map((part) => part.segment)
  if (characters.length <= most) return name
  const dot = characters.lastIndexOf('.')
  const extension = dot > 0 && characters.length - dot <= 8 ? characters.length - dot : 0
  const kept = most - 1
  const end = Math.min(kept - 1, extension + Math.floor((kept - extension) / 3))
  return `${characters.slice(0, kept - end).join('')}…${characters.slice(characters.length - end).join('')}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
