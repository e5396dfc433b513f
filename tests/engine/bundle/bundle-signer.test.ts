import { expect, test } from 'vitest'
import { bundleSigner } from '../../../src/engine/bundle/bundle-signer.ts'
import { aCase } from '../../builders/cases.ts'
import { planOf } from '../../builders/a-plan.ts'
import { testIdentity } from '../../builders/identities.ts'
import { explainFailure } from '../../../src/shared/messages/explain.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'

// Valid from 2026-01-01 to 2031-01-01.
const { signer } = await testIdentity('EC-P256')
const plan = planOf(aCase())

const caught = async (createdAt: string, now: string): Promise<unknown> =>
  bundleSigner({ ...plan, createdAt }, signer, {
    signal: new AbortController().signal,
    report: () => undefined,
    now: new Date(now),
    randomBytes: (length) => new Uint8Array(length),
  }).then(
    () => undefined,
    (error: unknown) => error,
  )

test.each([
  ['2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z', undefined],
  ['2025-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 'identity.not-yet-valid-then'],
  ['2031-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 'identity.expired-then'],
  // Now comes first: a clock that is wrong is the likelier cause.
  ['2025-06-01T00:00:00Z', '2025-06-01T00:00:00Z', 'identity.not-yet-valid'],
  ['2031-06-01T00:00:00Z', '2031-06-01T00:00:00Z', 'identity.expired'],
])('a bundle of %s that is signed at %s: %s', async (createdAt, now, code) => {
  const failure = await caught(createdAt, now)
  expect(failure instanceof Failure ? failure.code : failure).toBe(code)
  if (!(failure instanceof Failure)) return
  const then = failure.code.endsWith('-then')
  for (const language of ['zh', 'en'] as const) {
    const sentence = explainFailure(failure, language)
    expect(sentence.includes('--created-at')).toBe(then)
    expect(sentence.includes(createdAt)).toBe(then)
    expect(sentence).not.toMatch(/[{}]/)
  }
})
