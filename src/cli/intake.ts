import type { SourceSurvey } from '../engine/jobs.ts'
import { Failure } from '../shared/contract/failure.ts'
import { type Finding, finding } from '../shared/contract/finding.ts'
import type { PlannedItem } from '../shared/domain/bundle-plan.ts'
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

/** Surveys an item in a throw-away worker; what hangs, crashes or is too large gets a finding instead of pages. */
export function surveyorOf(
  pathOf: ReadonlyMap<string, string>,
  pool: WorkerPool,
  limits: BundleLimits,
  signal: AbortSignal,
): (item: PlannedItem) => Promise<SourceSurvey> {
  return async (item) => {
    const { mediaType, bytes, sha256 } = item.file
    const notShown = (code: Parameters<typeof finding>[0], facts = {}): SourceSurvey => ({
      shown: false,
      findings: [finding(code, item.label, { mediaType, name: item.file.originalName, ...facts })],
    })
    if (bytes === 0) return notShown('file.empty')
    if (mediaType !== 'application/pdf' && !mediaType.startsWith('image/')) return notShown('file.not-shown')
    if (bytes > limits.maxItemBytesForPages)
      return notShown('pdf.too-large', { limit: limits.maxItemBytesForPages })
    const path = pathOf.get(sha256)
    if (path === undefined) throw new Failure('evidence.missing', { name: item.entry.file })
    const request = { kind: 'survey', label: item.label, path, mediaType } as const
    const outcome = await pool.run(request, limits.probeSeconds * 1000, signal)
    switch (outcome.state) {
      case 'done':
        return outcome.value as SourceSurvey
      case 'timed-out':
        return notShown('pdf.timed-out', { seconds: limits.probeSeconds })
      case 'crashed':
      case 'failed':
        return notShown(mediaType.startsWith('image/') ? 'image.unreadable' : 'pdf.unreadable', {
          reason: outcome.reason,
        })
    }
  }
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
