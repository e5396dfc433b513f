import type {
  Addressee,
  ChecklistGroup,
  ChecklistLaw,
  ChecklistRule,
  ChecklistSource,
} from '../law/checklist.ts'
import { checklistGroups, sourceOn } from '../law/checklist.ts'
import type { Both } from '../law/law-source.ts'
import type { CaseRecord } from './case-record.ts'
import type { CaseStage } from './case-stage.ts'
import { type EntrySubject, holds, rightsInCase } from './checklist-facts.ts'
import type { ChecklistState, ChecklistStatus, OwnChecklistEntry } from './checklist-state.ts'
import { isCalendarDate } from './schema-pieces.ts'

/** One paper a case needs: what, how urgently, why by which source, in what form, for whom, and how far it is. */
export interface ChecklistRow {
  /** Id of the rule, with `@` and the holder's id, `agent-<index>` or `right-<index>`; `own-…` for an own entry. */
  readonly code: string
  readonly group: ChecklistGroup
  readonly title: Both
  /** Name of the holder, agent or right it is about. */
  readonly about?: string
  readonly need: 'required' | 'recommended' | 'if'
  readonly why: Both
  /** Absent for an own entry: no law is claimed for it. */
  readonly source?: ChecklistSource
  readonly form: Both
  readonly addressee: Addressee
  /** Written or signed by whoever keeps the case. */
  readonly ours?: true
  readonly status: ChecklistStatus
  readonly state?: ChecklistState
  /** True when it was ready by an original that is not in the case (any more); its status is `missing` then. */
  readonly gone?: true
  readonly own: boolean
}

interface ChecklistBook {
  readonly checklist: ChecklistLaw
}

/**
 * The papers a case needs by the law data in force on a plain date, by group, stored states merged in, own entries last.
 * A state whose entry does not apply (any more) stays in the record and is not shown. `here`: SHA-256 of the originals in
 * the case, lower-case hex; an entry that is ready by another one is missing. Without it, what was said stands.
 */
export function checklistOf(
  record: CaseRecord,
  law: ChecklistBook,
  on: string,
  here?: ReadonlySet<string>,
): ChecklistRow[] {
  const states = new Map((record.checklist ?? []).map((state) => [state.code, state]))
  const rows = law.checklist.rules.flatMap((rule) => rowsOf(rule, record, law.checklist, states, on))
  const all = [
    ...checklistGroups.flatMap((group) => rows.filter((row) => row.group === group)),
    ...(record.ownEntries ?? []).map((entry) => ownRow(entry, states.get(entry.code))),
  ]
  return here ? all.map((row) => withoutGone(row, here)) : all
}

/**
 * SHA-256 of the originals a record names for its checklist to be judged by; undefined where it does not name that of
 * every item.
 */
export function originalsOf({ groups }: Pick<CaseRecord, 'groups'>): ReadonlySet<string> | undefined {
  const digests = groups.flatMap(({ items }) => items.map(({ sha256 }) => sha256))
  const known = digests.filter((sha256) => sha256 !== undefined)
  return known.length === digests.length ? new Set(known) : undefined
}

function withoutGone(row: ChecklistRow, here: ReadonlySet<string>): ChecklistRow {
  const { sha256, status } = row.state ?? {}
  const isGone = status === 'ready' && row.status === 'ready' && sha256 !== undefined && !here.has(sha256)
  return isGone ? { ...row, status: 'missing', gone: true } : row
}

/**
 * Counts the required papers and those others that a person took up. `ready` and `not-applicable` are done; a paper that
 * is not required and does not apply is not counted. `blocking` are the required ones not done yet.
 */
export function completenessOf(rows: readonly ChecklistRow[]): {
  readonly done: number
  readonly of: number
  readonly blocking: readonly ChecklistRow[]
} {
  const counted = rows.filter(
    ({ need, status }) => need === 'required' || (status !== 'missing' && status !== 'not-applicable'),
  )
  const done = counted.filter(isDone)
  return {
    done: done.length,
    of: counted.length,
    blocking: counted.filter((row) => row.need === 'required' && !isDone(row)),
  }
}

/** True when nothing is left to do for a row. */
export function isDone({ status }: Pick<ChecklistRow, 'status'>): boolean {
  return status === 'ready' || status === 'not-applicable'
}

function rowsOf(
  rule: ChecklistRule,
  record: CaseRecord,
  law: ChecklistLaw,
  states: ReadonlyMap<string, ChecklistState>,
  on: string,
): ChecklistRow[] {
  const source = sourceOn(law, rule.source, on)
  const form = law.forms[rule.form]
  if (!source || !form) return []
  return subjectsOf(rule, record)
    .filter(({ subject }) => holds(rule.when, record, subject, on))
    .map(({ subject, suffix, about }) => {
      const code = rule.id + suffix
      const state = states.get(code)
      const required = rule.requiredWhen.some((condition) => holds(condition, record, subject, on))
      return {
        code,
        group: rule.group,
        title: { zh: rule.zh, en: rule.en },
        ...(about === '' ? {} : { about }),
        need: required ? 'required' : rule.need,
        why: rule.why,
        source,
        form,
        addressee: rule.addressee === 'handling' ? handlingOffice[record.stage ?? 'review'] : rule.addressee,
        status: statusOf(rule, record, state),
        ...(rule.ours ? { ours: true } : {}),
        ...(state ? { state } : {}),
        own: false,
      }
    })
}

const handlingOffice: Readonly<Record<CaseStage, Addressee>> = {
  investigation: 'police',
  review: 'procuratorate',
  trial: 'court',
  decided: 'court',
}

interface Placed {
  readonly subject: EntrySubject
  readonly suffix: string
  readonly about: string
}

function subjectsOf({ per }: ChecklistRule, record: CaseRecord): Placed[] {
  switch (per) {
    case 'case':
      return [{ subject: {}, suffix: '', about: '' }]
    case 'holder':
      return record.rightHolders.map((holder) => ({
        subject: { holder },
        suffix: `@${holder.id}`,
        about: holder.nameZh || (holder.nameEn ?? ''),
      }))
    case 'agent':
      return record.agents.map((agent, index) => ({
        subject: { agent },
        suffix: `@agent-${index}`,
        about: agent.name,
      }))
    case 'right':
      return rightsInCase(record).map((right, index) => ({
        subject: { right },
        suffix: `@right-${index}`,
        about: right.name,
      }))
  }
}

function statusOf(
  { doneBy }: ChecklistRule,
  record: CaseRecord,
  state: ChecklistState | undefined,
): ChecklistStatus {
  const status = state?.status ?? 'missing'
  if (doneBy === undefined || status === 'not-applicable') return status
  return isCalendarDate(record.notice.receiptReturnedOn ?? '') ? 'ready' : status
}

function ownRow(entry: OwnChecklistEntry, state: ChecklistState | undefined): ChecklistRow {
  const both = (text = '') => ({ zh: text, en: text })
  return {
    code: entry.code,
    group: 'opinion',
    title: both(entry.title),
    need: entry.need,
    why: both(entry.why),
    form: both(entry.form),
    addressee: entry.addressee,
    status: state?.status ?? 'missing',
    ...(state ? { state } : {}),
    own: true,
  }
}
