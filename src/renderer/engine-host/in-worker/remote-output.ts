import type { ByteSource, OutputFile, OutputFolder } from '../../../engine/ports.ts'
import { blockWriter } from '../../platform/block-writer.ts'
import { countBuffers } from '../../platform/collect-early.ts'
import type { OutputCall } from '../bundle-wire.ts'
import { sourceOf } from '../file-source.ts'

/** Asks the window to do something with the place the person chose. */
export type CallWindow = (what: OutputCall, transfer?: Transferable[]) => Promise<unknown>

const readAtOnce = 4 * 1024 * 1024

/** The place a person chose in the window, as the engine's output in a worker. Throws Failure output.* as the window's sinks do. */
export function remoteOutput(call: CallWindow): OutputFolder {
  return {
    // The dialogs of the system have asked about names, and the window gives new folders names of their own.
    claim: () => Promise.resolve(),
    // Nobody can say how much room there is where the person chose; a full disk is told when it is full.
    reserve: () => Promise.resolve(),
    async create(path) {
      await call({ op: 'create', path })
      return remoteFile(call, path)
    },
    async publish() {
      await call({ op: 'publish' })
    },
    async discard() {
      await call({ op: 'discard' }).catch(() => undefined)
    },
  }
}

function remoteFile(call: CallWindow, path: string): OutputFile {
  let size = 0
  const spare: Uint8Array<ArrayBuffer>[] = []
  const copyOf = (block: Uint8Array<ArrayBuffer>) => {
    const known = spare.pop()
    if (known?.byteLength !== block.byteLength) return block.slice()
    known.set(block)
    return known
  }
  const writer = blockWriter(async (block) => {
    const bytes = copyOf(block)
    const back = await call({ op: 'write', path, bytes }, [bytes.buffer])
    if (back instanceof Uint8Array) spare.push(back as Uint8Array<ArrayBuffer>)
  })
  return {
    async write(chunks) {
      for (const chunk of chunks) {
        size += chunk.length
        await writer.write(chunk)
      }
    },
    async close() {
      await writer.flush()
      await call({ op: 'close', path })
      return remoteSource(call, path, size)
    },
  }
}

function remoteSource(call: CallWindow, path: string, size: number): ByteSource {
  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const wholeLength = Math.max(0, Math.min(length, size - offset))
    const part = async (at: number): Promise<Uint8Array<ArrayBuffer>> => {
      const wanted = Math.min(readAtOnce, wholeLength - at)
      const given = await call({ op: 'read', path, offset: offset + at, length: wanted })
      countBuffers(wanted)
      return given as Uint8Array<ArrayBuffer>
    }
    const first = wholeLength > 0 ? await part(0) : new Uint8Array(0)
    if (first.length === wholeLength) return first
    const whole = new Uint8Array(wholeLength)
    for (let at = 0, next = first; at < wholeLength; next = await part(at)) {
      if (next.length === 0) return whole.slice(0, at)
      whole.set(next, at)
      at += next.length
      if (at === wholeLength) break
    }
    return whole
  }
  return sourceOf(size, (start, end) => read(start, end - start))
}
