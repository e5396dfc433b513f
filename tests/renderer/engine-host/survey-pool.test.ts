import { expect, test } from 'vitest'
import type { SourceSurvey } from '../../../src/engine/jobs.ts'
import { type SurveyPort, SurveyPool } from '../../../src/renderer/engine-host/in-worker/survey-pool.ts'
import type { SurveyReply } from '../../../src/renderer/engine-host/survey-worker.ts'

const survey = { shown: false } as SourceSurvey

/** A pool whose workers answer at once, and how many were started and ended. */
function aPool(answer: SurveyReply = { survey }) {
  const count = { started: 0, ended: 0 }
  const start = (): SurveyPort => {
    count.started += 1
    const port: SurveyPort = {
      onmessage: null,
      onerror: null,
      postMessage: () =>
        queueMicrotask(() => port.onmessage?.({ data: answer } as MessageEvent<SurveyReply>)),
      terminate: () => void (count.ended += 1),
    }
    return port
  }
  const surveys = new SurveyPool(start, 2)
  const about = { mediaType: 'application/pdf', label: 'E001', at: new Date(0) }
  const probe = () =>
    surveys.probe(() => Promise.resolve(new Uint8Array(1)), about, 60, new AbortController().signal)
  return { surveys, probe, count }
}

test('a worker that behaves is used again, until the pool rests; then another begins', async () => {
  const { surveys, probe, count } = aPool()
  expect(await probe()).toEqual({ state: 'done', survey })
  await probe()
  expect(count).toEqual({ started: 1, ended: 0 })
  surveys.rest()
  expect(count).toEqual({ started: 1, ended: 1 })
  surveys.rest()
  expect(await probe()).toEqual({ state: 'done', survey })
  expect(count).toEqual({ started: 2, ended: 1 })
})

test('a pool that rests leaves those at work alone', async () => {
  const { surveys, probe, count } = aPool()
  const underWay = [probe(), probe(), probe()]
  surveys.rest()
  expect(count).toEqual({ started: 2, ended: 0 })
  expect(await Promise.all(underWay)).toHaveLength(3)
  expect(count).toEqual({ started: 2, ended: 0 })
})

test('a worker whose engine broke is ended', async () => {
  const { probe, count } = aPool({ reason: 'RangeError' })
  expect(await probe()).toEqual({ state: 'broken', reason: 'RangeError' })
  expect(count).toEqual({ started: 1, ended: 1 })
})
