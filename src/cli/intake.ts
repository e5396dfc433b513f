import { type SourceSurvey, type Surveyor, surveyorOver } from '../engine/jobs.ts'
import { Failure } from '../shared/contract/failure.ts'
import { type Finding, finding } from '../shared/contract/finding.ts'
import type { TakenIn } from '../shared/domain/intake.ts'
import type { BundleLimits } from '../shared/domain/limits.ts'
import type { ByteSource, HashName, JobContext } from '../engine/ports.ts'
import type { ListedFile } from './files/case-folder.ts'
import { pathOfSource } from './files/file-source.ts'
import type { WorkerPool } from './worker-pool.ts'

/** Hashes every listed file, a few at a time; by the path in case.json. What cannot be read is a finding. */
export async function takeInFiles(
  files: readonly ListedFile[],
  pool: WorkerPool,
  context: Pick<JobContext, 'signal' | 'report'>,
): Promise<{ readonly intake: ReadonlyMap<string, TakenIn>; readonly findings: readonly Finding[] }> {
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  let done = 0
  const intake = new Map<string, TakenIn>()
  const findings: Finding[] = []
  // The largest first, so that all workers end at about the same time.
  const ordered = [...files].sort((a, b) => b.bytes - a.bytes)
  await Promise.all(
    ordered.map(async (file) => {
      const outcome = await pool.run(
        { kind: 'take-in', name: file.path, path: file.absolute },
        0,
        context.signal,
      )
      if (outcome.state === 'done') intake.set(file.path, outcome.value as TakenIn)
      else {
        const reason = 'reason' in outcome ? outcome.reason : outcome.state
        findings.push(finding('file.unreadable', file.at, { file: file.path, reason }))
      }
      done += file.bytes
      context.report('hash', done, total)
    }),
  )
  return { intake, findings }
}

/** Surveys items in the throw-away workers of the pool. */
export function surveyorOf(
  pathOf: ReadonlyMap<string, string>,
  pool: WorkerPool,
  limits: BundleLimits,
  signal: AbortSignal,
): Surveyor {
  return surveyorOver(async ({ label, file: { mediaType, sha256 } }) => {
    const path = pathOf.get(sha256)
    if (path === undefined) return undefined
    const request = { kind: 'survey', label, path, mediaType } as const
    const outcome = await pool.run(request, limits.probeSeconds * 1000, signal)
    if (outcome.state === 'done') return { state: 'done', survey: outcome.value as SourceSurvey }
    if (outcome.state === 'timed-out') return outcome
    return { state: 'broken', reason: outcome.reason }
  }, limits)
}

/** Hashes finished files of ours in a worker, while the main thread goes on. */
export function digesterOf(
  pool: WorkerPool,
  signal: AbortSignal,
): (file: ByteSource, name: HashName) => Promise<string> {
  return async (file, name) => {
    const path = pathOfSource(file)
    if (path === undefined) throw new Error('this source is no file')
    const outcome = await pool.run({ kind: 'digest', path, names: [name] }, 0, signal)
    if (outcome.state === 'done') return (outcome.value as Record<HashName, string>)[name]
    throw new Failure('output.failed', { path, reason: 'reason' in outcome ? outcome.reason : outcome.state })
  }
}
