import type { CaseFact, Condition } from '../law/checklist.ts'
import type { CaseRecord } from './case-record.ts'
import { isHandedIn } from './evidence-item.ts'
import { isForeign } from './foreign-party.ts'
import type { Agent, Right, RightHolder } from './parties.ts'
import { isHolder } from './party-names.ts'

/** What one entry of the checklist is about; nothing for an entry of the whole case. */
export interface EntrySubject {
  readonly holder?: RightHolder
  readonly agent?: Agent
  readonly right?: Right
}

/** True when a condition of the law data holds for a case, seen from the subject, on a plain date. */
export function holds(condition: Condition, record: CaseRecord, subject: EntrySubject, on: string): boolean {
  const { stages, manners, crimes, holders, agents, rights, claims, milestones, facts } = condition
  return (
    among(stages, () => [record.stage ?? 'review']) &&
    among(manners, () => [record.notice.manner]) &&
    among(crimes, () => crimesOf(record)) &&
    among(holders, () => kindsOf(holdersOf(record, subject))) &&
    among(agents, () => kindsOf(subject.agent ? [subject.agent] : record.agents)) &&
    among(rights, () => kindsOf(rightsOf(record, subject))) &&
    among(claims, () => record.claims ?? []) &&
    among(milestones, () => kindsOf(record.milestones ?? [])) &&
    (facts === undefined || facts.some((fact) => isFact(fact, record, subject, on)))
  )
}

function among<T>(wanted: readonly T[] | undefined, given: () => readonly T[]): boolean {
  return wanted === undefined || given().some((one) => wanted.includes(one))
}

function kindsOf<Kind>(things: readonly { readonly kind: Kind }[]): Kind[] {
  return things.map(({ kind }) => kind)
}

const crimesOfRight = {
  trademark: ['213', '214', '215'],
  patent: ['216'],
  copyright: ['217', '218'],
  'trade-secret': ['219', '219-1'],
} as const

/** The crimes of a case; while none is known, every crime against its rights. */
export function crimesOf(record: CaseRecord): readonly CaseRecord['crimes'][number][] {
  if (record.crimes.length > 0) return record.crimes
  return [...new Set(record.rights.flatMap(({ kind }) => crimesOfRight[kind]))]
}

/** The rights of a case; while none is recorded, a nameless one of each kind its crimes are against. */
export function rightsInCase(record: CaseRecord): readonly Right[] {
  if (record.rights.length > 0) return record.rights
  const kinds = Object.keys(crimesOfRight) as Right['kind'][]
  return kinds
    .filter((kind) => crimesOfRight[kind].some((crime) => record.crimes.includes(crime)))
    .map((kind) => ({ kind, name: '' }))
}

function holdersOf(record: CaseRecord, { holder, agent, right }: EntrySubject): readonly RightHolder[] {
  if (holder) return [holder]
  const named = agent?.actsFor ?? (right?.holder === undefined ? [] : [right.holder])
  const found = record.rightHolders.filter(({ id }) => named.includes(id))
  // An agent or right that names nobody may belong to anybody.
  return found.length > 0 ? found : record.rightHolders
}

function rightsOf(record: CaseRecord, { holder, right }: EntrySubject): readonly Right[] {
  if (right) return [right]
  const rights = rightsInCase(record)
  if (!holder) return rights
  const own = rights.filter((one) => one.holder === holder.id)
  // A licensee holds no right of its own: any right of the case may be the licensed one.
  return own.length > 0 ? own : rights
}

function isFact(fact: CaseFact, record: CaseRecord, subject: EntrySubject, on: string): boolean {
  const items = () => record.groups.filter(isHandedIn).flatMap((group) => group.items)
  switch (fact) {
    case 'chain':
      return (record.authority ?? []).some(
        ({ grantor }) => grantor.trim() !== '' && !isHolder(record, grantor),
      )
    case 'foreign-papers':
      return (
        record.rightHolders.some(isForeign) ||
        (record.authority ?? []).some(({ signedIn = '' }) => !['', 'CN', 'HK', 'MO', 'TW'].includes(signedIn))
      )
    case 'foreign-party':
      return holdersOf(record, subject).some(isForeign)
    case 'right-owner':
      return isOwner(record, subject)
    case 'older-than-ten-years':
      return rightsOf(record, subject).some(({ validFrom = '' }) => isOlder(validFrom, 10, on))
    case 'samples':
      return (record.samples ?? []).length > 0
    case 'electronic-item':
      return items().some(({ form }) => form === 'electronic')
    case 'copy-item':
      return items().some(({ form }) => form === 'copy')
    case 'secret-without-claim':
      return (
        !(record.claims ?? []).includes('confidentiality') &&
        (items().some(({ secrecy }) => secrecy === 'trade-secret' || secrecy === 'business') ||
          rightsInCase(record).some(({ kind }) => kind === 'trade-secret'))
      )
    case 'police-request':
      return record.police !== undefined
    case 'later-round':
      return record.round > 1
  }
}

/** True for the holder whose right was infringed; a licensee speaks for it only where no owner takes part. */
function isOwner(record: CaseRecord, { holder }: EntrySubject): boolean {
  if (!holder) return true
  const named = record.rights.map((right) => right.holder)
  if (record.rightHolders.some(({ id }) => named.includes(id))) return named.includes(holder.id)
  return holder.kind !== 'licensee' || record.rightHolders.every(({ kind }) => kind === 'licensee')
}

function isOlder(from: string, years: number, on: string): boolean {
  const match = /^(\d{4})(-\d{2}-\d{2})$/.exec(from)
  if (!match) return false
  return `${String(Number(match[1]) + years).padStart(4, '0')}${match[2] ?? ''}` <= on
}
