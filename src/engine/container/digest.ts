import type { Bytes, HashName, Hashing } from '../ports.ts'

/** Digest of bytes in memory, raw. */
export async function hashBytes(hashing: Hashing, name: HashName, bytes: Uint8Array): Promise<Bytes> {
  const hasher = await hashing.create(name)
  hasher.update(bytes)
  return hasher.digest()
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}
