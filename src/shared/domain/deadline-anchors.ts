import { type Anchor, phrase } from '../law/deadlines.ts'
import type { Both } from '../law/law-source.ts'
import type { LawBook } from '../law/law-book.ts'
import { addDays } from './calendar.ts'
import type { CaseRecord } from './case-record.ts'
import type { MilestoneKind } from './case-stage.ts'
import { isNotice } from './notice.ts'

/** A day that a period is counted from, as far as the case knows it. */
export interface AnchorDay {
  /** The day itself; absent when it is not known. */
  readonly on?: string
  /** Between which days it lies when it is not known; either end may lack. */
  readonly bounds?: { readonly earliest?: string; readonly latest?: string }
  /** Place in the case that holds it, or should. */
  readonly path?: string
  /** Added to the code where a case has several, with what it is about. */
  readonly suffix?: string
  readonly about?: string
  readonly notes?: readonly Both[]
}

const restarting: readonly MilestoneKind[] = ['accepted-again', 'jurisdiction-changed']

/** Every day of a case that an anchor stands for; none where the period does not run. */
export function anchorDays(record: CaseRecord, anchor: Anchor, law: LawBook): AnchorDay[] {
  switch (anchor) {
    case 'acceptance':
      return acceptance(record, law)
    case 'first-acceptance':
      return day(record.notice.acceptedOn, 'notice.acceptedOn')
    case 'learned':
      return learned(record)
    case 'trademark-ends':
    case 'patent-ends':
    case 'copyright-ends':
      return record.rights.flatMap(({ kind, name, validTo }, index) =>
        `${kind}-ends` === anchor ? day(validTo, `rights[${index}].validTo`, `right-${index}`, name) : [],
      )
    case 'authority-ends':
      return authorityEnds(record)
    case 'not-prosecuted':
    case 'judgment-received':
      // Each suspect may get a decision of his own, and each starts a period.
      return milestones(record, anchor).map(({ on, path, index }, place) => ({
        ...(on === '' ? { bounds: {}, notes: [phrase(law, 'dayMissing')] } : { on }),
        path,
        ...(place === 0 ? {} : { suffix: `milestone-${index}` }),
      }))
    default:
      return newest(record, anchor, law)
  }
}

interface DatedMilestone {
  readonly on: string
  readonly path: string
  readonly index: number
}

function milestones(record: CaseRecord, ...kinds: readonly MilestoneKind[]): DatedMilestone[] {
  return (record.milestones ?? []).flatMap(({ kind, on }, index) =>
    kinds.includes(kind) ? [{ on, path: `milestones[${index}].on`, index }] : [],
  )
}

function newest(record: CaseRecord, kind: MilestoneKind, law: LawBook): AnchorDay[] {
  const found = milestones(record, kind)
  const missing = found.find(({ on }) => on === '')
  if (missing) return [{ bounds: {}, path: missing.path, notes: [phrase(law, 'dayMissing')] }]
  const last = latest(found)
  return last ? [{ on: last.on, path: last.path }] : []
}

function latest(found: readonly { on: string; path: string }[]): { on: string; path: string } | undefined {
  return found.reduce<{ on: string; path: string } | undefined>(
    (best, one) => (best === undefined || one.on >= best.on ? one : best),
    undefined,
  )
}

function day(on: string | undefined, path: string, suffix?: string, about?: string): AnchorDay[] {
  if (!on) return []
  return [{ on, path, ...(suffix ? { suffix } : {}), ...(about ? { about } : {}) }]
}

/** The review starts anew when a case comes back or changes its office (CPL 172(2), 175(3)); it rests with the police. */
function acceptance(record: CaseRecord, law: LawBook): AnchorDay[] {
  const { notice } = record
  const back = milestones(record, 'sent-back')
  if (back.length > milestones(record, 'accepted-again').length) return []
  const restarts = milestones(record, ...restarting)
  const first = day(notice.acceptedOn, 'notice.acceptedOn').map(({ on = '', path = '' }) => ({ on, path }))
  const known = latest([...first, ...[...back, ...restarts].filter(({ on }) => on !== '')])
  const missing = restarts.find(({ on }) => on === '')
  if (missing) {
    const notes = [phrase(law, 'restartUnknown')]
    return [{ bounds: known ? { earliest: known.on } : {}, path: missing.path, notes }]
  }
  const newestStart = latest([...first, ...restarts])
  if (newestStart) {
    const again = newestStart.path !== 'notice.acceptedOn'
    return [
      { ...newestStart, ...(again ? { notes: [phrase(law, 'restarted', { date: newestStart.on })] } : {}) },
    ]
  }
  return boundedByNotice(record, law)
}

/** As reported the notice comes within so many days of acceptance, and surely not before it. */
function boundedByNotice({ notice }: CaseRecord, law: LawBook): AnchorDay[] {
  if (!isNotice(notice.manner)) return []
  const field = notice.issuedOn ? 'issuedOn' : 'receivedOn'
  const date = notice[field]
  if (!date) return []
  const { days } = law.deadlines.noticeAfterAcceptance
  const notes = [phrase(law, 'acceptanceBounded', { days, date })]
  if (field === 'receivedOn') notes.push(phrase(law, 'issueUnknown'))
  // What is to be filled in is the day of acceptance itself.
  return [{ bounds: { earliest: addDays(date, -days), latest: date }, path: 'notice.acceptedOn', notes }]
}

/** A notice is learned of when it arrives; its own date counts only where that day is not known. */
function learned({ notice, police }: CaseRecord): AnchorDay[] {
  const field = notice.receivedOn ? 'receivedOn' : 'issuedOn'
  const days = [...day(police?.receivedOn, 'police.receivedOn'), ...day(notice[field], `notice.${field}`)]
  return days.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)).slice(0, 1)
}

function authorityEnds(record: CaseRecord): AnchorDay[] {
  return [
    ...record.agents.flatMap(({ name, authority }, index) =>
      day(authority?.validTo, `agents[${index}].authority.validTo`, `agent-${index}`, name),
    ),
    ...(record.authority ?? []).flatMap(({ grantee, validTo }, index) =>
      day(validTo, `authority[${index}].validTo`, `link-${index}`, grantee),
    ),
  ]
}
