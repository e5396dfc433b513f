import type { CaseRecord } from './case-record.ts'
import { type HolderProfile, isSameHolder, plain } from './holder-profile.ts'
import type { Agent, Right } from './parties.ts'
import { isCalendarDate } from './schema-pieces.ts'
import {
  isCurrent,
  type PaperDays,
  type PaperKind,
  type StandingPaper,
  validityOn,
} from './standing-paper.ts'

type Parties = Pick<CaseRecord, 'rightHolders' | 'agents' | 'rights'>

/** A paper of the library that belongs to a holder of the case. */
export interface FittingPaper {
  readonly paper: StandingPaper
  /** Id of the right holder in the case. */
  readonly holderId: string
  /** Entries of the checklist it fulfils there, with what they are about. */
  readonly codes: readonly string[]
}

/** Whom a paper is about, by its kind; all others are about the holder. */
const aboutAgents: ReadonlySet<PaperKind> = new Set(['firm-letter', 'lawyer-licence'])
const aboutRights: ReadonlySet<PaperKind> = new Set(['registration-certificate'])

/**
 * The current papers of every holder of a case, in the order of its holders. Holders are told by register number, else by
 * name. A paper about an agent or a right fits those of the holder; where it has a number, the one of that number.
 * `known` are the codes of the case's checklist; codes that are not in it are left out, unless it is not given.
 */
export function papersFor(
  record: Parties,
  profiles: readonly HolderProfile[],
  papers: readonly StandingPaper[],
  known?: ReadonlySet<string>,
): readonly FittingPaper[] {
  return record.rightHolders.flatMap((holder) => {
    const ids = new Set(profiles.filter((one) => isSameHolder(one, holder)).map(({ id }) => id))
    return papers
      .filter((paper) => ids.has(paper.holderId) && isCurrent(paper))
      .flatMap((paper) => {
        const subjects = subjectsOf(record, holder.id, paper)
        if (subjects.length === 0) return []
        return [{ paper, holderId: holder.id, codes: codesOf(paper, subjects, known) }]
      })
  })
}

/** What the codes of a paper are about in a case; none where the agent or right it is about is not in the case. */
function subjectsOf(record: Parties, holderId: string, paper: StandingPaper): readonly string[] {
  if (aboutAgents.has(paper.kind)) {
    const numbers = indexes(
      record.agents,
      (agent) => actsFor(agent, holderId),
      (agent) => matches(paper.number, agent.licenceNumber),
    )
    return numbers.map((index) => `agent-${index}`)
  }
  if (aboutRights.has(paper.kind)) {
    const numbers = indexes(
      record.rights,
      (right) => isOf(right, holderId, record),
      (right) => matches(paper.number, right.registrationNumber),
    )
    return numbers.map((index) => `right-${index}`)
  }
  return [holderId]
}

/** Places of those that belong; of these those that match, where the paper tells which. */
function indexes<T>(
  all: readonly T[],
  belongs: (one: T) => boolean,
  matching: (one: T) => boolean | undefined,
): readonly number[] {
  return all.flatMap((one, index) => (belongs(one) && matching(one) !== false ? [index] : []))
}

/** Undefined where one of the numbers is not known. */
function matches(left: string, right: string | undefined): boolean | undefined {
  const [one, other] = [plain(left), plain(right)]
  return one === '' || other === '' ? undefined : one === other
}

function actsFor(agent: Agent, holderId: string): boolean {
  return agent.actsFor.length === 0 || agent.actsFor.includes(holderId)
}

function isOf(right: Right, holderId: string, record: Parties): boolean {
  return right.holder === holderId || (right.holder === undefined && record.rightHolders.length === 1)
}

function codesOf(
  paper: StandingPaper,
  subjects: readonly string[],
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  const about = paper.codes.flatMap((code) => subjects.map((subject) => `${code}@${subject}`))
  if (!known) return about
  // A rule that is asked once for the whole case has no subject.
  return [...new Set([...about, ...paper.codes])].filter((code) => known.has(code))
}

/** True when nothing of its validity keeps a paper from being attached: valid when it is handed in. */
export function isUsableOn(paper: StandingPaper, days: PaperDays): boolean {
  return validityOn(paper, days.submission) === 'valid'
}

/**
 * The days the papers of a case are judged against: the day of the acts, as far as the seizure shows it, and the day of
 * submission: that named for the reply, by the police at their stage, or `on` where it is past or unknown.
 */
export function daysOfCase(
  record: Pick<CaseRecord, 'notice' | 'police' | 'samples' | 'stage'>,
  on: string,
): PaperDays {
  const seized = (record.samples ?? [])
    .map(({ seizedOn = '' }) => seizedOn)
    .filter(isCalendarDate)
    .sort()
  const named = record.stage === 'investigation' ? record.police?.dueOn : record.notice.replyDueOn
  const due = named !== undefined && isCalendarDate(named) && named > on ? named : on
  return { acts: seized[0], submission: due }
}
