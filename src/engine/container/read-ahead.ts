import type { Bytes, ByteSource } from '../ports.ts'
import type { PayloadFile } from './container-files.ts'

/** A file that was opened, and whose first bytes are on their way. */
export interface OpenedFile {
  readonly file: PayloadFile
  readonly source: ByteSource
  readonly chunks: AsyncIterable<Bytes>
}

/**
 * Opens files in their order, each while the one before it is still read: a store of many small files answers late rather
 * than slowly. What fails is thrown in its turn. Nothing stays open when the reader stops early.
 */
export async function* openedAhead(files: readonly PayloadFile[]): AsyncGenerator<OpenedFile> {
  let current: Begun | undefined
  let next: Promise<Begun> | undefined
  try {
    for (const [at, file] of files.entries()) {
      current = await (next ?? begin(file))
      const following = files[at + 1]
      next = following && begin(following)
      // It is thrown when its turn comes.
      next?.catch(() => undefined)
      yield { file, source: current.source, chunks: current.chunks() }
    }
  } finally {
    // One whose bytes nobody asked for is still open, too.
    await current?.close().catch(() => undefined)
    await next?.then(({ close }) => close()).catch(() => undefined)
  }
}

interface Begun {
  readonly source: ByteSource
  readonly chunks: () => AsyncGenerator<Bytes>
  readonly close: () => Promise<void>
}

async function begin(file: PayloadFile): Promise<Begun> {
  const source = await file.source()
  const stream = source.stream()[Symbol.asyncIterator]()
  const first = stream.next()
  first.catch(() => undefined)
  const close = async () => void (await stream.return?.())
  return {
    source,
    close,
    async *chunks() {
      try {
        for (let read = await first; read.done !== true; read = await stream.next()) yield read.value
      } finally {
        await close()
      }
    },
  }
}
