import { type NamedDay, phrase } from '../law/deadlines.ts'
import type { LawBook } from '../law/law-book.ts'
import type { CaseRecord } from './case-record.ts'
import { dateMarkOf } from './date-marks.ts'
import { type Deadline, dayToSortBy } from './deadline.ts'
import { computedDeadlines } from './deadline-rules.ts'
import { withKnownDates } from './known-dates.ts'

export type { Deadline } from './deadline.ts'

/**
 * Every day of a case: those named by an office, untouched; those the person set; those computed by rules in force.
 * What is no calendar date yet counts as not known. Sorted by date or earliest bound, days without either last. Informs; counsel decides.
 */
export function deadlinesOf(typed: CaseRecord, law: LawBook): Deadline[] {
  const record = withKnownDates(typed)
  const all = [...namedDays(record, law), ...setDays(record, law), ...computedDeadlines(record, law)]
  return all
    .map((one) => ({ ...one, ...markOf(record, one.path) }))
    .sort((a, b) => compare(dayToSortBy(a), dayToSortBy(b)) || compare(a.code, b.code))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function namedDays(record: CaseRecord, law: LawBook): Deadline[] {
  const { notice, police } = record
  const hearings = (record.milestones ?? []).flatMap(({ kind, on }, index) =>
    kind === 'hearing' && on !== '' ? [{ date: on, path: `milestones[${index}].on`, index }] : [],
  )
  return [
    ...named(law, 'notice.reply', notice.replyDueOn, 'notice.replyDueOn'),
    ...named(law, 'police.reply', police?.dueOn, 'police.dueOn'),
    ...hearings.flatMap(({ date, path, index }, place) =>
      named(law, 'hearing', date, path, place === 0 ? '' : `@milestone-${index}`),
    ),
  ]
}

/** A day named by an office is no statutory period: it is neither moved nor computed. */
function named(
  law: LawBook,
  id: NamedDay['id'],
  date: string | undefined,
  path: string,
  suffix = '',
): Deadline[] {
  const day = law.deadlines.named.find((one) => one.id === id)
  if (!date || !day) return []
  const { zh, en, note, afterwards, source } = day
  return [
    {
      code: `${id}${suffix}`,
      title: { zh, en },
      who: 'holder',
      date,
      origin: 'named',
      path,
      ...(source ? { source } : {}),
      ...(note ? { note } : {}),
      ...(afterwards ? { afterwards } : {}),
    },
  ]
}

function setDays(record: CaseRecord, law: LawBook): Deadline[] {
  return (record.userDates ?? []).flatMap(({ kind, title, on }, index): Deadline[] => {
    if (on === '') return []
    const own =
      title === '' ? phrase(law, kind === 'reply' ? 'setReply' : 'setOther') : { zh: title, en: title }
    return [
      {
        code: `user.${index}`,
        key: `user.${kind}.${title.trim()}`,
        title: own,
        who: 'holder',
        date: on,
        origin: 'set',
        path: `userDates[${index}].on`,
        note: phrase(law, 'isSet'),
      },
    ]
  })
}

function markOf(record: CaseRecord, path: string | undefined): Pick<Deadline, 'by' | 'at'> {
  const last = path === undefined ? undefined : dateMarkOf(record.dateMarks ?? [], path)
  if (!last) return {}
  return { ...(last.by === '' ? {} : { by: last.by }), at: last.at }
}
