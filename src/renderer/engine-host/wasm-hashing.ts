import { createSHA256, createSHA512, createSM3 } from 'hash-wasm'
import type { ForkingHasher, HashName, Hashing } from '../../engine/ports.ts'

const browserNames = { sha256: 'SHA-256', sha512: 'SHA-512' } as const
const makers = { sha256: createSHA256, sha512: createSHA512, sm3: createSM3 } as const

/** Hashing by WebAssembly, for any thread of the window; what fits into memory by the browser itself, many times faster. */
export const wasmHashing: Hashing = {
  create: (name) => hasher(name),
  whole: async (name, bytes) => new Uint8Array(await crypto.subtle.digest(browserNames[name], bytes)),
}

async function hasher(name: HashName, state?: Uint8Array): Promise<ForkingHasher> {
  const hash = (await makers[name]()).init()
  if (state) hash.load(state)
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => new Uint8Array(hash.digest('binary')),
    fork: () => hasher(name, hash.save()),
  }
}
