import type { CaseRecord } from './case-record.ts'
import { isCalendarDate } from './schema-pieces.ts'

/**
 * The case with every date that days are counted from, or something is done by, blank where it is no calendar date: a draft holds dates while they
 * are typed, and must be stored all the same.
 */
export function withKnownDates(record: CaseRecord): CaseRecord {
  const { notice, police, milestones, userDates, authority, submissions } = record
  return {
    ...record,
    notice: known(notice, 'acceptedOn', 'issuedOn', 'receivedOn', 'replyDueOn', 'receiptReturnedOn'),
    rights: record.rights.map((right) => known(right, 'validTo')),
    agents: record.agents.map((agent) =>
      agent.authority ? { ...agent, authority: known(agent.authority, 'validTo') } : agent,
    ),
    ...(police ? { police: knownOfPolice(police) } : {}),
    ...(milestones ? { milestones: milestones.map((one) => known(one, 'on')) } : {}),
    ...(userDates ? { userDates: userDates.map((one) => known(one, 'on')) } : {}),
    ...(submissions
      ? { submissions: submissions.map((one) => known(one, 'handedOverOn', 'receiptOn')) }
      : {}),
    ...(authority ? { authority: authority.map((link) => known(link, 'validTo')) } : {}),
  }
}

type Police = NonNullable<CaseRecord['police']>

function knownOfPolice(police: Police): Police {
  const { given } = police
  const dated = known(police, 'receivedOn', 'dueOn')
  return given ? { ...dated, given: given.map((one) => known(one, 'on')) } : dated
}

function known<Part extends object>(part: Part, ...keys: readonly (keyof Part)[]): Part {
  const wrong = keys.filter((key) => typeof part[key] === 'string' && !isCalendarDate(part[key]))
  return wrong.length === 0 ? part : { ...part, ...Object.fromEntries(wrong.map((key) => [key, ''])) }
}
