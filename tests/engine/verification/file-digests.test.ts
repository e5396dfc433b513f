import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Hashing } from '../../../src/engine/ports.ts'
import { streamDigests } from '../../../src/engine/verification/file-digests.ts'
import { nodeHashing } from '../../builders/byte-ports.ts'

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251)
const expected = Object.fromEntries(
  (['sha256', 'sha512', 'sha1'] as const).map((name) => [name, createHash(name).update(bytes).digest('hex')]),
)

/** Reuses its chunk, as sources may. */
async function* chunks(size: number) {
  const chunk = new Uint8Array(size)
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size)
    chunk.set(part)
    yield chunk.subarray(0, part.length)
  }
}

function hashingWhole() {
  const wholes: number[] = []
  const hashing: Hashing = {
    ...nodeHashing,
    whole: (name, given) => {
      wholes.push(given.length)
      return Promise.resolve(new Uint8Array(createHash(name).update(given).digest()))
    },
  }
  return { hashing, wholes }
}

test.each([
  ['as long as was said', 300_000, [300_000, 300_000]],
  ['shorter than was said', 400_000, [300_000, 300_000]],
  ['longer than was said', 100_001, []],
  ['of a length nobody said', 0, []],
  ['too long to be gathered', 20_000_000, []],
])('a file %s has the same digests', async (_, said, gathered) => {
  const { hashing, wholes } = hashingWhole()
  let passed = 0
  const digests = await streamDigests(
    chunks(65_536),
    ['sha256', 'sha512', 'sha1'],
    hashing,
    (count) => (passed += count),
    said,
  )
  expect(Object.fromEntries(digests)).toEqual(expected)
  expect(passed).toBe(bytes.length)
  expect(wholes).toEqual(gathered)
})
