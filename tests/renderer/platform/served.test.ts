import { afterEach, expect, test, vi } from 'vitest'
import { loaded, whyNotLoaded, workerError } from '../../../src/renderer/platform/served.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'

afterEach(() => void vi.unstubAllGlobals())

const answering = async () => new Response()
const refusing = async () => Promise.reject(new TypeError('Failed to fetch'))
const at = (protocol: string) => vi.stubGlobal('location', { protocol })

test.each([
  new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/assets/a.js'),
  workerError('preview', { message: '' }),
  new Error('TypeError: Failed to fetch'),
])('what did not load while nobody serves the window says so: %s', async (error) => {
  at('http:')
  expect(await whyNotLoaded(error, refusing)).toMatchObject({ code: 'window.not-served' })
  // The server answers: then it is what it was.
  expect(await whyNotLoaded(error, answering)).toBe(error)
  at('app:')
  expect(await whyNotLoaded(error, refusing)).toBe(error)
})

test.each([
  new Failure('preview.unreadable'),
  new DOMException('stopped', 'AbortError'),
  workerError('preview', { message: 'out of memory' }),
])('everything else is what it was: %s', async (error) => {
  at('http:')
  expect(await whyNotLoaded(error, refusing)).toBe(error)
})

test('a part that loads is given', async () => {
  expect(await loaded(Promise.resolve(1))).toBe(1)
})
