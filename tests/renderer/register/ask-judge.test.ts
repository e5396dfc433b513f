import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Judgement } from '../../../src/renderer/register/passphrase-judge.ts'

const judged = (guesses: number): Judgement => ({ score: 4, guesses, hints: [] })

/** A worker the test answers for. */
class AnsweredWorker {
  static started: AnsweredWorker[] = []
  asked: string[] = []
  ended = false
  onmessage: ((event: { data: Judgement }) => void) | undefined
  onerror: ((event: { message: string; preventDefault(): void }) => void) | undefined
  constructor() {
    AnsweredWorker.started.push(this)
  }
  postMessage(text: string): void {
    this.asked.push(text)
  }
  terminate(): void {
    this.ended = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', AnsweredWorker)
  AnsweredWorker.started = []
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function judge() {
  return (await import('../../../src/renderer/register/ask-judge.ts')).askJudge
}

test('one worker answers in order, and ends when nobody asked for a while', async () => {
  const ask = await judge()
  const first = ask('a')
  const second = ask('b')
  const [worker] = AnsweredWorker.started
  expect(worker?.asked).toEqual(['a', 'b'])
  worker?.onmessage?.({ data: judged(1) })
  worker?.onmessage?.({ data: judged(2) })
  expect([await first, await second]).toEqual([judged(1), judged(2)])
  vi.advanceTimersByTime(19_000)
  const third = ask('c')
  worker?.onmessage?.({ data: judged(3) })
  await third
  vi.advanceTimersByTime(19_000)
  expect(worker?.ended).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(worker?.ended).toBe(true)
  void ask('d')
  expect(AnsweredWorker.started).toHaveLength(2)
})

test('a worker that takes long is not ended under who waits', async () => {
  const ask = await judge()
  const first = ask('a')
  const second = ask('b')
  const [worker] = AnsweredWorker.started
  worker?.onmessage?.({ data: judged(1) })
  await first
  vi.advanceTimersByTime(60_000)
  expect(worker?.ended).toBe(false)
  worker?.onmessage?.({ data: judged(2) })
  expect(await second).toEqual(judged(2))
})

test('when the worker breaks everybody hears of it, and the next one to ask starts another', async () => {
  const ask = await judge()
  const asked = [ask('a'), ask('b')]
  const [worker] = AnsweredWorker.started
  worker?.onerror?.({ message: 'out of memory', preventDefault: () => undefined })
  for (const each of asked) await expect(each).rejects.toThrow('out of memory')
  expect(worker?.ended).toBe(true)
  const later = ask('c')
  AnsweredWorker.started[1]?.onmessage?.({ data: judged(3) })
  expect(await later).toEqual(judged(3))
})

test('a judge that does not come because nobody serves the window any more says so', async () => {
  vi.stubGlobal('location', { protocol: 'http:' })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const ask = await judge()
  const asked = ask('a')
  AnsweredWorker.started[0]?.onerror?.({ message: '', preventDefault: () => undefined })
  await expect(asked).rejects.toMatchObject({ code: 'window.not-served' })
})
