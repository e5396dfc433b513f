import { describe, expect, test } from 'vitest'
import { createJobQueue } from '../../../src/renderer/engine-host/job-queue.ts'
import type { JobHandle, JobView } from '../../../src/renderer/engine-host/jobs.ts'

/** A queue over a clock that the test moves. */
function queueWithClock() {
  let now = 0
  let id = 0
  const timers: { readonly at: number; readonly work: () => void }[] = []
  const queue = createJobQueue({
    newId: () => `job-${++id}`,
    clock: () => now,
    later: (work, ms) => timers.push({ at: now + ms, work }),
  })
  let emitted = 0
  queue.subscribe(() => (emitted += 1))
  const advance = (ms: number) => {
    now += ms
    for (const timer of timers.splice(0)) {
      if (timer.at <= now) timer.work()
      else timers.push(timer)
    }
  }
  return { queue, advance, emitted: () => emitted }
}

/** Work that the test ends by hand. */
function heldWork() {
  let end: (value: string) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  let handle: JobHandle | undefined
  const work = (job: JobHandle) => {
    handle = job
    return new Promise<string>((resolve, reject) => {
      end = resolve
      fail = reject
      job.signal.addEventListener('abort', () => reject(job.signal.reason as Error))
    })
  }
  return { work, end: (v: string) => end(v), fail: (e: unknown) => fail(e), job: () => handle! }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('the job queue', () => {
  test('runs one job after the other', async () => {
    const { queue, advance } = queueWithClock()
    const [first, second] = [heldWork(), heldWork()]
    const results = [queue.run('take-in', 'a', first.work), queue.run('save-folder', 'b', second.work)]
    await soon()
    advance(100)
    expect(queue.jobs().map((job) => job.state)).toEqual(['running', 'waiting'])
    first.end('one')
    await results[0]
    await soon()
    advance(100)
    expect(queue.jobs().map((job) => job.state)).toEqual(['done', 'running'])
    second.end('two')
    expect(await Promise.all(results)).toEqual(['one', 'two'])
  })

  test('tells speed over the last seconds and the time left', async () => {
    const { queue, advance } = queueWithClock()
    const held = heldWork()
    const result = queue.run('take-in', 'a', held.work)
    await soon()
    held.job().report({ bytesTotal: 10_000_000 })
    for (let second = 1; second <= 4; second++) {
      advance(1000)
      held.job().report({ bytesDone: second * 1_000_000 })
    }
    advance(100)
    expect(queue.jobs()[0]).toMatchObject({ speed: 1_000_000, secondsLeft: 6 })
    for (let second = 5; second <= 9; second++) {
      advance(2000)
      held.job().report({ bytesDone: second * 1_000_000 })
    }
    advance(100)
    // The fast beginning is forgotten.
    expect(queue.jobs()[0]!.speed).toBeCloseTo(500_000, -3)
    held.end('')
    await result
  })

  test('says at most ten times a second what changed, and the last word always', async () => {
    const { queue, advance, emitted } = queueWithClock()
    const held = heldWork()
    const result = queue.run('take-in', 'a', held.work)
    await soon()
    const before = emitted()
    for (let i = 0; i < 1000; i++) {
      held.job().report({ bytesDone: i })
      advance(1)
    }
    expect(emitted() - before).toBeLessThanOrEqual(10)
    held.end('')
    await result
    advance(100)
    expect(queue.jobs()[0]).toMatchObject({ state: 'done', bytesDone: 999 })
  })

  test('cancels the running job and the waiting one', async () => {
    const { queue, advance } = queueWithClock()
    const held = heldWork()
    let begun = false
    const results = [
      queue.run('take-in', 'a', held.work),
      queue.run('take-in', 'b', async () => {
        begun = true
      }),
    ]
    const ends = Promise.allSettled(results)
    await soon()
    queue.cancelAll()
    for (const end of await ends) expect(end).toMatchObject({ reason: { name: 'AbortError' } })
    advance(100)
    expect(begun).toBe(false)
    expect(queue.jobs().map((job) => job.state)).toEqual(['cancelled', 'cancelled'])
  })

  test('work that ends in another error because it was cancelled counts as cancelled', async () => {
    const { queue, advance } = queueWithClock()
    const held = heldWork()
    const result = queue.run('take-in', 'a', (job) =>
      held.work(job).catch(() => {
        throw new Error('connection closed')
      }),
    )
    await soon()
    queue.cancel('job-1')
    await expect(result).rejects.toMatchObject({ name: 'AbortError' })
    advance(100)
    expect(queue.jobs()[0]).toMatchObject({ state: 'cancelled' })
  })

  test('a failed job keeps its error, lets the next one run and can be dismissed', async () => {
    const { queue, advance } = queueWithClock()
    const error = new Error('broken')
    const failing = queue.run('take-in', 'a', () => Promise.reject(error))
    const next = queue.run('take-in', 'b', async () => 'fine')
    await expect(failing).rejects.toBe(error)
    expect(await next).toBe('fine')
    advance(100)
    expect(queue.jobs()[0]).toMatchObject({ state: 'failed', error } satisfies Partial<JobView>)
    queue.dismiss('job-1')
    advance(100)
    expect(queue.jobs().map((job) => job.id)).toEqual(['job-2'])
  })

  test('a job under way cannot be dismissed, and a list is the same until something changes', async () => {
    const { queue, advance } = queueWithClock()
    const held = heldWork()
    const result = queue.run('take-in', 'a', held.work)
    await soon()
    advance(100)
    queue.dismiss('job-1')
    advance(100)
    const jobs = queue.jobs()
    expect(jobs).toHaveLength(1)
    expect(queue.jobs()).toBe(jobs)
    held.end('')
    await result
  })
})
