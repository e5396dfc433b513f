import type { EditStep, Item, ItemRepository } from '../../register/register.ts'
import { isAbort } from '../../app/error-details.ts'
import { fieldText, type ItemField, sharedText, withFields } from './item-form.ts'

/** Of many items a write takes a while: typing rests so long before it is stored. One is stored as it is typed. */
const restMs = 400
const manyItems = 20

/**
 * Keeps what is typed about one item or several, and stores it: one write in flight, later changes joined. What was typed
 * stays when a write fails, and goes along with the next one; when storing was declined the stored values come back.
 * `track` follows from the first key to the end of the write.
 */
export class ItemSaver {
  readonly #items: () => ItemRepository
  readonly #caseId: string
  readonly #ids: readonly string[]
  readonly #onFailure: (error: unknown) => void
  readonly #track: <T>(work: Promise<T>) => Promise<T>
  readonly #listeners = new Set<() => void>()
  #typed: ReadonlyMap<ItemField, string> = new Map()
  #waiting = new Map<ItemField, string>()
  #merge = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> | undefined
  #followed: { readonly end: (work: Promise<void>) => void } | undefined

  constructor(parts: {
    readonly items: () => ItemRepository
    readonly caseId: string
    readonly ids: readonly string[]
    readonly onFailure: (error: unknown) => void
    readonly track: <T>(work: Promise<T>) => Promise<T>
  }) {
    this.#items = parts.items
    this.#caseId = parts.caseId
    this.#ids = parts.ids
    this.#onFailure = parts.onFailure
    this.#track = parts.track
  }

  /** What was typed and is not read back yet. */
  readonly typed = (): ReadonlyMap<ItemField, string> => this.#typed

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What a field shows: the typed text, else the stored one; undefined when several items differ. */
  shown(items: readonly Item[], field: ItemField): string | undefined {
    const typed = this.#typed.get(field)
    if (typed !== undefined) return typed
    const [first, ...others] = items
    if (!first) return ''
    return others.length === 0
      ? fieldText(first.details, field)
      : sharedText(
          items.map((item) => item.details),
          field,
        )
  }

  /** `visit` names one stay in a field: its changes are one step of the history. */
  change(field: ItemField, text: string, visit: string): void {
    if (this.#merge !== '' && this.#merge !== visit) this.flush()
    this.#merge = visit
    this.#waiting.set(field, text)
    this.#follow()
    this.#show(new Map(this.#typed).set(field, text))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), this.#ids.length > manyItems ? restMs : 0)
  }

  /** Stores what waits, now. */
  flush(): void {
    clearTimeout(this.#timer)
    if (this.#waiting.size > 0) this.#follow()
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
    })
  }

  /** Stores what waits; resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    this.flush()
    while (this.#writing) await this.#writing
  }

  async #writeAll(): Promise<void> {
    const work = this.#writeWaiting()
    await work.catch((error: unknown) => {
      if (!isAbort(error)) this.#onFailure(error)
    })
    this.#followed?.end(work)
    this.#followed = undefined
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.size > 0) {
      const touched = this.#waiting
      this.#waiting = new Map()
      const step: EditStep = { kind: 'item.edit', merge: `${this.#merge} ${[...touched.keys()].join()}` }
      try {
        await this.#items().edit(this.#caseId, this.#ids, (details) => withFields(details, touched), step)
      } catch (error) {
        if (isAbort(error)) this.#forget(touched)
        else this.#waiting = new Map([...touched, ...this.#waiting])
        throw error
      }
    }
  }

  #follow(): void {
    if (this.#followed) return
    const stored = new Promise<void>((resolve) => {
      this.#followed = { end: resolve }
    })
    this.#track(stored).catch(() => undefined)
  }

  /** Lets go of what the stored items say too, so that undoing shows. */
  settle(items: readonly Item[]): void {
    if (this.#writing || this.#waiting.size > 0 || this.#typed.size === 0) return
    const left = new Map(
      [...this.#typed].filter(([field, text]) =>
        items.some((item) => fieldText(item.details, field) !== text),
      ),
    )
    if (left.size !== this.#typed.size) this.#show(left)
  }

  #forget(touched: ReadonlyMap<ItemField, string>): void {
    this.#show(new Map([...this.#typed].filter(([field]) => !touched.has(field))))
  }

  #show(typed: ReadonlyMap<ItemField, string>): void {
    this.#typed = typed
    for (const listener of this.#listeners) listener()
  }
}
