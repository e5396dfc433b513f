import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../app/announce.ts'
import type { JobView } from '../engine-host/jobs.ts'
import { useServices } from '../services.ts'
import { JobProgress } from './JobProgress.tsx'

/** The job under way in the top bar and how many wait behind it; nothing when there is none. */
export function JobIndicator() {
  const { t } = useTranslation('jobs')
  const jobs = useJobs()
  useJobVoice(jobs)
  const running = jobs.find((job) => job.state === 'running')
  const waiting = jobs.filter((job) => job.state === 'waiting').length
  if (!running) return null
  return (
    <>
      <JobProgress job={running} />
      {waiting > 0 && <span className="job-waiting">{t('waiting', { count: waiting })}</span>}
    </>
  )
}

/** The jobs of the window, live. */
export function useJobs(): readonly JobView[] {
  const { jobs } = useServices()
  return useSyncExternalStore(
    (listener) => jobs.subscribe(listener),
    () => jobs.jobs(),
  )
}

/**
 * Says once that a job begins or was cancelled, and takes ended jobs out of the list. How a job ended otherwise is told by
 * the page that asked for it.
 */
function useJobVoice(views: readonly JobView[]): void {
  const { t } = useTranslation('jobs')
  const { jobs } = useServices()
  const announce = useAnnounce()
  const begun = useRef(new Set<string>())
  useEffect(() => {
    for (const job of views) {
      const name = t(`kind.${job.kind}`)
      if (job.state === 'running' && !begun.current.has(job.id)) {
        begun.current.add(job.id)
        announce(t('started', { name }))
      }
      if (job.state === 'cancelled') announce(t('cancelled', { name }))
      if (job.state !== 'running' && job.state !== 'waiting') {
        begun.current.delete(job.id)
        jobs.dismiss(job.id)
      }
    }
  }, [announce, jobs, t, views])
}
