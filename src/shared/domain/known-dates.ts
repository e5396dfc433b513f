import type { CaseRecord } from './case-record.ts'
import { isCalendarDate } from './schema-pieces.ts'

/**
 * The case with every date that days are counted from blank where it is no calendar date: a draft holds dates while they
 * are typed, and must be stored all the same.
 */
export function withKnownDates(record: CaseRecord): CaseRecord {
  const { notice, police, milestones, userDates, authority } = record
  return {
    ...record,
    notice: known(notice, 'acceptedOn', 'issuedOn', 'receivedOn', 'replyDueOn'),
    rights: record.rights.map((right) => known(right, 'validTo')),
    agents: record.agents.map((agent) =>
      agent.authority ? { ...agent, authority: known(agent.authority, 'validTo') } : agent,
    ),
    ...(police ? { police: known(police, 'receivedOn', 'dueOn') } : {}),
    ...(milestones ? { milestones: milestones.map((one) => known(one, 'on')) } : {}),
    ...(userDates ? { userDates: userDates.map((one) => known(one, 'on')) } : {}),
    ...(authority ? { authority: authority.map((link) => known(link, 'validTo')) } : {}),
  }
}

function known<Part extends object>(part: Part, ...keys: readonly (keyof Part)[]): Part {
  const wrong = keys.filter((key) => typeof part[key] === 'string' && !isCalendarDate(part[key]))
  return wrong.length === 0 ? part : { ...part, ...Object.fromEntries(wrong.map((key) => [key, ''])) }
}
