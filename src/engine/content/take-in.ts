import type { TakenIn } from '../../shared/domain/intake.ts'
import { type Crc32, crc32 } from '../container/crc32.ts'
import { type Bytes, type ByteSource, type HashName, type Hashing } from '../ports.ts'
import { mediaTypeOf, sniffLength } from './media-type.ts'
import { hexOf } from '../../shared/domain/hex.ts'

/** What a stream of bytes hashes to, in lower-case hex, and its length. */
export type Digests<Name extends HashName> = { readonly bytes: number } & Readonly<Record<Name, string>>

/** Hashes everything once while it passes. `report` gets the bytes done so far. */
export async function digestsOf<Name extends HashName>(
  source: AsyncIterable<Bytes>,
  names: readonly Name[],
  hashing: Hashing,
  signal: AbortSignal,
  report: (bytesDone: number) => void = () => undefined,
): Promise<Digests<Name>> {
  const hashers = await Promise.all(names.map(async (name) => ({ name, hasher: await hashing.create(name) })))
  let bytes = 0
  for await (const chunk of source) {
    signal.throwIfAborted()
    for (const { hasher } of hashers) hasher.update(chunk)
    bytes += chunk.length
    report(bytes)
  }
  const digests = Object.fromEntries(hashers.map(({ name, hasher }) => [name, hexOf(hasher.digest())]))
  return { bytes, ...digests } as Digests<Name>
}

export interface TakeInTools {
  readonly hashing: Hashing
  readonly signal: AbortSignal
  /** A faster one than the engine's own, where there is one. */
  readonly crc32?: Crc32
}

/**
 * Takes one original in: size, SHA-256, SHA-512, SM3 and CRC-32 in one reading, media type by content.
 * `path` is the file's path as written in the case.
 */
export async function takeIn(path: string, source: ByteSource, tools: TakeInTools): Promise<TakenIn> {
  const mediaType = await mediaTypeOf(await source.read(0, sniffLength), path)
  const checked = withCrc32(source.stream(), tools.crc32 ?? crc32)
  const digests = await digestsOf(checked.stream, ['sha256', 'sha512', 'sm3'], tools.hashing, tools.signal)
  return { path, mediaType, ...digests, crc32: checked.crc32() }
}

/** The same stream, and the CRC-32 of what has passed so far. */
export function withCrc32(
  source: AsyncIterable<Bytes>,
  crc32Of: Crc32,
): { readonly stream: AsyncIterable<Bytes>; crc32(): number } {
  let crc = 0
  async function* counted(): AsyncGenerator<Bytes> {
    for await (const chunk of source) {
      crc = crc32Of(chunk, crc)
      yield chunk
    }
  }
  return { stream: counted(), crc32: () => crc }
}
