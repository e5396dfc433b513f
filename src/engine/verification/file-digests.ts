import { createMD5, createSHA1, createSHA224, createSHA384, type IHasher } from 'hash-wasm'
import type { Bytes, Hasher, HashName, Hashing, HashThread } from '../ports.ts'
import { hexOf } from '../../shared/domain/hex.ts'

/** Digests that lists of files use; the last four only to read the bags and containers of others. */
export type DigestAlgorithm = HashName | 'sha384' | 'sha224' | 'sha1' | 'md5'

const others = { sha384: createSHA384, sha224: createSHA224, sha1: createSHA1, md5: createMD5 } as const

/** Length of a digest in hex characters. */
export const hexLengths: Readonly<Record<DigestAlgorithm, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sm3: 64,
  sha384: 96,
  sha512: 128,
}

export const isDigestAlgorithm = (name: string): name is DigestAlgorithm => Object.hasOwn(hexLengths, name)

/** Below this a thread costs more than it saves. */
const threadBytes = 1_048_576
/** The same for a file that is hashed whole, while others do their part. */
const wholeThreadBytes = 262_144
/** Up to this a file is gathered, where the host hashes whole arrays faster. */
const gatheredBytes = 16_777_216

/**
 * All the wanted digests of a stream in one pass, lower-case hex; `passed` hears of every chunk. A stream of many bytes
 * is hashed on the threads of the host, where it has some.
 */
export async function streamDigests(
  stream: AsyncIterable<Uint8Array>,
  algorithms: Iterable<DigestAlgorithm>,
  hashing: Hashing,
  passed: (bytes: number) => void,
  bytes = 0,
): Promise<ReadonlyMap<DigestAlgorithm, string>> {
  const wanted = [...algorithms]
  if (hashing.whole && bytes > 0 && bytes <= gatheredBytes) {
    return gatheredDigests(stream, wanted, hashing, passed, bytes)
  }
  const threaded = bytes >= threadBytes && wanted.length > 1
  const hashers = new Map<DigestAlgorithm, Hasher | HashThread>()
  try {
    for (const algorithm of wanted) hashers.set(algorithm, await createHasher(algorithm, hashing, threaded))
    for await (const chunk of stream) {
      // All threads are given the chunk before one of them is waited for.
      const given = [...hashers.values()].map((hasher) => hasher.update(chunk))
      await Promise.all(given.map((room) => Promise.resolve(room)))
      passed(chunk.length)
    }
    const digests = new Map<DigestAlgorithm, string>()
    for (const [algorithm, hasher] of hashers) digests.set(algorithm, hexOf(await hasher.digest()))
    return digests
  } finally {
    for (const hasher of hashers.values()) if ('drop' in hasher) hasher.drop()
  }
}

/** A stream of no more than `bytes` is hashed whole; one that turns out longer as it comes. */
async function gatheredDigests(
  stream: AsyncIterable<Uint8Array>,
  wanted: readonly DigestAlgorithm[],
  hashing: Hashing,
  passed: (bytes: number) => void,
  bytes: number,
): Promise<ReadonlyMap<DigestAlgorithm, string>> {
  const gathered = new Uint8Array(bytes)
  let filled = 0
  const chunks = stream[Symbol.asyncIterator]()
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    const chunk = next.value
    if (filled + chunk.length > bytes) {
      return streamDigests(continued(gathered.subarray(0, filled), chunk, chunks), wanted, hashing, passed)
    }
    gathered.set(chunk, filled)
    filled += chunk.length
  }
  passed(filled)
  const whole = gathered.subarray(0, filled)
  const digests = await Promise.all(
    wanted.map(async (name) => [name, hexOf(await digestOfWhole(name, whole, hashing))] as const),
  )
  return new Map(digests)
}

async function* continued(
  begun: Uint8Array,
  chunk: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield begun
  yield chunk
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function digestOfWhole(name: DigestAlgorithm, whole: Bytes, hashing: Hashing): Promise<Bytes> {
  if ((name === 'sha256' || name === 'sha512') && hashing.whole) return hashing.whole(name, whole)
  const hasher = await createHasher(name, hashing, whole.length >= wholeThreadBytes)
  try {
    await hasher.update(whole)
    return await hasher.digest()
  } finally {
    if ('drop' in hasher) hasher.drop()
  }
}

async function createHasher(
  algorithm: DigestAlgorithm,
  hashing: Hashing,
  threaded: boolean,
): Promise<Hasher | HashThread> {
  switch (algorithm) {
    case 'sha256':
    case 'sha512':
    case 'sm3':
      return (threaded ? await hashing.thread?.(algorithm) : undefined) ?? hashing.create(algorithm)
    case 'sha384':
    case 'sha224':
    case 'sha1':
    case 'md5':
      return fromHashWasm(await others[algorithm]())
  }
}

function fromHashWasm(hasher: IHasher): Hasher {
  return {
    update: (bytes) => void hasher.update(bytes),
    digest: () => hasher.digest('binary') as Bytes,
  }
}
