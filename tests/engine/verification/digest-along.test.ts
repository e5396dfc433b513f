import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HashThread } from '../../../src/engine/ports.ts'
import { digestAlong } from '../../../src/engine/verification/digest-along.ts'
import { streamDigests } from '../../../src/engine/verification/file-digests.ts'
import { memorySource, nodeHashing } from '../../builders/byte-ports.ts'

const signal = new AbortController().signal
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A hash on another thread that copies, answers late and takes notes. */
function lateThread(open: string[], name: 'sha256' | 'sha512' | 'sm3'): HashThread {
  const hash = createHash(name)
  open.push(name)
  let waiting = Promise.resolve()
  return {
    update(bytes) {
      const copy = bytes.slice()
      waiting = waiting.then(async () => {
        await new Promise((resolve) => setImmediate(resolve))
        hash.update(copy)
      })
      return waiting
    },
    async digest() {
      await waiting
      return new Uint8Array(hash.digest())
    },
    drop: () => void open.splice(open.indexOf(name), 1),
  }
}

describe('the digest that comes along', () => {
  it('is that of the whole file, in whatever order and how far it is streamed', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, n) => (n * 31) % 251)
    const range = fc.tuple(fc.nat(5000), fc.nat(5000))
    await fc.assert(
      fc.asyncProperty(
        fc.array(range, { maxLength: 6 }),
        fc.integer({ min: 1, max: 900 }),
        async (parts, chunk) => {
          const along = digestAlong(memorySource(bytes, chunk), await nodeHashing.create('sha256'))
          for (const [from, to] of parts) {
            const read: number[] = []
            for await (const part of along.source.stream(from, to)) read.push(...part)
            expect(read).toEqual([...bytes.subarray(from, Math.max(from, to))])
          }
          expect(await along.end(signal)).toBe(sha256(bytes))
        },
      ),
      { seed: 20261122, numRuns: 100 },
    )
  })
})

it('what is streamed in order is read once', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, n) => n % 251)
  const inner = memorySource(bytes, 100)
  let read = 0
  const along = digestAlong(
    {
      size: inner.size,
      read: (offset, length) => {
        read += length
        return inner.read(offset, length)
      },
      async *stream(start, end) {
        for await (const chunk of inner.stream(start, end)) {
          read += chunk.length
          yield chunk
        }
      },
    },
    await nodeHashing.create('sha256'),
  )
  for (const [from, to] of [
    [30, 1000],
    [1046, 4900],
  ])
    for await (const chunk of along.source.stream(from, to)) expect(chunk.length).toBeGreaterThan(0)
  expect(await along.end(signal)).toBe(sha256(bytes))
  expect(read).toBe(bytes.length)
})

describe('digests on threads', () => {
  it('are the same, and every thread is given back, also when the stream breaks off', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7) % 256)
    const open: string[] = []
    const hashing = {
      ...nodeHashing,
      thread: async (name: 'sha256' | 'sha512' | 'sm3') => lateThread(open, name),
    }
    const names = ['sha256', 'sha512', 'sm3', 'md5'] as const
    const passed: number[] = []
    const source = () => memorySource(bytes).stream()
    const digests = await streamDigests(source(), names, hashing, (count) => passed.push(count), 2_000_000)
    for (const name of names) expect(digests.get(name)).toBe(createHash(name).update(bytes).digest('hex'))
    expect(passed.reduce((sum, count) => sum + count)).toBe(bytes.length)
    expect(open).toEqual([])
    async function* broken() {
      yield bytes
      throw new Error('the disc is scratched')
    }
    await expect(streamDigests(broken(), names, hashing, () => undefined, 2_000_000)).rejects.toThrow(
      'scratched',
    )
    expect(open).toEqual([])
  })

  it('are not used for little', async () => {
    const hashing = {
      ...nodeHashing,
      thread: () => Promise.reject(new Error('a thread for three bytes')),
    }
    const digests = await streamDigests(
      memorySource(new Uint8Array(3)).stream(),
      ['sha256', 'sm3'],
      hashing,
      () => undefined,
      3,
    )
    expect(digests.get('sha256')).toBe(sha256(new Uint8Array(3)))
  })
})
