import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'

const megabytes = 1024 * 1024
const count = 12

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Reads 48 MB in chunks nobody keeps; how many of them are still in memory afterwards. */
async function read(hear: (bytes: number) => void): Promise<() => number> {
  const chunks: WeakRef<Uint8Array>[] = []
  for (let index = 0; index < count; index++) {
    chunks.push(new WeakRef(new Uint8Array(4 * megabytes).fill(index)))
    hear(4 * megabytes)
    await wait(5)
  }
  return () => chunks.filter((chunk) => chunk.deref()).length
}

test('a worker that reads on and on keeps little of what nobody uses any more', async () => {
  vi.stubGlobal('WorkerGlobalScope', class {})
  const { countBuffers } = await import('../../../src/renderer/platform/collect-early.ts')
  await expect.poll(await read(countBuffers), { timeout: 10_000 }).toBeLessThan(count / 2)
})

test('it is asked for once for every 16 MiB, and no room to ask with stops nobody', async () => {
  vi.stubGlobal('WorkerGlobalScope', class {})
  const { countBuffers } = await import('../../../src/renderer/platform/collect-early.ts')
  const made = vi.spyOn(globalThis, 'ArrayBuffer').mockImplementation(() => {
    throw new RangeError('Array buffer allocation failed')
  })
  for (let index = 0; index < count; index++) countBuffers(4 * megabytes)
  expect(made.mock.calls).toEqual([[64 * megabytes], [64 * megabytes], [64 * megabytes]])
  made.mockRestore()
})

test('in the window itself nothing is collected early, for that would be felt', async () => {
  const { countBuffers } = await import('../../../src/renderer/platform/collect-early.ts')
  const made = vi.spyOn(globalThis, 'ArrayBuffer')
  for (let index = 0; index < count; index++) countBuffers(16 * megabytes)
  expect(made).not.toHaveBeenCalled()
  made.mockRestore()
})
