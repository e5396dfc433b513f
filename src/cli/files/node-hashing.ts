import { createHash, getHashes, type Hash } from 'node:crypto'
import { createSM3 } from 'hash-wasm'
import type { Bytes, ForkingHasher, HashName, Hashing } from '../../engine/ports.ts'

const native = new Set(getHashes())

/** Hashing by Node's own OpenSSL, three to eight times as fast as WebAssembly; that serves where SM3 was left out. */
export const nodeHashing: Hashing = {
  create: async (name: HashName) => (native.has(name) ? nodeHasher(createHash(name)) : wasmHasher()),
}

function nodeHasher(hash: Hash): ForkingHasher {
  return {
    update: (bytes) => void hash.update(bytes),
    digest: (): Bytes => new Uint8Array(hash.digest()),
    fork: () => Promise.resolve(nodeHasher(hash.copy())),
  }
}

async function wasmHasher(state?: Uint8Array): Promise<ForkingHasher> {
  const hash = await createSM3()
  if (state) hash.load(state)
  return {
    update: (bytes) => void hash.update(bytes),
    digest: (): Bytes => new Uint8Array(hash.digest('binary')),
    fork: () => wasmHasher(hash.save()),
  }
}
