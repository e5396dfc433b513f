import { Failure } from '../../../shared/contract/failure.ts'
import type { ObstacleCase } from '../../../shared/domain/obstacle-report.ts'
import type { JobHandle } from '../../engine-host/jobs.ts'
import type { Session } from '../../register/session.ts'

export interface GatheredObstacles {
  readonly cases: readonly ObstacleCase[]
  /** Cases that could not be opened. */
  readonly unread: number
}

/** Reads what the report on obstacles needs, one case after the other. Throws AbortError and Failure register.locked. */
export async function gatherObstacles(
  session: Pick<Session, 'register' | 'settled'>,
  ids: readonly string[],
  job: JobHandle,
): Promise<GatheredObstacles> {
  await session.settled()
  const { cases } = session.register()
  const read: ObstacleCase[] = []
  let unread = 0
  job.report({ total: ids.length })
  for (const [index, id] of ids.entries()) {
    job.signal.throwIfAborted()
    try {
      const stored = await cases.get(id)
      // No more of a case is kept than the report needs.
      if (stored) read.push(partOf(stored.draft))
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'register.damaged') throw error
      unread += 1
    }
    job.report({ done: index + 1 })
  }
  return { cases: read, unread }
}

function partOf({ caseCode, brand = '', notice: { office }, obstacles = [] }: ObstacleCase): ObstacleCase {
  return { caseCode, brand, notice: { office }, obstacles }
}
