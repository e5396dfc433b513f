import type { QuickLook, VerificationReport } from '../../../engine/jobs.ts'
import { isAbort } from '../../app/error-details.ts'
import type { VerifyControl } from '../../engine-host/engine.ts'
import type { Services } from '../../services.ts'
import type { NamedSubject } from './subjects.ts'

export type Depth = 'full' | 'quick'

/** Something that was put in to be verified, and how far that is. */
export interface DeskEntry extends NamedSubject {
  readonly id: string
  readonly depth: Depth
  readonly state: EntryState
}

export type EntryState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'verified'
      readonly report: VerificationReport
      readonly at: Date
      /** Fingerprints of the certificates that were trusted then, sorted and joined. */
      readonly trusted: string
    }
  | { readonly kind: 'looked'; readonly look: QuickLook }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'stopped' }

/** A certificate that is trusted when a verification begins. */
export interface Trusted {
  readonly certificateSha256: string
  /** Base64 of its DER. */
  readonly certificate: string
}

/** What was put in, newest first, and its results; kept while the window is open, so that the page may be left. */
export class VerifyDesk {
  readonly #services: Services
  readonly #listeners = new Set<() => void>()
  readonly #stops = new Map<string, AbortController>()
  #entries: readonly DeskEntry[] = []

  constructor(services: Services) {
    this.#services = services
  }

  readonly entries = (): readonly DeskEntry[] => this.#entries

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Puts subjects in; they are verified one after the other. */
  add(subjects: readonly NamedSubject[], depth: Depth, trusted: readonly Trusted[]): void {
    const added = subjects.map((subject): DeskEntry => ({
      ...subject,
      id: this.#services.newId(),
      depth,
      state: { kind: 'waiting' },
    }))
    this.#change([...added, ...this.#entries])
    for (const entry of added) void this.#run(entry, trusted)
  }

  /** Does one again, or in the other depth; what is under way is stopped. */
  again(id: string, depth: Depth, trusted: readonly Trusted[]): void {
    this.#stops.get(id)?.abort(new DOMException('stopped', 'AbortError'))
    const entry = this.#entries.find((each) => each.id === id)
    if (!entry) return
    const next: DeskEntry = { ...entry, depth, state: { kind: 'waiting' } }
    this.#replace(next)
    void this.#run(next, trusted)
  }

  stop(id: string): void {
    this.#stops.get(id)?.abort(new DOMException('stopped', 'AbortError'))
    this.#set(id, { kind: 'stopped' })
  }

  /** Takes entries off the list; what is under way is stopped. */
  remove(ids: readonly string[]): void {
    for (const id of ids) this.#stops.get(id)?.abort(new DOMException('stopped', 'AbortError'))
    this.#change(this.#entries.filter(({ id }) => !ids.includes(id)))
  }

  async #run(entry: DeskEntry, trusted: readonly Trusted[]): Promise<void> {
    const { engine, jobs, now } = this.#services
    const own = new AbortController()
    this.#stops.set(entry.id, own)
    /** Another run of the same entry may have taken its place. */
    const set = (state: EntryState) => {
      if (this.#stops.get(entry.id) === own) this.#set(entry.id, state)
    }
    try {
      await jobs.run('verify', entry.name, async (job) => {
        const control: VerifyControl = {
          signal: AbortSignal.any([job.signal, own.signal]),
          report: (done, total) => {
            job.report({ bytesDone: done, bytesTotal: total })
            set({ kind: 'running', done, total })
          },
        }
        control.signal.throwIfAborted()
        job.report({ bytesTotal: entry.bytes })
        set({ kind: 'running', done: 0, total: entry.bytes })
        if (entry.depth === 'quick') {
          set({ kind: 'looked', look: await engine.lookAt(entry.subject, control) })
          return
        }
        const report = await engine.verify(entry.subject, trusted.map(derOf), control)
        set({ kind: 'verified', report, at: now(), trusted: fingerprintsOf(trusted) })
      })
    } catch (error) {
      set(isAbort(error) ? { kind: 'stopped' } : { kind: 'failed', error })
    }
  }

  #set(id: string, state: EntryState): void {
    const entry = this.#entries.find((each) => each.id === id)
    if (entry) this.#replace({ ...entry, state })
  }

  #replace(entry: DeskEntry): void {
    this.#change(this.#entries.map((each) => (each.id === entry.id ? entry : each)))
  }

  #change(entries: readonly DeskEntry[]): void {
    this.#entries = entries
    for (const listener of this.#listeners) listener()
  }
}

const desks = new WeakMap<Services, VerifyDesk>()

/** The desk of a window. */
export function verifyDesk(services: Services): VerifyDesk {
  const desk = desks.get(services) ?? new VerifyDesk(services)
  desks.set(services, desk)
  return desk
}

/** One text for a set of certificates, to see whether it changed. */
export function fingerprintsOf(trusted: readonly Trusted[]): string {
  return trusted
    .map(({ certificateSha256 }) => certificateSha256)
    .sort()
    .join()
}

function derOf({ certificate }: Trusted): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(certificate), (character) => character.charCodeAt(0))
}
