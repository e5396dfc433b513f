import { Failure } from '../../shared/contract/failure.ts'
import type { CaseDraft } from '../../shared/domain/case-draft.ts'
import type { CaseState, EditStep, History, Item, StepKind } from './register.ts'

const longest = 200

/** Everything of a case a step can change. An item is undefined where it does not exist. */
export interface Values {
  readonly draft?: CaseDraft
  readonly state?: CaseState
  readonly items: ReadonlyMap<string, Item | undefined>
}

interface Step {
  readonly kind: StepKind
  readonly merge: string | undefined
  readonly before: Values
  readonly after: Values
}

interface Track {
  readonly undo: Step[]
  readonly redo: Step[]
  /** The same object until something changes, for React. */
  state: ReturnType<History['state']>
}

const nothing = { undo: undefined, redo: undefined }

/** Puts `wanted` in the place of `expected`; throws Failure register.changed-elsewhere when something else is there. */
export type Restore = (caseId: string, expected: Values, wanted: Values) => Promise<void>

export interface StepHistory extends History {
  /** Adds a step after it was stored; one that changes nothing is not kept. */
  record(caseId: string, step: EditStep, before: Values, after: Values): void
  /** Takes erased items out of all steps of a case. */
  forgetItems(caseId: string, ids: readonly string[]): void
  forgetCase(caseId: string): void
  readonly forgetAll: () => void
  /** Contents that undoing or redoing may need again. */
  contentIds(): ReadonlySet<string>
}

/** Runs one thing after the other, edits and undoing alike. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>

/** Undo and redo in memory, 200 steps a case. `restore` runs inside `exclusive`. */
export function stepHistory(exclusive: Exclusive, restore: Restore): StepHistory {
  const tracks = new Map<string, Track>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const track of tracks.values()) {
      const [undo, redo] = [track.undo.at(-1)?.kind, track.redo.at(-1)?.kind]
      if (track.state.undo !== undo || track.state.redo !== redo) track.state = { undo, redo }
    }
    listeners.forEach((listener) => listener())
  }

  function trackOf(caseId: string): Track {
    const track = tracks.get(caseId) ?? { undo: [], redo: [], state: nothing }
    tracks.set(caseId, track)
    return track
  }

  async function go(caseId: string, direction: 'undo' | 'redo'): Promise<StepKind | undefined> {
    const track = tracks.get(caseId)
    const step = track?.[direction].at(-1)
    if (!track || !step) return undefined
    const [from, to] = direction === 'undo' ? [step.after, step.before] : [step.before, step.after]
    try {
      await restore(caseId, from, to)
    } catch (error) {
      // The steps lead from something that is no longer there.
      if (error instanceof Failure && error.code === 'register.changed-elsewhere') history.forgetCase(caseId)
      throw error
    }
    track[direction].pop()
    track[direction === 'undo' ? 'redo' : 'undo'].push(step)
    changed()
    return step.kind
  }

  const history: StepHistory = {
    state: (caseId) => tracks.get(caseId)?.state ?? nothing,
    undo: (caseId) => exclusive(() => go(caseId, 'undo')),
    redo: (caseId) => exclusive(() => go(caseId, 'redo')),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    record(caseId, { kind, merge }, before, after) {
      const { undo, redo } = trackOf(caseId)
      const last = undo.at(-1)
      const merges = merge !== undefined && redo.length === 0 && last?.merge === merge && last.kind === kind
      const step = merges
        ? { kind, merge, before: over(before, last.before), after: over(last.after, after) }
        : { kind, merge, before, after }
      if (merges) undo.pop()
      redo.length = 0
      if (!sameValues(step.before, step.after)) undo.push(step)
      if (undo.length > longest) undo.shift()
      changed()
    },
    forgetItems(caseId, ids) {
      const track = tracks.get(caseId)
      if (!track) return
      for (const stack of [track.undo, track.redo]) {
        const kept = stack
          .map((step) => ({ ...step, before: without(step.before, ids), after: without(step.after, ids) }))
          .filter((step) => !sameValues(step.before, step.after))
        stack.splice(0, stack.length, ...kept)
      }
      changed()
    },
    forgetCase(caseId) {
      if (tracks.delete(caseId)) changed()
    },
    forgetAll() {
      tracks.clear()
      changed()
    },
    contentIds() {
      const ids = new Set<string>()
      for (const { undo, redo } of tracks.values()) {
        for (const { before, after } of [...undo, ...redo]) {
          for (const item of [...before.items.values(), ...after.items.values()]) {
            if (item) ids.add(item.contentId)
          }
        }
      }
      return ids
    },
  }
  return history
}

/** True when both say the same of everything a step can change; how a preview is turned is none of it. */
export function sameValues(left: Values, right: Values): boolean {
  if (JSON.stringify([left.draft, left.state]) !== JSON.stringify([right.draft, right.state])) return false
  if (left.items.size !== right.items.size) return false
  return [...left.items].every(([id, item]) => right.items.has(id) && sameItem(item, right.items.get(id)))
}

function sameItem(left: Item | undefined, right: Item | undefined): boolean {
  if (left === right) return true
  if (!left || !right) return false
  return JSON.stringify({ ...left, rotation: 0 }) === JSON.stringify({ ...right, rotation: 0 })
}

/** `upper` where it says something, else `lower`. */
function over(lower: Values, upper: Values): Values {
  return { ...lower, ...upper, items: new Map([...lower.items, ...upper.items]) }
}

function without(values: Values, ids: readonly string[]): Values {
  const items = new Map(values.items)
  for (const id of ids) items.delete(id)
  return { ...values, items }
}
