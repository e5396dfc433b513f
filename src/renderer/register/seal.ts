const ivBytes = 12
const utf8 = new TextEncoder()
const text = new TextDecoder('utf-8', { fatal: true })

/** Where a sealed value stands; sealed in, so that no row can be passed off as another or as an older one of itself. */
export interface SealPlace {
  readonly table: string
  readonly id: string
  readonly rev: number
}

/** Seals plain data as JSON by AES-256-GCM: a fresh random IV of 96 bits, then ciphertext and tag. */
export async function seal(
  key: CryptoKey,
  place: SealPlace,
  value: unknown,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const cipher = await crypto.subtle.encrypt(algorithm(iv, place), key, utf8.encode(JSON.stringify(value)))
  const sealed = new Uint8Array(ivBytes + cipher.byteLength)
  sealed.set(iv)
  sealed.set(new Uint8Array(cipher), ivBytes)
  return sealed
}

/** Opens what `seal` made; rejects with an OperationError when anything about it was changed. */
export async function open(
  key: CryptoKey,
  place: SealPlace,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<unknown> {
  const iv = sealed.subarray(0, ivBytes)
  const plain = await crypto.subtle.decrypt(algorithm(iv, place), key, sealed.subarray(ivBytes))
  return JSON.parse(text.decode(plain))
}

function algorithm(iv: Uint8Array<ArrayBuffer>, { table, id, rev }: SealPlace): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8.encode(`${table}|${id}|${rev}`) }
}
