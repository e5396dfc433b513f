import { useEffect, useRef, useState } from 'react'
import { useNotify } from '../app/notify.ts'
import { useTrackSaving } from '../app/save-state.tsx'
import { isAbort } from '../app/error-details.ts'
import { useServices } from '../services.ts'

type Change<T> = (value: T) => T

/** Where a record lies that is stored as it is typed. */
export interface TypedStore<T> {
  write(change: Change<T>): Promise<void>
  read(): Promise<T | undefined>
}

/**
 * A record that is shown as it is typed and stored at once, one write at a time; changes that wait join. What could not be
 * stored stays on the screen and goes along with the next change; when storing was declined, what is stored comes back.
 * `stored` is live; the component must have the id of the record as its key.
 */
export function useAsTyped<T>(
  stored: T,
  store: TypedStore<T>,
): readonly [value: T, change: (change: Change<T>) => void] {
  const { session } = useServices()
  const notify = useNotify()
  const track = useTrackSaving()
  const [shown, setShown] = useState(stored)
  const latest = useRef({ store, track, notify })
  const waiting = useRef<Change<T>>(undefined)
  const writing = useRef<Promise<void>>(undefined)

  useEffect(() => {
    latest.current = { store, track, notify }
  })
  useEffect(() => {
    if (!writing.current && !waiting.current) setShown(stored)
  }, [stored])
  // Locking waits for what is typed, also after the page was left.
  useEffect(() => {
    const release = session.holdFor(async () => writing.current)
    return () => void Promise.resolve(writing.current).finally(release)
  }, [session])

  async function writeAll(): Promise<void> {
    for (let next = waiting.current; next; next = waiting.current) {
      waiting.current = undefined
      const { store: target, track: tracked, notify: tell } = latest.current
      try {
        await tracked(target.write(next))
      } catch (error) {
        if (isAbort(error)) break
        waiting.current = joined(next, waiting.current)
        tell.failure(error)
        return
      }
    }
    const now = await latest.current.store.read()
    if (now !== undefined && !waiting.current) setShown(now)
  }

  const change = (wanted: Change<T>): void => {
    setShown(wanted)
    waiting.current = joined(waiting.current, wanted)
    writing.current ??= Promise.resolve()
      .then(writeAll)
      .finally(() => {
        writing.current = undefined
      })
  }
  return [shown, change]
}

function joined<T>(first: Change<T> | undefined, then: Change<T> | undefined): Change<T> | undefined {
  return first && then ? (value) => then(first(value)) : (first ?? then)
}
