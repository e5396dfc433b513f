import type { CaseRecord } from './case-record.ts'
import { type HolderProfile, isSameHolder, plain } from './holder-profile.ts'
import type { Agent, Right } from './parties.ts'
import { isCalendarDate } from './schema-pieces.ts'
import {
  isCurrent,
  type PaperDays,
  type PaperKind,
  paperKinds,
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

/** Kinds that are of no use without an agent, or a right, of the case. */
const aboutAgents: ReadonlySet<PaperKind> = new Set(['firm-letter', 'lawyer-licence'])
const aboutRights: ReadonlySet<PaperKind> = new Set(['registration-certificate'])
/** Kinds the checklist asks of every agent. */
const ofAgents: ReadonlySet<PaperKind> = new Set([...aboutAgents, 'power-of-attorney', 'apostille'])

/**
 * The current papers of every holder of a case, in the order of its holders, of the kinds of papers, and of
 * their names. Holders are told by register number, else by
 * name. A lawyer's licence fits the agent of its number, a registration certificate the right of its number; without a
 * number all of the holder. `known` are the codes of the case's checklist, and no others are given; without them each code
 * stands with what its kind of paper is about.
 */
export function papersFor(
  record: Parties,
  profiles: readonly HolderProfile[],
  papers: readonly StandingPaper[],
  known?: ReadonlySet<string>,
): readonly FittingPaper[] {
  return record.rightHolders.flatMap((holder) => {
    const ids = new Set(profiles.filter((one) => isSameHolder(one, holder)).map(({ id }) => id))
    return inOrder(papers)
      .filter((paper) => ids.has(paper.holderId) && isCurrent(paper))
      .flatMap((paper) => {
        const { agents, rights } = placesOf(record, holder.id, paper)
        if (aboutAgents.has(paper.kind) && agents.length === 0) return []
        if (aboutRights.has(paper.kind) && rights.length === 0) return []
        return [{ paper, holderId: holder.id, codes: codesOf(paper, holder.id, agents, rights, known) }]
      })
  })
}

/** By kind, as a person hands them in, then by name. */
function inOrder(papers: readonly StandingPaper[]): readonly StandingPaper[] {
  const place = ({ kind }: StandingPaper) => paperKinds.indexOf(kind)
  return papers.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
}

/** The agents and rights of a holder that a paper may be about, as codes of the checklist name them. */
function placesOf(record: Parties, holderId: string, paper: StandingPaper) {
  const agents = record.agents.flatMap((agent, index) => {
    const mine = paper.kind !== 'lawyer-licence' || agrees(paper.number, agent.licenceNumber)
    return actsFor(agent, holderId) && mine ? [`agent-${index}`] : []
  })
  const rights = record.rights.flatMap((right, index) => {
    const mine = !aboutRights.has(paper.kind) || agrees(paper.number, right.registrationNumber)
    return isOf(right, holderId, record) && mine ? [`right-${index}`] : []
  })
  return { agents, rights }
}

/** True also where one of the numbers is not known. */
function agrees(left: string, right: string | undefined): boolean {
  const [one, other] = [plain(left), plain(right)]
  return one === '' || other === '' || one === other
}

function actsFor(agent: Agent, holderId: string): boolean {
  return agent.actsFor.length === 0 || agent.actsFor.includes(holderId)
}

function isOf(right: Right, holderId: string, record: Parties): boolean {
  return right.holder === holderId || (right.holder === undefined && record.rightHolders.length === 1)
}

function codesOf(
  paper: StandingPaper,
  holderId: string,
  agents: readonly string[],
  rights: readonly string[],
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  const about = (subjects: readonly string[]) =>
    paper.codes.flatMap((code) => subjects.map((subject) => `${code}@${subject}`))
  // A rule that is asked once for the whole case has no subject.
  if (known)
    return [...paper.codes, ...about([holderId, ...agents, ...rights])].filter((code) => known.has(code))
  if (ofAgents.has(paper.kind)) return about(agents)
  return about(aboutRights.has(paper.kind) ? rights : [holderId])
}

/** True when nothing of its validity keeps a paper from being attached: valid when it is handed in. */
export function isUsableOn(paper: StandingPaper, days: PaperDays): boolean {
  return validityOn(paper, days.submission) === 'valid'
}

/** A paper that fits a case and stays out of it, and why; `date`: its last day, or its first. */
export type LeftOutPaper = { readonly name: string } & (
  { readonly reason: 'expired' | 'not-yet-valid'; readonly date: string } | { readonly reason: 'no-scan' }
)

/** Why a paper is not attached by itself; undefined for one that is. Of an expired one a scan would not help. */
export function leftOutOf(paper: StandingPaper, days: PaperDays): LeftOutPaper | undefined {
  const { name, validFrom, validTo, contentId } = paper
  const validity = validityOn(paper, days.submission)
  if (validity === 'expired') return { name, reason: validity, date: validTo }
  if (validity === 'not-yet-valid') return { name, reason: validity, date: validFrom }
  return contentId === '' ? { name, reason: 'no-scan' } : undefined
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
