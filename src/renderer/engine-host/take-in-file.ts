import type { ByteSource, Bytes, Hashing } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { TakenIn } from '../../shared/domain/intake.ts'
import type { TakeInResult } from './engine.ts'
import { assertUnchanged, pickedFileSource } from './file-source.ts'

/** Where the chunks of one original go: a `ContentWriter` of the register. */
export interface ContentSink {
  /** Resolves when the next chunk may be given. */
  write(chunk: Bytes): Promise<void>
  finish(original: TakenIn): Promise<{ readonly contentId: string; readonly known: boolean }>
  /** Removes what was written. Never throws. */
  discard(): Promise<void>
}

export interface TakeInFileTools {
  /** `takeIn` of the engine's door. */
  readonly takeIn: (
    path: string,
    source: ByteSource,
    tools: { readonly hashing: Hashing; readonly signal: AbortSignal },
  ) => Promise<TakenIn>
  readonly hashing: Hashing
  /** Opens the sink for a file of so many bytes; undefined when nothing shall be stored. */
  readonly openSink: ((bytes: number) => Promise<ContentSink>) | undefined
  readonly signal: AbortSignal
  /** Gets the bytes done. */
  readonly report: (bytesDone: number) => void
}

/**
 * Takes one picked file in: reads it once, hashing each chunk while it is encrypted and stored and the next one is read.
 * Throws Failure intake.*, register.full and AbortError; what was stored is removed then.
 */
export async function takeInFile(file: File, path: string, tools: TakeInFileTools): Promise<TakeInResult> {
  const { signal, hashing, report } = tools
  const before = { size: file.size, lastModified: file.lastModified }
  const source = pickedFileSource(file, path)
  let sink: ContentSink | undefined
  try {
    signal.throwIfAborted()
    if (file.size === 0) await assertUnchanged(file, path, before)
    sink = await tools.openSink?.(file.size)
    const original = await tools.takeIn(path, storing(source, sink, report), { hashing, signal })
    signal.throwIfAborted()
    await assertUnchanged(file, path, before)
    const stored = await sink?.finish(original)
    return { original, contentId: stored?.contentId, known: stored?.known ?? false }
  } catch (error) {
    await sink?.discard()
    throw foreseen(error, path)
  }
}

/** The same source; what is streamed from it is stored on the way. */
function storing(
  source: ByteSource,
  sink: ContentSink | undefined,
  report: (bytesDone: number) => void,
): ByteSource {
  return {
    size: source.size,
    read: (offset, length) => source.read(offset, length),
    async *stream(start, end) {
      let done = 0
      for await (const chunk of source.stream(start, end)) {
        const stored = sink?.write(chunk)
        // It is heard of below; until then it must not count as unheard.
        stored?.catch(() => undefined)
        yield chunk
        await stored
        done += chunk.length
        report(done)
      }
    },
  }
}

function foreseen(error: unknown, name: string): unknown {
  const full =
    error instanceof Failure
      ? error.code === 'register.full'
      : error instanceof Error && error.name === 'QuotaExceededError'
  return full ? new Failure('register.full', { name }, error) : error
}
