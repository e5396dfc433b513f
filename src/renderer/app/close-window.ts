import { isUnderWay, type JobQueue } from '../engine-host/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import type { Session } from '../register/session.ts'

export interface ClosePorts {
  readonly platform: Pick<Platform, 'answerClosing' | 'readyToClose'>
  readonly jobs: Pick<JobQueue, 'jobs' | 'subscribe' | 'cancelAll'>
  readonly session: Pick<Session, 'settled'>
  /** What is being typed is stored when its field is left. */
  readonly leaveField: () => void
  /** Asks whether work under way may be stopped. */
  readonly ask: () => Promise<boolean>
}

/**
 * Answers a window that is about to close: asks first when that would stop work and somebody waits for the answer, then
 * ends the work, stores what was typed and lets it close.
 */
export async function closeWindow({ platform, jobs, session, leaveField, ask }: ClosePorts): Promise<void> {
  leaveField()
  if (platform.answerClosing && jobs.jobs().some(isUnderWay)) {
    platform.answerClosing('asking')
    if (!(await ask())) return platform.answerClosing('staying')
    platform.answerClosing('going')
  }
  jobs.cancelAll()
  // What is left by a field may be on its way to the register only after this turn.
  await new Promise((resolve) => setTimeout(resolve))
  await allEnded(jobs)
  await session.settled().catch(() => undefined)
  platform.readyToClose()
}

/** Resolves when no job is under way; what a stopped job had taken in is stored by then. */
function allEnded(jobs: ClosePorts['jobs']): Promise<void> {
  if (!jobs.jobs().some(isUnderWay)) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = jobs.subscribe(() => {
      if (jobs.jobs().some(isUnderWay)) return
      stop()
      resolve()
    })
  })
}
