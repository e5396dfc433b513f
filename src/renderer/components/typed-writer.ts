import { isAbort } from '../app/error-details.ts'

export type Change<T> = (value: T) => T

/** Where a record lies that is stored as it is typed. */
export interface TypedStore<T> {
  write(change: Change<T>): Promise<void>
  read(): Promise<T | undefined>
}

interface WriterParts<T> {
  readonly store: () => TypedStore<T>
  /** Shows what is stored, once nothing is on its way any more. */
  readonly show: (stored: T) => void
  /** `again` tries to store what could not be stored. */
  readonly tell: (error: unknown, again: () => void) => void
}

/** Stores the changes of one record, one write at a time; changes that wait join. */
export class TypedWriter<T> {
  readonly #parts: WriterParts<T>
  #waiting: Change<T> | undefined
  #writing: Promise<void> | undefined

  constructor(parts: WriterParts<T>) {
    this.#parts = parts
  }

  /** True when nothing is on its way: what is stored may be shown. */
  get idle(): boolean {
    return this.#writing === undefined && this.#waiting === undefined
  }

  /** Resolves when nothing is being written any more; what could not be stored waits for the next change. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  add(change: Change<T>): void {
    this.#waiting = joined(this.#waiting, change)
    this.#writing ??= this.#writeAll()
  }

  #again(): void {
    if (this.#waiting) this.#writing ??= this.#writeAll()
  }

  async #writeAll(): Promise<void> {
    // Nothing may end before `#writing` is set.
    await Promise.resolve()
    try {
      for (;;) {
        while (this.#waiting) await this.#writeNext(this.#waiting)
        const now = await this.#parts.store().read()
        // Typed while it was read: that is not stored yet.
        if (this.#waiting) continue
        if (now !== undefined) this.#parts.show(now)
        return
      }
    } catch (error) {
      this.#parts.tell(error, () => this.#again())
    } finally {
      this.#writing = undefined
    }
  }

  async #writeNext(next: Change<T>): Promise<void> {
    this.#waiting = undefined
    try {
      await this.#parts.store().write(next)
    } catch (error) {
      // Declined: what was typed meanwhile goes too, and what is stored comes back.
      this.#waiting = isAbort(error) ? undefined : joined(next, this.#waiting)
      if (!isAbort(error)) throw error
    }
  }
}

function joined<T>(first: Change<T> | undefined, then: Change<T> | undefined): Change<T> | undefined {
  return first && then ? (value) => then(first(value)) : (first ?? then)
}
