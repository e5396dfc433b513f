import { hexOf } from '../../shared/domain/hex.ts'

/** Originals are stored in chunks of this size; the last one may be shorter. */
export const chunkBytes = 4 * 1024 * 1024

const ivBytes = 12
const utf8 = new TextEncoder()

/** What is sealed of a complete content. */
export interface ContentSeal {
  /** Written before its size was known: its chunks are bound to `unknownCount`, their number follows from `bytes`. */
  readonly openEnded?: true
  readonly bytes: number
  /** SHA-256 of the original, lower-case hex; empty for what was made. */
  readonly sha256: string
}

/** Stands for the number of chunks where nobody knows it yet. */
export const unknownCount = 0

/** Chunks an original of `bytes` is stored in; none when it is empty. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / chunkBytes)
}

/** Seals one chunk, bound to its content, its place and the number of chunks. The bytes are copied at once. */
export async function sealChunk(
  key: CryptoKey,
  place: ChunkPlace,
  chunk: Uint8Array<ArrayBuffer>,
): Promise<Blob> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  return new Blob([iv, await crypto.subtle.encrypt(algorithm(iv, place), key, chunk)])
}

/** Opens one chunk; rejects when it is not what was stored there. */
export async function openChunk(
  key: CryptoKey,
  place: ChunkPlace,
  data: Blob,
): Promise<Uint8Array<ArrayBuffer>> {
  const stored = new Uint8Array(await data.arrayBuffer())
  const iv = stored.subarray(0, ivBytes)
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, place), key, stored.subarray(ivBytes)))
}

export interface ChunkPlace {
  readonly contentId: string
  readonly index: number
  readonly count: number
}

function algorithm(iv: Uint8Array<ArrayBuffer>, { contentId, index, count }: ChunkPlace): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8.encode(`chunk|${contentId}|${index}|${count}`) }
}

/** Keyed hash of a digest: finds an original that is stored already without telling its digest. */
export async function contentTag(tagKey: CryptoKey, sha256: string): Promise<string> {
  const tag = new Uint8Array(await crypto.subtle.sign('HMAC', tagKey, utf8.encode(sha256)))
  return hexOf(tag)
}

/** The lock that says: this content is being taken in. */
export function takingInLock(contentId: string): string {
  return `rights-dossier:taking-in:${contentId}`
}
