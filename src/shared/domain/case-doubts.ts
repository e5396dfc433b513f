import { type Finding, finding } from '../contract/finding.ts'
import type { CaseRecord } from './case-record.ts'
import { pathText } from './read-case.ts'
import { isCalendarDate } from './schema-pieces.ts'

/** What in a case may stand but looks like a slip: dates in the wrong order, contacts nobody could be reached by. */
export function doubtsOf(record: CaseRecord): Finding[] {
  const { notice } = record
  return [
    ...reversed(notice.issuedOn, notice.receivedOn, 'notice', 'receivedOn'),
    ...reversed(notice.receivedOn ?? notice.issuedOn, notice.replyDueOn, 'notice', 'replyDueOn'),
    ...phoneDoubts(notice.prosecutor?.phone, 'notice', 'prosecutor', 'phone'),
    ...record.rightHolders.flatMap((holder, i) => contactDoubts(holder, 'rightHolders', i)),
    ...record.agents.flatMap((agent, i) => [
      ...contactDoubts(agent, 'agents', i),
      ...reversed(agent.authority?.validFrom, agent.authority?.validTo, 'agents', i, 'authority', 'validTo'),
    ]),
    ...record.rights.flatMap((right, i) => reversed(right.validFrom, right.validTo, 'rights', i, 'validTo')),
    ...(record.submissions ?? []).flatMap(({ handedOverOn, receiptOn }, i) =>
      reversed(handedOverOn, receiptOn, 'submissions', i, 'receiptOn'),
    ),
  ]
}

/** Days after the plain date `on` of what must have happened by then: what was received, handed over or came back. */
export function aheadFindings({ notice, police, submissions = [] }: CaseRecord, on: string): Finding[] {
  const ahead = (day = '', ...path: readonly PropertyKey[]): Finding[] =>
    isCalendarDate(day) && day > on ? [finding('case.date-ahead', pathText(path), { date: day, on })] : []
  return [
    ...ahead(notice.issuedOn, 'notice', 'issuedOn'),
    ...ahead(notice.receivedOn, 'notice', 'receivedOn'),
    ...ahead(notice.receiptReturnedOn, 'notice', 'receiptReturnedOn'),
    ...ahead(police?.receivedOn, 'police', 'receivedOn'),
    ...submissions.flatMap(({ handedOverOn, receiptOn }, i) => [
      ...ahead(handedOverOn, 'submissions', i, 'handedOverOn'),
      ...ahead(receiptOn, 'submissions', i, 'receiptOn'),
    ]),
  ]
}

function reversed(first = '', second = '', ...path: readonly PropertyKey[]): Finding[] {
  if (!isCalendarDate(first) || !isCalendarDate(second)) return []
  // Both are yyyy-mm-dd, whose order as text is that of the calendar.
  if (second >= first) return []
  return [finding('case.dates-reversed', pathText(path), { date: second, earliest: first })]
}

interface Contact {
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

function contactDoubts({ phone, email = '' }: Contact, ...path: readonly PropertyKey[]): Finding[] {
  const plausible = email.trim() === '' || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim())
  return [
    ...phoneDoubts(phone, ...path, 'phone'),
    ...(plausible ? [] : [finding('case.email-doubtful', pathText([...path, 'email']), { given: email })]),
  ]
}

function phoneDoubts(phone = '', ...path: readonly PropertyKey[]): Finding[] {
  if (phone.trim() === '') return []
  const digits = phone.normalize('NFKC').replace(/\D/g, '').length
  return digits >= 3 ? [] : [finding('case.phone-doubtful', pathText(path), { given: phone })]
}
