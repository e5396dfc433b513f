import { createSHA256, createSHA512, createSM3 } from 'hash-wasm'
import type { Hasher, HashName, Hashing } from '../../engine/ports.ts'

const makers = { sha256: createSHA256, sha512: createSHA512, sm3: createSM3 } as const

/** Hashing by WebAssembly, for any thread of the window. */
export const wasmHashing: Hashing = {
  create: async (name: HashName): Promise<Hasher> => {
    const hash = (await makers[name]()).init()
    return {
      update: (bytes) => void hash.update(bytes),
      digest: () => new Uint8Array(hash.digest('binary')),
    }
  },
}
