import { whyNotLoaded, workerError } from '../platform/served.ts'
import type { Judgement } from './passphrase-judge.ts'

/** A judge nobody asked for so long is ended: its word lists take some 50 MB. */
const restMs = 20_000

interface Waiting {
  readonly resolve: (judgement: Judgement) => void
  readonly reject: (error: unknown) => void
}

let worker: Worker | undefined
let resting: ReturnType<typeof setTimeout> | undefined
/** In the order in which they asked, and are answered. */
let waiting: Waiting[] = []

/** What the word lists say of a text; asked in a worker, so that typing goes on. Throws Failure window.not-served. */
export async function askJudge(text: string): Promise<Judgement> {
  clearTimeout(resting)
  const asked = (worker ??= start())
  try {
    return await new Promise<Judgement>((resolve, reject) => {
      waiting.push({ resolve, reject })
      asked.postMessage(text)
    })
  } catch (error) {
    throw await whyNotLoaded(error)
  } finally {
    clearTimeout(resting)
    if (waiting.length === 0) resting = setTimeout(end, restMs)
  }
}

function start(): Worker {
  const started = new Worker(new URL('./passphrase-judge-worker.ts', import.meta.url), {
    type: 'module',
    name: 'passphrase',
  })
  started.onmessage = ({ data }: MessageEvent<Judgement>) => {
    if (worker === started) waiting.shift()?.resolve(data)
  }
  started.onerror = (event) => {
    event.preventDefault()
    if (worker !== started) return
    const failed = waiting
    end()
    for (const { reject } of failed) reject(workerError('passphrase', event))
  }
  return started
}

/** The next one to ask starts another. */
function end(): void {
  worker?.terminate()
  worker = undefined
  waiting = []
}
