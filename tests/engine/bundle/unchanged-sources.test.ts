import { createHash } from 'node:crypto'
import { setImmediate as soon } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { UnchangedSources } from '../../../src/engine/bundle/unchanged-sources.ts'
import type { ContentStore } from '../../../src/engine/ports.ts'
import type { PlannedItem } from '../../../src/shared/domain/bundle-plan.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** An item that was taken in with this text. */
const item = (text: string) =>
  ({ file: { sha256: sha256(text) }, entry: { file: `${text}.pdf` } }) as unknown as PlannedItem

/** A store whose one buffer every reading uses again, as the CLI's does. */
function storeOf(found: (sha256: string) => string): ContentStore {
  const buffer = new Uint8Array(16)
  return {
    open: () => Promise.reject(new Error('not asked for')),
    readWhole: (digest) => {
      const bytes = bytesOf(found(digest))
      buffer.set(bytes)
      return Promise.resolve(buffer.subarray(0, bytes.length))
    },
  }
}

const asTakenIn = new Map(['one', 'two', 'three'].map((text) => [sha256(text), text]))

test('originals that are what they were are read in turn', async () => {
  const sources = new UnchangedSources(storeOf((digest) => asTakenIn.get(digest) ?? ''))
  for (const text of ['one', 'two', 'three']) {
    expect(Buffer.from(await sources.read(item(text))).toString()).toBe(text)
  }
  expect(await sources.allUnchanged()).toEqual(new Set(asTakenIn.keys()))
})

test.each(['one', 'two', 'three'])(
  '%s was changed: said by name, before anything is published',
  async (changed) => {
    const sources = new UnchangedSources(
      storeOf((digest) => (digest === sha256(changed) ? 'other' : (asTakenIn.get(digest) ?? ''))),
    )
    const readAll = async () => {
      for (const text of ['one', 'two', 'three']) {
        await sources.read(item(text))
        await soon()
      }
      await sources.allUnchanged()
    }
    await expect(readAll()).rejects.toMatchObject({
      code: 'evidence.changed',
      facts: { name: `${changed}.pdf` },
    })
  },
)
