import { expect, test } from 'vitest'
import type { OutputCall } from '../../../src/renderer/engine-host/bundle-wire.ts'
import { remoteOutput } from '../../../src/renderer/engine-host/in-worker/remote-output.ts'

const block = 4 * 1024 * 1024

/** A window that keeps what it is told to write; bytes change hands there and back as between threads. */
function windowOf() {
  const written: Buffer[] = []
  let turn = 0
  const call = async (what: OutputCall, transfer: Transferable[] = []): Promise<unknown> => {
    const arrived = structuredClone(what, { transfer: transfer as ArrayBuffer[] })
    if (arrived.op !== 'write') return undefined
    written.push(Buffer.from(arrived.bytes))
    // Answers come in any order, and several blocks are under way.
    await new Promise((resolve) => setTimeout(resolve, (turn += 1) % 3))
    // What the worker gets back is spoilt: only what it fills anew may count.
    arrived.bytes.fill(255)
    return structuredClone(arrived.bytes, { transfer: [arrived.bytes.buffer] })
  }
  return { call, written }
}

test('blocks whose memory comes back and is filled again arrive as they were written', async () => {
  const { call, written } = windowOf()
  const bytes = new Uint8Array(9 * block + 17).map((_, index) => (index * 31 + (index >> 16)) % 251)
  const file = await remoteOutput(call).create('a.zip')
  for (let at = 0; at < bytes.length; at += 3_000_001) await file.write([bytes.subarray(at, at + 3_000_001)])
  await file.close()
  expect(written.map(({ length }) => length)).toEqual([...Array<number>(9).fill(block), 17])
  expect(Buffer.concat(written).equals(Buffer.from(bytes))).toBe(true)
})
