import { type Condition, type DeadlineRule, type Length, phrase } from '../law/deadlines.ts'
import type { LawBook } from '../law/law-book.ts'
import { type Both, isInForce } from '../law/law-source.ts'
import { addDays, addMonths, nextWorkday, sameDayAfter } from './calendar.ts'
import type { CaseRecord } from './case-record.ts'
import { type AnchorDay, anchorDays } from './deadline-anchors.ts'
import type { Deadline } from './deadline.ts'

/** The days that the rules of the law data give for a case: dates where the anchor is known, else bounds. */
export function computedDeadlines(record: CaseRecord, law: LawBook): Deadline[] {
  return law.deadlines.rules
    .filter((rule) => rule.when.length === 0 || rule.when.some((condition) => holds(record, condition)))
    .filter((rule) => !rule.unless.some((condition) => holds(record, condition)))
    .flatMap((rule) => {
      const days = anchorDays(record, rule.anchor, law)
      const counted = days.length > 0 || rule.onlyWithAnchor ? days : withoutAnchor(rule, law)
      return counted.filter((day) => applies(rule, day)).map((day) => deadline(rule, day, law))
    })
}

/** The review rests or cannot be bounded at all: nothing to say. Other periods are worth a line without a day. */
function withoutAnchor(rule: DeadlineRule, law: LawBook): AnchorDay[] {
  return rule.anchor === 'acceptance' ? [] : [{ bounds: {}, notes: [phrase(law, 'dayMissing')] }]
}

function holds(record: CaseRecord, condition: Condition): boolean {
  const [what, name] = condition.split(':')
  if (what === 'stage') return (record.stage ?? 'review') === name
  if (what === 'claim') return (record.claims ?? []).some((claim) => claim === name)
  if (what === 'right') return record.rights.some(({ kind }) => kind === name)
  return (record.milestones ?? []).some(({ kind }) => kind === name)
}

/** A rule counts for anchors in its time; an anchor that is not known leaves only rules that are in force still. */
function applies({ source }: DeadlineRule, { on, bounds }: AnchorDay): boolean {
  const day = on ?? bounds?.latest ?? bounds?.earliest
  return day === undefined ? source.inForceTo === undefined : isInForce(source, day)
}

function deadline(rule: DeadlineRule, anchor: AnchorDay, law: LawBook): Deadline {
  const { day, notes } = dayOf(rule, anchor, law)
  return {
    code: anchor.suffix === undefined ? rule.id : `${rule.id}@${anchor.suffix}`,
    title: titleOf(rule, anchor.about, law),
    who: rule.who,
    ...day,
    origin: 'computed',
    source: rule.source,
    ...(anchor.path === undefined ? {} : { path: anchor.path }),
    ...joined([...notes, ...(rule.note ? [rule.note] : [])]),
    ...(rule.afterwards ? { afterwards: rule.afterwards } : {}),
  }
}

function titleOf({ zh, en }: DeadlineRule, about: string | undefined, law: LawBook): Both {
  if (about === undefined) return { zh, en }
  return {
    zh: phrase(law, 'about', { title: zh, about }).zh,
    en: phrase(law, 'about', { title: en, about }).en,
  }
}

function joined(notes: readonly Both[]): { note?: Both } {
  if (notes.length === 0) return {}
  return { note: { zh: notes.map(({ zh }) => zh).join(''), en: notes.map(({ en }) => en).join(' ') } }
}

interface CountedDay {
  readonly day: Pick<Deadline, 'date' | 'bounds'>
  readonly notes: readonly Both[]
}

function dayOf(rule: DeadlineRule, anchor: AnchorDay, law: LawBook): CountedDay {
  const notes = anchor.notes ?? []
  if (anchor.on === undefined) {
    const { earliest, latest } = anchor.bounds ?? {}
    const bounds = {
      ...(earliest === undefined ? {} : { earliest: earliestAfter(earliest, rule.length) }),
      ...(latest === undefined || rule.open ? {} : { latest: after(latest, rule.length) }),
    }
    return { day: { bounds }, notes }
  }
  const counted = after(anchor.on, rule.length)
  if (rule.gives !== 'day') return { day: { bounds: { [rule.gives]: counted } }, notes }
  const moved = rule.rolls ? rolled(counted, law) : { date: counted, notes: [] }
  const other = earliestAfter(anchor.on, rule.length)
  const reading = other < counted ? [phrase(law, 'otherReading', { date: other })] : []
  return { day: { date: moved.date }, notes: [...reading, ...moved.notes, ...notes] }
}

/** The first day is not counted (CPL 105(2)), so three days from the 2nd end on the 5th, a month on the 2nd. */
function after(date: string, { months = 0, days = 0 }: Length): string {
  return addDays(addMonths(date, months), days)
}

function earliestAfter(date: string, { months = 0, days = 0 }: Length): string {
  return addDays(sameDayAfter(date, months), days)
}

/** CPL 105(4). A year without official data moves nothing and says so. */
function rolled(date: string, law: LawBook): { date: string; notes: Both[] } {
  const worked = nextWorkday(date, law.holidays)
  if (worked === date) return { date, notes: [] }
  if (worked !== undefined) return { date: worked, notes: [phrase(law, 'moved', { date })] }
  return { date, notes: [phrase(law, 'noHolidays', { year: yearWithoutData(date, law) })] }
}

function yearWithoutData(date: string, law: LawBook): string {
  const year = date.slice(0, 4)
  const known = law.holidays.years.some((one) => String(one.year) === year)
  return known ? String(Number(year) + 1).padStart(4, '0') : year
}
