import type { Facts } from '../contract/failure.ts'
import { beijingTime } from '../domain/beijing-time.ts'
import { daysBetween } from '../domain/calendar.ts'
import type { Deadline } from '../domain/deadline.ts'
import { type CalendarEvent, calendarText } from '../domain/ics.ts'
import type { LawSource } from '../law/law-source.ts'
import { deadlineWords as en } from './en/deadlines.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { type DeadlineWord, deadlineWords as zh } from './zh/deadlines.ts'

/** A word about the days of a case with its blanks filled. */
export function sayDeadline(word: DeadlineWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}

/** The day of a deadline as people read it: `2026-12-01`, or its bounds, which say that the day is not known. */
export function dayText({ date, bounds }: Pick<Deadline, 'date' | 'bounds'>, language: Language): string {
  if (date !== undefined) return date
  const { earliest, latest } = bounds ?? {}
  if (earliest !== undefined && latest !== undefined)
    return sayDeadline('day.between', language, { earliest, latest })
  if (earliest !== undefined) return sayDeadline('day.earliest', language, { date: earliest })
  if (latest !== undefined) return sayDeadline('day.latest', language, { date: latest })
  return sayDeadline('day.unknown', language)
}

/**
 * Days left on a plain date, in words. Of bounds: at least so many to the earliest day; between the two any day; at most so
 * many to the latest; passed only when the latest has.
 */
export function daysLeftText(
  { date, bounds }: Pick<Deadline, 'date' | 'bounds'>,
  on: string,
  language: Language,
): string {
  const { earliest, latest } = date === undefined ? (bounds ?? {}) : { earliest: undefined, latest: date }
  const say = (word: DeadlineWord, days = 0) => sayDeadline(word, language, { days })
  if (earliest !== undefined && on < earliest) return say('left.at-least', daysBetween(on, earliest))
  if (latest === undefined) return say(earliest === undefined ? 'left.unknown' : 'left.any-day')
  const days = daysBetween(on, latest)
  if (days < 0) return say('left.passed', -days)
  if (date === undefined) return earliest === undefined ? say('left.at-most', days) : say('left.any-day')
  return days === 0 ? say('left.today') : say('left.days', days)
}

/** A source with its article; what was not read in the text, or holds by analogy only, says so. */
export function sourceText(
  { text, article, confidence, byAnalogy }: LawSource & { readonly byAnalogy?: true | undefined },
  language: Language,
): string {
  const named = sayDeadline('source', language, { text, article })
  const source = byAnalogy ? sayDeadline('source.by-analogy', language, { source: named }) : named
  return sayDeadline(`confidence.${confidence}`, language, { source })
}

/** Where a day comes from: who named it, or by which article it was computed. */
export function originText({ origin, source }: Deadline, language: Language): string {
  const from = sayDeadline(`origin.${origin}`, language)
  return source === undefined ? from : `${from} · ${sourceText(source, language)}`
}

/** Who entered the day, or the one it is counted from, and when; blank where nobody noted it. */
export function enteredText({ by, at }: Pick<Deadline, 'by' | 'at'>, language: Language): string {
  if (at === undefined) return ''
  const facts = { at: beijingTime(at) }
  return by === undefined
    ? sayDeadline('entered-by-nobody', language, facts)
    : sayDeadline('entered', language, { ...facts, by })
}

/**
 * The days of a case as a calendar file (RFC 5545). A bound becomes an event on its earliest day, else its latest, that
 * says so; what has no day at all is left out. `alarmDays`: reminders so many days before.
 */
export function caseCalendar(
  caseCode: string,
  deadlines: readonly Deadline[],
  options: {
    readonly language: Language
    readonly stampedAt: string
    readonly alarmDays: readonly number[]
  },
): string {
  const { language } = options
  const uses = new Map<string, number>()
  const uidOf = ({ key, code }: Deadline) => {
    const name = `${caseCode}-${key ?? code}`
    const before = uses.get(name) ?? 0
    uses.set(name, before + 1)
    return `${name}${before === 0 ? '' : `-${before + 1}`}@rights-dossier`
  }
  const events = deadlines.flatMap((one): CalendarEvent[] => {
    const date = one.date ?? one.bounds?.earliest ?? one.bounds?.latest
    if (date === undefined) return []
    const facts = { case: caseCode, title: one.title[language], day: dayText(one, language) }
    const afterwards =
      one.afterwards && sayDeadline('afterwards', language, { text: one.afterwards[language] })
    return [
      {
        uid: uidOf(one),
        date,
        summary: sayDeadline(one.date ? 'calendar.summary' : 'calendar.summary-bound', language, facts),
        description: [
          originText(one, language),
          one.note?.[language],
          afterwards,
          sayDeadline('calendar.informs', language),
        ]
          .filter((line) => line !== undefined)
          .join('\n'),
      },
    ]
  })
  return calendarText(events, {
    ...options,
    name: sayDeadline('calendar.name', language, { case: caseCode }),
  })
}
