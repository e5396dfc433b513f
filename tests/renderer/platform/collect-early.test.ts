import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'

const megabytes = 1024 * 1024
const count = 12

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Reads 48 MB in chunks nobody keeps; how many of them are still in memory afterwards. */
async function left(hear: (bytes: number) => void): Promise<number> {
  const chunks: WeakRef<Uint8Array>[] = []
  for (let index = 0; index < count; index++) {
    chunks.push(new WeakRef(new Uint8Array(4 * megabytes).fill(index)))
    hear(4 * megabytes)
    await wait(5)
  }
  await wait(100)
  return chunks.filter((chunk) => chunk.deref()).length
}

test('a worker that reads on and on keeps little of what nobody uses any more', async () => {
  vi.stubGlobal('WorkerGlobalScope', class {})
  const { countBuffers } = await import('../../../src/renderer/platform/collect-early.ts')
  expect(await left(countBuffers)).toBeLessThan(count / 2)
})

test('in the window itself nothing is collected early, for that would be felt', async () => {
  const { countBuffers } = await import('../../../src/renderer/platform/collect-early.ts')
  const made = vi.spyOn(globalThis, 'ArrayBuffer')
  for (let index = 0; index < count; index++) countBuffers(16 * megabytes)
  expect(made).not.toHaveBeenCalled()
  made.mockRestore()
})
