import { expect, it } from 'vitest'
import { errorDetails, errorLine, isAbort } from '../../../src/renderer/app/error-details.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'

const name = '王某某 合同.pdf'

it('a failure is its code; facts hold names and stay out', () => {
  const line = errorLine(new Failure('intake.changed', { name }, new TypeError(name)))
  expect(line).toBe('failure intake.changed cause=TypeError')
})

it('a bug is its kind and where it was thrown; its message stays out, over several lines too', () => {
  const line = errorLine(new RangeError(`cannot read ${name}\n    second line of ${name}`))
  expect(line).toMatch(/^bug RangeError .*error-details\.test/)
  expect(line).not.toContain('王')
})

it('what is thrown that is no error is only named by type', () => {
  expect(errorLine(name)).toBe('thrown string')
})

it('details have versions, moment and code', () => {
  const details = errorDetails(
    new Failure('register.full', { name }),
    { version: '0.1.0', runtime: { electron: '45.4.1' } },
    new Date('2026-11-22T10:00:00Z'),
  )
  expect(details.split('\n')).toEqual([
    'Rights Dossier 0.1.0',
    'electron 45.4.1',
    '2026-11-22T10:00:00.000Z',
    'failure register.full',
  ])
})

it('only work that was stopped is an abort', () => {
  expect(isAbort(new DOMException('stopped', 'AbortError'))).toBe(true)
  expect(isAbort(new Error('stopped'))).toBe(false)
})
