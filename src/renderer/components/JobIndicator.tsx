import { useSyncExternalStore } from 'react'
import type { JobView } from '../engine-host/jobs.ts'
import { useServices } from '../services.ts'
import { JobProgress } from './JobProgress.tsx'

/** The job under way in the top bar; nothing when there is none. */
export function JobIndicator() {
  const running = useJobs().find((job) => job.state === 'running')
  return running ? <JobProgress job={running} compact /> : null
}

/** The jobs of the window, live. */
export function useJobs(): readonly JobView[] {
  const { jobs } = useServices()
  return useSyncExternalStore(
    (listener) => jobs.subscribe(listener),
    () => jobs.jobs(),
  )
}
