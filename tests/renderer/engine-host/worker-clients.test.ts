import limits from '../../../resources/limits.json' with { type: 'json' }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEngine } from '../../../src/renderer/engine-host/engine-client.ts'
import type { BundleWorkerReply, BundleWorkerRequest } from '../../../src/renderer/engine-host/bundle-wire.ts'
import { openPreviewIn } from '../../../src/renderer/engine-host/preview-client.ts'
import { SparePreview } from '../../../src/renderer/engine-host/spare-preview.ts'
import { TakeInClient } from '../../../src/renderer/engine-host/take-in-client.ts'
import type {
  IdentityReply,
  IdentityRequest,
  PreviewReply,
  PreviewRequest,
  TakeInReply,
  TakeInRequest,
  WorkerPort,
} from '../../../src/renderer/engine-host/wire.ts'

/** A worker that does what the test says, and keeps what it was told. */
class ScriptedPort<Request, Reply> implements WorkerPort<Request, Reply> {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null
  onerror: ((event: ErrorEvent) => void) | null = null
  readonly requests: Request[] = []
  terminated = false
  postMessage(request: Request): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
  reply(data: Reply): void {
    this.onmessage?.({ data } as MessageEvent<Reply>)
  }
  crash(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent)
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const file = new File(['content'], 'a.txt')
const control = (signal = new AbortController().signal) => ({ signal, report: () => undefined })
const result = {
  original: { path: 'a', bytes: 7, sha256: '', sha512: '', sm3: '', mediaType: 'text/plain' },
  contentId: 'c',
  known: false,
}

describe('the client of the take-in worker', () => {
  const ports: ScriptedPort<TakeInRequest, TakeInReply>[] = []
  const client = () => {
    ports.length = 0
    return new TakeInClient(() => {
      const port = new ScriptedPort<TakeInRequest, TakeInReply>()
      ports.push(port)
      return port
    })
  }
  const settled = () => vi.advanceTimersByTimeAsync(0)

  test('sends one file at a time to one worker', async () => {
    const takeIns = client()
    const both = ['a', 'b'].map((path) => takeIns.takeIn(file, path, undefined, control()))
    await settled()
    expect(ports[0]!.requests).toMatchObject([{ kind: 'take-in', id: 1, path: 'a' }])
    ports[0]!.reply({ kind: 'done', id: 1, result })
    await settled()
    expect(ports[0]!.requests).toMatchObject([{ path: 'a' }, { path: 'b', id: 2 }])
    ports[0]!.reply({ kind: 'done', id: 2, result })
    expect(await Promise.all(both)).toEqual([result, result])
    expect(ports).toHaveLength(1)
  })

  test('a worker that crashes fails its file and is replaced', async () => {
    const takeIns = client()
    const first = takeIns.takeIn(file, 'a', undefined, control())
    const second = takeIns.takeIn(file, 'b', undefined, control())
    const failed = expect(first).rejects.toThrow(/out of memory/)
    await settled()
    ports[0]!.crash('out of memory')
    await failed
    await settled()
    expect(ports[0]!.terminated).toBe(true)
    ports[1]!.reply({ kind: 'done', id: 2, result })
    expect(await second).toEqual(result)
  })

  test('a cancelled worker is asked to stop, and ended when it has not after five seconds', async () => {
    const takeIns = client()
    const stop = new AbortController()
    const running = takeIns.takeIn(file, 'a', undefined, control(stop.signal))
    const ended = expect(running).rejects.toMatchObject({ name: 'AbortError' })
    await settled()
    stop.abort()
    expect(ports[0]!.requests.at(-1)).toEqual({ kind: 'cancel', id: 1 })
    await vi.advanceTimersByTimeAsync(4900)
    expect(ports[0]!.terminated).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(ports[0]!.terminated).toBe(true)
    await ended
  })

  test('a file that waits is given up at once, and the one before it goes on', async () => {
    const takeIns = client()
    const stop = new AbortController()
    const first = takeIns.takeIn(file, 'a', undefined, control())
    const second = takeIns.takeIn(file, 'b', undefined, control(stop.signal))
    await settled()
    const ended = expect(second).rejects.toMatchObject({ name: 'AbortError' })
    stop.abort()
    await ended
    ports[0]!.reply({ kind: 'done', id: 1, result })
    expect(await first).toEqual(result)
    expect(ports[0]!.requests).toHaveLength(1)
  })

  test.each([
    [undefined, 'register.locked'],
    ['register.locked', 'register.locked'],
    ['register.read-only', 'register.read-only'],
  ] as const)(
    'a vault that is taken away because of %s stops what is on its way with %s',
    async (why, code) => {
      const made: ScriptedPort<TakeInRequest, TakeInReply>[] = []
      const engine = createEngine(
        { ...limits, maxItemBytesForPages: 10 },
        {
          takeIn: () => {
            const port = new ScriptedPort<TakeInRequest, TakeInReply>()
            made.push(port)
            return port
          },
          preview: () => new ScriptedPort<PreviewRequest, PreviewReply>(),
          bundle: () => new ScriptedPort<BundleWorkerRequest, BundleWorkerReply>(),
          identity: () => new ScriptedPort<IdentityRequest, IdentityReply>(),
        },
      )
      const access = { databaseName: 'r', contentKey: {} as CryptoKey, tagKey: {} as CryptoKey }
      engine.useVault(access)
      const locked = ['a', 'b'].map((path) =>
        expect(engine.takeIn(file, path, control())).rejects.toMatchObject({ code }),
      )
      await settled()
      // The same vault given again is no other vault.
      engine.useVault({ ...access })
      expect(made[0]!.requests).toMatchObject([{ kind: 'take-in', vault: access }])
      engine.useVault(undefined, why)
      expect(made[0]!.requests.at(-1)).toEqual({ kind: 'cancel', id: 1 })
      made[0]!.reply({ kind: 'failed', id: 1, error: { kind: 'aborted' } })
      await Promise.all(locked)
      const unstored = engine.takeIn(file, 'c', control())
      await settled()
      expect(made[0]!.requests.at(-1)).toMatchObject({ kind: 'take-in', path: 'c', vault: undefined })
      engine.stop()
      await expect(unstored).rejects.toMatchObject({ name: 'AbortError' })
      expect(made[0]!.terminated).toBe(true)
    },
  )
})

describe('the client of a preview worker', () => {
  const times = { openSeconds: 60, drawSeconds: 20 }
  const open = (port: ScriptedPort<PreviewRequest, PreviewReply>, signal = new AbortController().signal) =>
    openPreviewIn(port, new Uint8Array([1, 2, 3]), 'application/pdf', times, signal)
  const opened = async () => {
    const port = new ScriptedPort<PreviewRequest, PreviewReply>()
    const opening = open(port)
    await vi.advanceTimersByTimeAsync(0)
    port.reply({ kind: 'opened', pageCount: 3 })
    return { port, document: await opening }
  }

  test('one that hangs is ended after its time', async () => {
    const port = new ScriptedPort<PreviewRequest, PreviewReply>()
    const failed = expect(open(port)).rejects.toMatchObject({
      code: 'preview.timed-out',
      facts: { seconds: 60 },
    })
    await vi.advanceTimersByTimeAsync(60_000)
    await failed
    expect(port.terminated).toBe(true)
  })

  test('one that is not wanted any more is ended at once', async () => {
    const port = new ScriptedPort<PreviewRequest, PreviewReply>()
    const stop = new AbortController()
    const ended = expect(open(port, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(0)
    stop.abort()
    await ended
    expect(port.terminated).toBe(true)
  })

  test('a page that is scrolled past before its turn is never drawn', async () => {
    const { port, document } = await opened()
    const stop = new AbortController()
    const first = document.draw(0, 1, new AbortController().signal)
    const passed = expect(document.draw(1, 1, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(0)
    stop.abort()
    const close = vi.fn()
    port.reply({ kind: 'drawn', bitmap: { close } as unknown as ImageBitmap })
    await first
    await passed
    expect(port.requests.filter(({ kind }) => kind === 'draw')).toHaveLength(1)
    expect(close).not.toHaveBeenCalled()
  })

  test('a bitmap that nobody wants any more is closed', async () => {
    const { port, document } = await opened()
    const stop = new AbortController()
    const drawing = expect(document.draw(0, 1, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(0)
    stop.abort()
    const close = vi.fn()
    port.reply({ kind: 'drawn', bitmap: { close } as unknown as ImageBitmap })
    await drawing
    expect(close).toHaveBeenCalledOnce()
  })

  test('a page that hangs takes the document with it, and says so ever after', async () => {
    const { port, document } = await opened()
    const failed = expect(document.draw(0, 1, new AbortController().signal)).rejects.toMatchObject({
      code: 'preview.timed-out',
    })
    await vi.advanceTimersByTimeAsync(20_000)
    await failed
    expect(port.terminated).toBe(true)
    await expect(document.pageSize(0)).rejects.toMatchObject({ code: 'preview.timed-out' })
  })
})

describe('the spare preview worker', () => {
  const spareOf = () => {
    const made: ScriptedPort<PreviewRequest, PreviewReply>[] = []
    const spare = new SparePreview(() => {
      const port = new ScriptedPort<PreviewRequest, PreviewReply>()
      made.push(port)
      return port
    })
    return { spare, made }
  }

  test('is made when there is rest, loads ahead, and is followed by another once taken', async () => {
    const { spare, made } = spareOf()
    spare.warmSoon()
    spare.warmSoon()
    expect(made).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(2000)
    expect(made.map(({ requests }) => requests)).toEqual([[{ kind: 'warm' }]])
    expect(spare.take()).toBe(made[0])
    expect(made).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(made).toHaveLength(2)
    spare.stop()
    expect(made[1]!.terminated).toBe(true)
  })

  test('that crashed is not handed out, and after the end none is made', async () => {
    const { spare, made } = spareOf()
    spare.warmSoon()
    await vi.advanceTimersByTimeAsync(2000)
    made[0]!.crash('no memory')
    expect(spare.take()).not.toBe(made[0])
    spare.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(made).toHaveLength(2)
  })
})
