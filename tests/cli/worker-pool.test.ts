import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { WorkerRequest } from '../../src/cli/worker-request.ts'
import { WorkerPool } from '../../src/cli/worker-pool.ts'

const script = new URL('../fixtures/workers/naughty-worker.ts', import.meta.url)
const pools: WorkerPool[] = []
const never = new AbortController().signal
const ask = (name: string): WorkerRequest => ({ kind: 'take-in', name, path: '' })

function pool(size: number): WorkerPool {
  const made = new WorkerPool(size, script)
  pools.push(made)
  return made
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()))
})

test('a worker that behaves is used again', async () => {
  const workers = pool(1)
  expect(await workers.run(ask('ok'), 0, never)).toEqual({ state: 'done', value: 1 })
  expect(await workers.run(ask('fail'), 0, never)).toEqual({ state: 'failed', reason: 'EACCES' })
  expect(await workers.run(ask('ok'), 0, never)).toEqual({ state: 'done', value: 3 })
})

test.each(['hang', 'never answer'])(
  'a worker that must %s is killed in time, and the next request works',
  async (name) => {
    const workers = pool(1)
    expect(await workers.run(ask(name), 500, never)).toEqual({ state: 'timed-out' })
    expect(await workers.run(ask('ok'), 60_000, never)).toEqual({ state: 'done', value: 1 })
  },
)

test.each([
  ['throw', 'thrown in the worker'],
  ['exit', 'exit 7'],
])('a worker that must %s is reported as crashed, and the next request works', async (name, reason) => {
  const workers = pool(1)
  expect(await workers.run(ask(name), 0, never)).toEqual({ state: 'crashed', reason })
  expect(await workers.run(ask('ok'), 60_000, never)).toEqual({ state: 'done', value: 1 })
})

test('a worker that dies after its answer is not asked again, and takes nobody with it', async () => {
  const workers = pool(1)
  expect(await workers.run(ask('answer, then die'), 0, never)).toEqual({ state: 'done', value: 1 })
  await sleep(300)
  expect(await workers.run(ask('ok'), 60_000, never)).toEqual({ state: 'done', value: 1 })
})

test('at most as many run at once as the pool is large; all are answered', async () => {
  const workers = pool(2)
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) => workers.run(ask(n % 5 === 0 ? 'throw' : 'ok'), 60_000, never)),
  )
  expect(outcomes.filter(({ state }) => state === 'crashed')).toHaveLength(4)
  expect(outcomes.filter(({ state }) => state === 'done')).toHaveLength(16)
})

test('stopping rejects with the reason of the signal, also for those who wait', async () => {
  const workers = pool(1)
  const stop = new AbortController()
  const runs = ['hang', 'ok', 'ok'].map((name) => workers.run(ask(name), 0, stop.signal))
  setTimeout(() => stop.abort(), 200)
  for (const run of await Promise.allSettled(runs)) {
    expect(run.status === 'rejected' && (run.reason as Error).name).toBe('AbortError')
  }
  expect(await workers.run(ask('ok'), 60_000, never)).toEqual({ state: 'done', value: 1 })
})

test('closing ends busy workers and refuses those who wait: nothing goes on in the background', async () => {
  const workers = pool(1)
  const runs = ['hang', 'ok'].map((name) => workers.run(ask(name), 0, never))
  await sleep(200)
  await workers.close()
  for (const run of await Promise.allSettled(runs)) {
    expect(run.status === 'rejected' && (run.reason as Error).name).toBe('AbortError')
  }
})
