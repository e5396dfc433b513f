import type { BundleProgress } from './bundle-wire.ts'
import type { JobHandle, JobStep } from './jobs.ts'

/** Steps that count bytes; the others count originals, papers or pages. */
const ofBytes: ReadonlySet<JobStep> = new Set(['container', 'write', 'verify'])

/** Shows the step of a bundle's job and how far it is. */
export function reportStep(job: JobHandle, { step, done, total }: BundleProgress): void {
  if (ofBytes.has(step)) job.report({ step, done: 0, total: 0, bytesDone: done, bytesTotal: total })
  else job.report({ step, done, total, bytesDone: 0, bytesTotal: 0 })
}
