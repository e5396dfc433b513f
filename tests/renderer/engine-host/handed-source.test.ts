import { expect, test } from 'vitest'
import { handedSource } from '../../../src/renderer/engine-host/handed-source.ts'
import { mostReadBytes } from '../../../src/shared/contract/bridge.ts'
import { handedPart } from '../../../src/shared/contract/handed-file.ts'

const grant = '0f'.repeat(16)
const size = 2 * mostReadBytes + 5

/** The source of a file whose every byte is its place modulo 251, and the lengths it asked for. */
function sourceOver(answer?: () => Response) {
  const asked: number[] = []
  const ask = (address: string | URL | Request) => {
    const part = handedPart(new URL(address as string, 'app://dossier/'))
    if (part?.grant !== grant || part.file !== 3) throw new Error('not an address of the file')
    asked.push(part.length)
    return Promise.resolve(answer?.() ?? new Response(bytesFrom(part.offset, part.length)))
  }
  const file = { name: 'a.zip', size, handed: { grant, file: 3 } }
  return { source: handedSource(file, 'a.zip', ask), asked }
}

function bytesFrom(offset: number, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (offset + i) % 251)
}

test('a large file is read in parts, never past its end', async () => {
  const { source, asked } = sourceOver()
  expect(source.size).toBe(size)
  expect(Buffer.from(await source.read(1, size + 10)).equals(bytesFrom(1, size - 1))).toBe(true)
  expect(asked).toEqual([mostReadBytes, mostReadBytes, 4])
  expect(await source.read(size, 5)).toHaveLength(0)
  const parts: Uint8Array[] = []
  for await (const part of source.stream(7, size - 1)) parts.push(part)
  expect(Buffer.concat(parts).equals(bytesFrom(7, size - 8))).toBe(true)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(mostReadBytes)
})

test.each<[string, () => Response, object]>([
  ['one that is shorter now', () => new Response('ab'), { code: 'verify.changed', facts: { path: 'a.zip' } }],
  ['a changed one', () => said('verify.changed'), { code: 'verify.changed' }],
  ['one that is gone', () => said('verify.vanished'), { code: 'verify.vanished' }],
  [
    'one that is closed',
    () => said('verify.unreadable EACCES'),
    { code: 'verify.unreadable', facts: { path: 'a.zip', reason: 'EACCES' } },
  ],
  [
    'one that no answer comes for',
    () => {
      throw new TypeError('Failed to fetch')
    },
    { code: 'verify.unreadable', facts: { path: 'a.zip', reason: 'TypeError' } },
  ],
  [
    'one whose bytes stop coming',
    () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('cut')) })),
    { code: 'verify.unreadable' },
  ],
  ['a bug', () => new Response('c0ffee', { status: 500 }), { name: 'Error' }],
])('%s ends in its failure', async (_name, answer, expected) => {
  await expect(sourceOver(answer).source.read(0, 10)).rejects.toMatchObject(expected)
})

function said(words: string): Response {
  return new Response(words, { status: 409 })
}
