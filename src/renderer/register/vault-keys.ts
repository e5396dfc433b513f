/** The keys in use while the vault is open; none can be read out. */
export interface VaultKeys {
  readonly rowKey: CryptoKey
  readonly contentKey: CryptoKey
  readonly tagKey: CryptoKey
}

export const vaultKeyBytes = 32
const utf8 = new TextEncoder()

/** A new vault key: 256 random bits, known to nobody. */
export function newVaultKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(vaultKeyBytes))
}

/** Derives one key for each use from the vault key (HKDF-SHA-256, RFC 5869), so that no use can weaken another. */
export async function keysOf(vaultKey: Uint8Array<ArrayBuffer>, vaultId: string): Promise<VaultKeys> {
  const base = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey'])
  const derive = (use: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: utf8.encode(vaultId),
        info: utf8.encode(`rights-dossier/${use}/1`),
      },
      base,
      algorithm,
      false,
      usages,
    )
  const [rowKey, contentKey, tagKey] = await Promise.all([
    derive('rows', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('contents', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('tags', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  ])
  return { rowKey, contentKey, tagKey }
}
