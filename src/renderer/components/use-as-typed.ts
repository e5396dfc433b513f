import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../app/notify.ts'
import { useTrackSaving } from '../app/save-state.tsx'
import { useServices } from '../services.ts'
import { type Change, type TypedStore, TypedWriter } from './typed-writer.ts'

/**
 * A record that is shown as it is typed and stored at once, one write at a time; changes that wait join. What could not be
 * stored stays on the screen and goes along with the next change; when storing was declined, what is stored comes back.
 * `stored` is live; the component must have the id of the record as its key.
 */
export function useAsTyped<T>(
  stored: T,
  store: TypedStore<T>,
): readonly [value: T, change: (change: Change<T>) => void] {
  const { t } = useTranslation('frame')
  const { session } = useServices()
  const notify = useNotify()
  const track = useTrackSaving()
  const [shown, setShown] = useState(stored)
  const latest = useRef({ store, track, notify })
  const [writer] = useState(
    () =>
      new TypedWriter<T>({
        store: () => ({
          write: (change) => latest.current.track(latest.current.store.write(change)),
          read: () => latest.current.store.read(),
        }),
        show: (now) => setShown(() => now),
        tell: (error, again) => latest.current.notify.failure(error, { label: t('tryAgain'), run: again }),
      }),
  )

  useEffect(() => {
    latest.current = { store, track, notify }
  })
  useEffect(() => {
    if (writer.idle) setShown(() => stored)
  }, [stored, writer])
  // Locking waits for what is typed, also after the page was left.
  useEffect(() => {
    const release = session.holdFor(() => writer.settled())
    return () => void writer.settled().finally(release)
  }, [session, writer])

  const change = (wanted: Change<T>): void => {
    setShown(wanted)
    writer.add(wanted)
  }
  return [shown, change]
}
