import { expect, test } from 'vitest'
import { printStream } from '../../src/main/print-stream.ts'

const piece = (length: number, fill: number) => new Uint8Array(length).fill(fill)

async function state(promise: Promise<unknown>): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  return Promise.race([promise, Promise.resolve('waiting')])
}

test('a piece is taken when somebody reads, and not before', async () => {
  const stream = printStream(5)
  const first = stream.write(piece(2, 1))
  const second = stream.write(piece(3, 2))
  expect(await state(first)).toBe('waiting')
  const reader = stream.body.getReader()
  expect((await reader.read()).value).toEqual(piece(2, 1))
  expect(await first).toBe(true)
  expect(await state(second)).toBe('waiting')
  expect((await reader.read()).value).toEqual(piece(3, 2))
  expect(await second).toBe(true)
  stream.end()
  expect((await reader.read()).done).toBe(true)
  expect(await stream.write(piece(1, 3))).toBe(false)
})

test('nobody reads any more: what is written is not wanted, and nothing waits', async () => {
  const stream = printStream(10)
  const waiting = stream.write(piece(4, 1))
  await stream.body.cancel()
  expect(await waiting).toBe(false)
  expect(await stream.write(piece(4, 1))).toBe(false)
  stream.end()
})

test('stopped from outside, the reader does not take it for a whole document', async () => {
  const stream = printStream(10)
  const reader = stream.body.getReader()
  const written = stream.write(piece(4, 1))
  await reader.read()
  await written
  const next = stream.write(piece(4, 1))
  stream.stop()
  expect(await next).toBe(false)
  await expect(reader.read()).rejects.toThrow('closed')
})

test('more or less than was announced is a bug, and ends in an error for the reader', async () => {
  const long = printStream(3)
  await expect(long.write(piece(4, 1))).rejects.toThrow('longer')
  await expect(long.body.getReader().read()).rejects.toThrow('closed')
  const short = printStream(3)
  const reader = short.body.getReader()
  const written = short.write(piece(2, 1))
  await reader.read()
  await written
  expect(() => short.end()).toThrow('shorter')
  await expect(reader.read()).rejects.toThrow('closed')
})
