import type { TakenIn } from '../../shared/domain/intake.ts'
import { type Bytes, type ByteSource, type HashName, type Hashing } from '../ports.ts'
import { mediaTypeOf, sniffLength } from './media-type.ts'

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
  const digests = Object.fromEntries(hashers.map(({ name, hasher }) => [name, toHex(hasher.digest())]))
  return { bytes, ...digests } as Digests<Name>
}

/**
 * Takes one original in: size, SHA-256, SHA-512 and SM3 in one reading, media type by content.
 * `path` is the file's path as written in the case.
 */
export async function takeIn(
  path: string,
  source: ByteSource,
  hashing: Hashing,
  signal: AbortSignal,
  report: (bytesDone: number) => void = () => undefined,
): Promise<TakenIn> {
  const mediaType = await mediaTypeOf(await source.read(0, sniffLength), path)
  return {
    path,
    mediaType,
    ...(await digestsOf(source.stream(), ['sha256', 'sha512', 'sm3'], hashing, signal, report)),
  }
}

/** Lower-case hex of bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
