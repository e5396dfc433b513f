import { expect, test } from 'vitest'
import { closeWindow } from '../../../src/renderer/app/close-window.ts'
import { createJobQueue } from '../../../src/renderer/engine-host/job-queue.ts'
import { isUnderWay } from '../../../src/renderer/engine-host/jobs.ts'

/** A window with one job that takes a moment to store what it has when it is stopped. */
function aWindow({ busy, waitedFor, close }: { busy: boolean; waitedFor: boolean; close: boolean }) {
  const happened: string[] = []
  const jobs = createJobQueue({ newId: () => crypto.randomUUID() })
  const work = async (signal: AbortSignal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
    happened.push('job ended')
    signal.throwIfAborted()
  }
  if (busy) jobs.run('take-in', '', ({ signal }) => work(signal)).catch(() => undefined)
  return {
    happened,
    jobs,
    platform: {
      readyToClose: () => void happened.push('ready'),
      ...(waitedFor ? { answerClosing: (answer: string) => void happened.push(answer) } : {}),
    },
    session: {
      settled: async () => {
        happened.push('settled')
        return Promise.resolve()
      },
    },
    leaveField: () => void happened.push('field left'),
    ask: () => {
      happened.push('asked')
      return Promise.resolve(close)
    },
  }
}

test.each([
  { when: 'nothing is under way', busy: false, waitedFor: true, close: true, ends: ['settled', 'ready'] },
  {
    when: 'the person closes over a job',
    busy: true,
    waitedFor: true,
    close: true,
    ends: ['asking', 'asked', 'going', 'job ended', 'settled', 'ready'],
  },
  {
    when: 'the person keeps working',
    busy: true,
    waitedFor: true,
    close: false,
    ends: ['asking', 'asked', 'staying'],
  },
  {
    when: 'nobody waits for an answer',
    busy: true,
    waitedFor: false,
    close: true,
    ends: ['job ended', 'settled', 'ready'],
  },
])('a window closes in order when $when', async ({ ends, ...given }) => {
  const window = aWindow(given)
  await expect.poll(() => window.jobs.jobs().length).toBe(given.busy ? 1 : 0)
  await closeWindow(window)
  expect(window.happened).toEqual(['field left', ...ends])
  expect(window.jobs.jobs().some(isUnderWay)).toBe(given.busy && !given.close)
})
