import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import type { Case, CaseRepository, EditStep } from '../../register/register.ts'

/** A change of the draft; it is applied to what is stored when its turn comes. */
export type DraftChange = (draft: CaseDraft) => CaseDraft

export type SaveState =
  /** `at` is the moment of the last write of this editor. */
  | { readonly kind: 'saved'; readonly at: Date | undefined }
  | { readonly kind: 'saving' }
  /** The changes are on the screen and not stored; the next change, or `retry`, tries again. */
  | { readonly kind: 'failed'; readonly error: unknown }

export interface EditorState {
  /** What is stored with the changes on their way; undefined until the case was read. */
  readonly draft: CaseDraft | undefined
  readonly save: SaveState
}

interface Pending {
  readonly change: DraftChange
  readonly step: EditStep
}

/**
 * Stores each change of a case at once: one write in flight, changes with the same merge key join while they wait. What
 * was typed stays on the screen when a write fails; when storing was declined (AbortError) the stored case comes back.
 */
export class CaseEditor {
  readonly #cases: Pick<CaseRepository, 'get' | 'edit'>
  readonly #id: string
  readonly #now: () => Date
  readonly #listeners = new Set<() => void>()
  readonly #declinedListeners = new Set<() => void>()
  #stored: CaseDraft | undefined
  #pending: readonly Pending[] = []
  #writing: Promise<void> | undefined
  #missed: Case | undefined
  #state: EditorState = { draft: undefined, save: { kind: 'saved', at: undefined } }

  constructor(cases: Pick<CaseRepository, 'get' | 'edit'>, id: string, now: () => Date) {
    this.#cases = cases
    this.#id = id
    this.#now = now
  }

  readonly state = (): EditorState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears when storing was declined and the stored case came back. */
  onDeclined(listener: () => void): () => void {
    this.#declinedListeners.add(listener)
    return () => this.#declinedListeners.delete(listener)
  }

  /** Takes over what is stored now: the first reading, an undo, a change in another window. Own writes are read apart. */
  receive(stored: Case): void {
    if (this.#writing) this.#missed = stored
    else this.#store(stored.draft)
  }

  /** Shows a change at once and stores it. */
  change(change: DraftChange, step: EditStep): void {
    const last = this.#pending.at(-1)
    const joins = last !== undefined && step.merge !== undefined && last.step.merge === step.merge
    // The first one may be in flight already; it is not touched.
    const open = joins && !(this.#writing && this.#pending.length === 1)
    this.#pending = open
      ? [...this.#pending.slice(0, -1), { change: (draft) => change(last.change(draft)), step }]
      : [...this.#pending, { change, step }]
    this.#show(this.#state.save.kind === 'failed' ? this.#state.save : { kind: 'saving' })
    this.#start()
  }

  /** Tries again after a failure. */
  retry(): void {
    if (this.#pending.length === 0) return
    this.#show({ kind: 'saving' })
    this.#start()
  }

  /** Gives up what could not be stored and shows what is. */
  discard(): void {
    if (this.#writing) return
    this.#pending = []
    this.#show({ kind: 'saved', at: undefined })
  }

  /** Resolves when nothing is on its way any more; true when everything is stored. */
  async settled(): Promise<boolean> {
    while (this.#writing) await this.#writing
    return this.#pending.length === 0
  }

  #start(): void {
    this.#writing ??= this.#writeAll()
  }

  async #writeAll(): Promise<void> {
    // Nothing may end before `#writing` is set.
    await Promise.resolve()
    try {
      for (let next = this.#pending[0]; next; next = this.#pending[0]) {
        await this.#cases.edit(this.#id, next.change, next.step)
        const stored = await this.#cases.get(this.#id)
        this.#pending = this.#pending.slice(1)
        this.#missed = undefined
        if (stored) this.#stored = keepUnchanged(this.#stored, stored.draft)
        this.#show(this.#pending.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: this.#now() })
      }
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#writing = undefined
    }
  }

  #fail(error: unknown): void {
    if (this.#missed) this.#stored = keepUnchanged(this.#stored, this.#missed.draft)
    this.#missed = undefined
    if (!(error instanceof Error && error.name === 'AbortError')) {
      this.#show({ kind: 'failed', error })
      return
    }
    this.#pending = []
    this.#show({ kind: 'saved', at: undefined })
    for (const listener of this.#declinedListeners) listener()
  }

  #store(draft: CaseDraft): void {
    this.#stored = keepUnchanged(this.#stored, draft)
    this.#show(this.#state.save)
  }

  #show(save: SaveState): void {
    const stored = this.#stored
    const draft = stored && this.#pending.reduce((shown, { change }) => change(shown), stored)
    this.#state = { draft: draft && keepUnchanged(this.#state.draft, draft), save }
    for (const listener of this.#listeners) listener()
  }
}

/** The new draft with the parts that say the same as before keeping their identity, so that what stands on them rests. */
function keepUnchanged(before: CaseDraft | undefined, after: CaseDraft): CaseDraft {
  if (!before || before === after) return after
  const shared = { ...after }
  let same = Object.keys(before).length === Object.keys(after).length
  for (const key of Object.keys(after) as (keyof CaseDraft)[]) {
    if (before[key] === after[key] || JSON.stringify(before[key]) === JSON.stringify(after[key])) {
      Object.assign(shared, { [key]: before[key] })
    } else same = false
  }
  return same ? before : shared
}
