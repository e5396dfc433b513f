import type { Bytes, HashName, Hashing } from '../ports.ts'

/** Digest of bytes in memory, raw. */
export async function hashBytes(hashing: Hashing, name: HashName, bytes: Uint8Array): Promise<Bytes> {
  const hasher = await hashing.create(name)
  hasher.update(bytes)
  return hasher.digest()
}
