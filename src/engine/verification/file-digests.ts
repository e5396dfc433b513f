import { createMD5, createSHA1, createSHA224, createSHA384, type IHasher } from 'hash-wasm'
import type { Bytes, Hasher, HashName, Hashing } from '../ports.ts'
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

/** All the wanted digests of a stream in one pass, lower-case hex; `passed` hears of every chunk. */
export async function streamDigests(
  stream: AsyncIterable<Uint8Array>,
  algorithms: Iterable<DigestAlgorithm>,
  hashing: Hashing,
  passed: (bytes: number) => void,
): Promise<ReadonlyMap<DigestAlgorithm, string>> {
  const hashers = new Map<DigestAlgorithm, Hasher>()
  for (const algorithm of algorithms) hashers.set(algorithm, await createHasher(algorithm, hashing))
  for await (const chunk of stream) {
    for (const hasher of hashers.values()) hasher.update(chunk)
    passed(chunk.length)
  }
  return new Map([...hashers].map(([algorithm, hasher]) => [algorithm, hexOf(hasher.digest())]))
}

async function createHasher(algorithm: DigestAlgorithm, hashing: Hashing): Promise<Hasher> {
  switch (algorithm) {
    case 'sha256':
    case 'sha512':
    case 'sm3':
      return hashing.create(algorithm)
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
