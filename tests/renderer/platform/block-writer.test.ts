import { expect, test } from 'vitest'
import { blockWriter } from '../../../src/renderer/platform/block-writer.ts'

const megabyte = 1024 * 1024

test('bytes arrive in order, in blocks of 4 MiB, at most four at a time', async () => {
  const sizes: number[] = []
  const arrived: Uint8Array[] = []
  let underWay = 0
  let most = 0
  const writer = blockWriter(async (block) => {
    arrived.push(block.slice())
    sizes.push(block.byteLength)
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setTimeout(resolve, 2))
    underWay -= 1
  })
  const all = Uint8Array.from({ length: 45 * megabyte + 5 }, (_, i) => (i * 7) >> 3)
  for (let offset = 0; offset < all.byteLength; offset += 1_000_003) {
    await writer.write(all.subarray(offset, offset + 1_000_003))
  }
  await writer.flush()
  expect(Buffer.compare(Buffer.concat(arrived), all)).toBe(0)
  expect(sizes).toEqual([...Array<number>(11).fill(4 * megabyte), megabyte + 5])
  expect(most).toBe(4)
  expect(underWay).toBe(0)
})

test('what a block meets is thrown once it is known, and nothing more is sent', async () => {
  let sent = 0
  const writer = blockWriter(async () => {
    sent += 1
    throw new Error('full')
  })
  await writer.write(new Uint8Array(4 * megabyte))
  await writer.settled()
  await expect(writer.write(new Uint8Array(1))).rejects.toThrow('full')
  await expect(writer.flush()).rejects.toThrow('full')
  expect(sent).toBe(1)
})

test('nothing written is nothing sent', async () => {
  const writer = blockWriter(() => Promise.reject(new Error('sent')))
  await writer.flush()
})
