import { Failure } from '../../shared/contract/failure.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import type { Bytes } from '../ports.ts'
import type { ContainerContext, ContainerOutputs } from './container-files.ts'
import { EntryWriter } from './entry-writer.ts'
import { openedAhead, type OpenedFile } from './read-ahead.ts'
import type { SealedContainer } from './seal-container.ts'

export interface WrittenContainer extends Pick<SealedContainer, 'manifestDigest' | 'payloadManifestDigest'> {
  /** 0 when no ZIP was asked for. */
  readonly zipBytes: number
  /** Of the whole ZIP, hex; empty when it was not asked for. */
  readonly zipSha256: string
  readonly zipSm3: string
  readonly entries: number
}

/**
 * Writes a sealed container as ZIP, as folder, or as both in one pass over each source. Every payload file is hashed
 * again while it is copied, unless proven afterwards; every ZIP entry carries `modified`. The same container gives the same bytes. Throws Failure
 * evidence.changed, AbortError, and what sinks throw.
 */
export async function writeSealedContainer(
  sealed: SealedContainer,
  modified: Date,
  outputs: ContainerOutputs,
  context: ContainerContext,
): Promise<WrittenContainer> {
  const writer = await EntryWriter.open(outputs, modified, context)
  try {
    const total = sealed.payload.reduce((sum, file) => sum + file.size, 0)
    let done = 0
    for (const { path, bytes, compress } of sealed.entries) await writer.addBytes(path, bytes, compress)
    for await (const opened of openedAhead(sealed.payload)) {
      await copyPayload(writer, opened, context, (bytes) => {
        done += bytes
        context.report('container', done, total)
      })
    }
    const zip = await writer.finish()
    return {
      ...zip,
      entries: sealed.payload.length + sealed.entries.length,
      manifestDigest: sealed.manifestDigest,
      payloadManifestDigest: sealed.payloadManifestDigest,
    }
  } catch (error) {
    writer.drop()
    throw error
  }
}

/** Copies one file to every output, hashing what passes. */
async function copyPayload(
  writer: EntryWriter,
  { file, source, chunks }: OpenedFile,
  context: ContainerContext,
  progress: (bytes: number) => void,
): Promise<void> {
  const changed = (cause?: unknown): Failure => new Failure('evidence.changed', { name: file.path }, cause)
  if (source.size !== file.size) throw changed()
  const { hashing } = context
  const hasher = file.provenAfterwards === true ? undefined : await hashing.create('sha256')
  let digest: Promise<Bytes> | undefined
  async function* hashed(): AsyncGenerator<Bytes> {
    for await (const chunk of chunks) {
      context.signal.throwIfAborted()
      // Most originals come in one chunk, and whole arrays are hashed faster where the host says so.
      if (hasher && hashing.whole && chunk.length === file.size) digest = hashing.whole('sha256', chunk)
      else hasher?.update(chunk)
      yield chunk
      progress(chunk.length)
    }
  }
  try {
    await writer.addStream(file, hashed())
  } catch (error) {
    throw error instanceof RangeError ? changed(error) : error
  }
  if (hasher && hexOf(digest ? await digest : hasher.digest()) !== file.sha256) throw changed()
}
