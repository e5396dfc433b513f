import { createHash } from 'node:crypto'
import type { Bytes, Hasher, HashName, Hashing } from '../../engine/ports.ts'

/** Hashing by Node's own OpenSSL, three to eight times as fast as WebAssembly. */
export const nodeHashing: Hashing = {
  create: (name: HashName) => Promise.resolve(nodeHasher(name)),
}

function nodeHasher(name: HashName): Hasher {
  const hash = createHash(name)
  return {
    update: (bytes) => void hash.update(bytes),
    digest: (): Bytes => new Uint8Array(hash.digest()),
  }
}
