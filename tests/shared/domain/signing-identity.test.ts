import { expect, test } from 'vitest'
import {
  identityState,
  maySign,
  validityFor,
  weakKeyFindings,
} from '../../../src/shared/domain/signing-identity.ts'

const times = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2026-12-31T23:59:59Z', canSign: true }

test.each([
  ['2025-12-31T23:59:59Z', { kind: 'not-yet-valid', days: 1 }, false],
  ['2025-12-01T00:00:00Z', { kind: 'not-yet-valid', days: 31 }, false],
  ['2026-01-01T00:00:00Z', { kind: 'valid', days: 364 }, true],
  ['2026-12-01T23:59:59Z', { kind: 'valid', days: 30 }, true],
  ['2026-12-02T00:00:00Z', { kind: 'soon', days: 29 }, true],
  ['2026-12-31T23:59:59Z', { kind: 'soon', days: 0 }, true],
  ['2027-01-01T00:00:00Z', { kind: 'expired', days: 0 }, false],
  ['2027-01-03T00:00:00Z', { kind: 'expired', days: 2 }, false],
] as const)('an identity of 2026 stands at %s as %j', (now, state, usable) => {
  expect(identityState(times, new Date(now))).toEqual(state)
  expect(maySign(identityState(times, new Date(now)))).toBe(usable)
})

test.each(['2020-01-01', '2026-06-01', '2030-01-01'])('without signing use it may never sign (%s)', (day) => {
  const state = identityState({ ...times, canSign: false }, new Date(day))
  expect(state).toEqual({ kind: 'not-for-signing' })
  expect(maySign(state)).toBe(false)
})

test.each([
  ['RSA-1024', true],
  ['RSA-2047', true],
  ['RSA-2048', false],
  ['RSA-4096', false],
  ['EC-P256', false],
])('a key %s is weak: %s', (keyType, weak) => {
  expect(weakKeyFindings(keyType, 'x').map(({ code }) => code)).toEqual(weak ? ['identity.weak-key'] : [])
})

test('what is made on a leap day ends a day later in other years', () => {
  const { notBefore, notAfter } = validityFor(3, new Date('2028-02-29T12:00:00Z'))
  expect(notBefore.toISOString()).toBe('2028-02-29T11:00:00.000Z')
  expect(notAfter.toISOString()).toBe('2031-03-01T12:00:00.000Z')
})
