import { useEffect, useMemo, useState } from 'react'
import { useNotify } from '../../app/notify.ts'
import { useTrackSaving } from '../../app/save-state.tsx'
import { useServices } from '../../services.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import { ItemSaver } from './item-saver.ts'

/** The saver of these items; locking and closing wait for what was typed last. */
export function useItemSaver(caseId: string, rows: readonly EvidenceRow[]): ItemSaver {
  const { session } = useServices()
  const notify = useNotify()
  const track = useTrackSaving()
  const key = rows.map((row) => row.id).join(' ')
  const [latest] = useState(() => ({ notify, track }))
  useEffect(() => {
    Object.assign(latest, { notify, track })
  })
  const saver = useMemo(
    () =>
      new ItemSaver({
        items: () => session.register().items,
        caseId,
        ids: key === '' ? [] : key.split(' '),
        onFailure: (error) => latest.notify.failure(error),
        track: (work) => latest.track(work),
      }),
    [session, caseId, key, latest],
  )
  useEffect(() => {
    const release = session.holdFor(() => saver.settled())
    return () => void saver.settled().then(release)
  }, [session, saver])
  return saver
}
