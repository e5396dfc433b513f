import limits from '../../../resources/limits.json' with { type: 'json' }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEngine } from '../../../src/renderer/engine-host/engine-client.ts'
import type { BundleWorkerReply, BundleWorkerRequest } from '../../../src/renderer/engine-host/bundle-wire.ts'
import { openPreviewIn } from '../../../src/renderer/engine-host/preview-client.ts'
import { SparePreview } from '../../../src/renderer/engine-host/spare-preview.ts'
import { TakeInClient } from '../../../src/renderer/engine-host/take-in-client.ts'
import { DigestThreads } from '../../../src/renderer/engine-host/digest-threads.ts'
import { lookIn, verifyIn } from '../../../src/renderer/engine-host/verify-client.ts'
import type {
  IdentityReply,
  IdentityRequest,
  PaperReply,
  PaperRequest,
  DigestReply,
  DigestRequest,
  PreviewReply,
  PreviewRequest,
  TakeInReply,
  TakeInRequest,
  VerifyReply,
  VerifyRequest,
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
          verify: () => new ScriptedPort<VerifyRequest, VerifyReply>(),
          paper: () => new ScriptedPort<PaperRequest, PaperReply>(),
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

  test('the text of a page is asked for and given', async () => {
    const { port, document } = await opened()
    const reading = document.text(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(port.requests.at(-1)).toEqual({ kind: 'text', index: 1 })
    port.reply({ kind: 'read', text: '告知书' })
    expect(await reading).toBe('告知书')
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

describe('the client of a verify worker', () => {
  const subject = { kind: 'file', file } as const
  const begun = (signal = new AbortController().signal) => {
    const port = new ScriptedPort<VerifyRequest, VerifyReply>()
    const reports: number[][] = []
    const report = (...bytes: number[]) => void reports.push(bytes)
    return { port, reports, verifying: verifyIn(port, subject, [], { signal, report }) }
  }
  const report = {
    integrity: 'intact',
    signer: 'trusted',
    time: 'none',
    findings: [],
    details: { kind: 'pdf', files: 1, bytes: 7 },
  } as const
  const notChecked = (reason: string) => ({
    integrity: 'cannot-confirm',
    signer: 'none',
    findings: [{ code: 'container.not-checked', facts: { reason } }],
    details: { bytes: 7 },
  })

  test('reports, and ends the worker with its answer', async () => {
    const { port, reports, verifying } = begun()
    port.reply({ kind: 'progress', bytesDone: 3, bytesTotal: 7 })
    port.reply({ kind: 'verified', report })
    expect(await verifying).toEqual(report)
    expect(reports).toEqual([[3, 7]])
    expect(port.terminated).toBe(true)
  })

  test('one that gives no sign of life is ended, and the report says that nothing is confirmed', async () => {
    const { port, verifying } = begun()
    await vi.advanceTimersByTimeAsync(9000)
    for (let seconds = 0; seconds < 60; seconds += 1) {
      port.reply({ kind: 'alive' })
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(port.terminated).toBe(false)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(port.terminated).toBe(true)
    expect(await verifying).toMatchObject(notChecked('timeout'))
  })

  test('one that crashes costs the report its verdicts, not the window', async () => {
    const { port, verifying } = begun()
    port.crash('out of memory')
    expect(await verifying).toMatchObject(notChecked('crash'))
    const never = begun()
    never.port.crash('')
    await expect(never.verifying).rejects.toThrow('did not load')
  })

  test('is stopped at once, and says nothing of a file that cannot be read', async () => {
    const stop = new AbortController()
    const { port, verifying } = begun(stop.signal)
    const ended = expect(verifying).rejects.toMatchObject({ name: 'AbortError' })
    stop.abort()
    expect(port.terminated).toBe(true)
    await ended
    const gone = begun()
    const error = { kind: 'failure', code: 'intake.vanished', facts: { name: 'a' } } as const
    gone.port.reply({ kind: 'failed', error })
    await expect(gone.verifying).rejects.toMatchObject({ code: 'intake.vanished' })
  })

  test('a quick look that hangs knows nothing', async () => {
    const port = new ScriptedPort<VerifyRequest, VerifyReply>()
    const looking = lookIn(port, subject, control())
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await looking).toMatchObject({ kind: 'unknown', oddities: 1, bytes: 7 })
  })
})

describe('digest threads', () => {
  const threadsOf = () => {
    const made: ScriptedPort<DigestRequest, DigestReply>[] = []
    const threads = new DigestThreads(() => {
      const port = new ScriptedPort<DigestRequest, DigestReply>()
      made.push(port)
      return port
    })
    const opened = async () => {
      const opening = threads.open('sha256')
      made.at(-1)?.reply({ kind: 'ready' })
      return opening
    }
    return { threads, made, opened }
  }

  test('take three pieces ahead, and the same buffers again', async () => {
    const { made, opened } = threadsOf()
    const thread = await opened()
    const [port] = made
    const given: boolean[] = []
    const give = () => thread!.update(new Uint8Array([1, 2])).then(() => given.push(true))
    for (let count = 0; count < 3; count++) void give()
    await vi.advanceTimersByTimeAsync(0)
    expect(given).toHaveLength(3)
    void give()
    await vi.advanceTimersByTimeAsync(0)
    expect(given).toHaveLength(3)
    const first = port!.requests[1] as Extract<DigestRequest, { kind: 'update' }>
    port!.reply({ kind: 'ready', buffer: first.buffer })
    await vi.advanceTimersByTimeAsync(0)
    expect(given).toHaveLength(4)
    void give()
    expect((port!.requests.at(-1) as typeof first).buffer).toBe(first.buffer)
  })

  test('are given a large chunk in pieces, in order; what is left of it when they are given up is not', async () => {
    const { threads, made, opened } = threadsOf()
    const thread = await opened()
    const [port] = made
    const mebibyte = 1024 * 1024
    const chunk = new Uint8Array(5.5 * mebibyte).map((_, index) => Math.floor(index / mebibyte))
    const pieces = () =>
      port!.requests.flatMap((request) =>
        request.kind === 'update' ? [[request.length / mebibyte, new Uint8Array(request.buffer)[0]]] : [],
      )
    void thread!.update(chunk)
    // As many as there is room for at once, so that other threads are given theirs meanwhile.
    expect(pieces()).toEqual([0, 1, 2, 3].map((index) => [1, index]))
    port!.reply({ kind: 'ready' })
    await vi.advanceTimersByTimeAsync(0)
    expect(pieces().at(-1)).toEqual([1, 4])
    thread!.drop()
    const opening = threads.open('sha256')
    for (let count = 0; count < 5; count++) port!.reply({ kind: 'ready' })
    const next = await opening
    await vi.advanceTimersByTimeAsync(0)
    expect(pieces()).toHaveLength(5)
    void next!.update(chunk.subarray(5 * mebibyte))
    expect(pieces().at(-1)).toEqual([0.5, 5])
  })

  test('are four at most; one that was given up is used again, after what it was still told', async () => {
    const { threads, made, opened } = threadsOf()
    const open = [await opened(), await opened(), await opened(), await opened()]
    expect(await threads.open('sm3')).toBeUndefined()
    void open[3]!.update(new Uint8Array(1))
    open[3]!.drop()
    const again = threads.open('sm3')
    made[3]!.reply({ kind: 'ready' })
    await vi.advanceTimersByTimeAsync(0)
    expect(made).toHaveLength(4)
    let isOpen = false
    void again.then(() => (isOpen = true))
    await vi.advanceTimersByTimeAsync(0)
    expect(isOpen).toBe(false)
    made[3]!.reply({ kind: 'ready' })
    expect(await again).toBeDefined()
  })

  test('one that does not start is done without', async () => {
    const { threads, made } = threadsOf()
    const opening = threads.open('sha256')
    made[0]!.crash('')
    expect(await opening).toBeUndefined()
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
