import { z } from 'zod'
import { Failure } from '../../shared/contract/failure.ts'
import type { Argon2Parameters, Derive } from './derive.ts'
import { normalisePassphrase } from './passphrase.ts'
import { checkRecoveryCode, newRecoveryCode, normaliseRecoveryCode } from './recovery-code.ts'
import { vaultKeyBytes } from './vault-keys.ts'

export const vaultVersion = 1
const ivBytes = 12
const saltBytes = 16
const utf8 = new TextEncoder()

const Bytes = z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes))
const PassphraseLock = z.strictObject({
  kdf: z.literal('argon2id'),
  // Bounds, so that a broken header cannot ask for all memory or all day.
  memoryKiB: z
    .number()
    .int()
    .min(8)
    .max(1024 * 1024),
  passes: z.number().int().min(1).max(64),
  lanes: z.number().int().min(1).max(16),
  salt: Bytes,
  wrapped: Bytes,
})
const RecoveryLock = z.strictObject({ kdf: z.literal('hkdf-sha256'), salt: Bytes, wrapped: Bytes })

/** The header of a vault: its random key, wrapped twice. Tells nothing without passphrase or recovery code. */
export const VaultHeader = z.strictObject({
  id: z.literal('vault'),
  version: z.literal(vaultVersion),
  vaultId: z.string(),
  /** Grows by one with every change of a lock. */
  rev: z.number().int(),
  passphrase: PassphraseLock,
  recovery: RecoveryLock,
})
export type VaultHeader = z.infer<typeof VaultHeader>

/** Reads a stored header. Throws Failure register.newer, register.unusable. */
export function readHeader(row: unknown): VaultHeader {
  const version = z.object({ version: z.number() }).safeParse(row).data?.version
  if (version !== undefined && version > vaultVersion) {
    throw new Failure('register.newer', { found: version, known: vaultVersion })
  }
  const header = VaultHeader.safeParse(row)
  if (!header.success) throw new Failure('register.unusable', { reason: 'vault-header' }, header.error)
  return header.data
}

/** Wraps a vault key by a passphrase and a new recovery code, which is given and kept nowhere. */
export async function makeHeader(
  vaultKey: Uint8Array<ArrayBuffer>,
  vaultId: string,
  passphrase: string,
  derive: Derive,
  parameters: Argon2Parameters,
): Promise<{ readonly header: VaultHeader; readonly code: string }> {
  const code = newRecoveryCode()
  const header: VaultHeader = {
    id: 'vault',
    version: vaultVersion,
    vaultId,
    rev: 1,
    passphrase: await lockByPassphrase(vaultKey, vaultId, passphrase, derive, parameters),
    recovery: await lockByCode(vaultKey, vaultId, code),
  }
  return { header, code }
}

/** The vault key. Throws Failure vault.wrong-passphrase. The caller overwrites it after use. */
export async function openByPassphrase(
  header: VaultHeader,
  passphrase: string,
  derive: Derive,
): Promise<Uint8Array<ArrayBuffer>> {
  const { memoryKiB, passes, lanes, salt, wrapped } = header.passphrase
  const derived = await derive({
    passphrase: normalisePassphrase(passphrase),
    salt,
    memoryKiB,
    passes,
    lanes,
  })
  const opened = await unwrap(await aesKey(derived), placeOf(header.vaultId, 'passphrase'), wrapped)
  if (!opened) throw new Failure('vault.wrong-passphrase')
  return opened
}

/** The vault key. Throws Failure vault.wrong-recovery-code, with the groups that hold a typing mistake. */
export async function openByCode(header: VaultHeader, typed: string): Promise<Uint8Array<ArrayBuffer>> {
  const { complete, wrongGroups } = checkRecoveryCode(typed)
  const wrong = new Failure('vault.wrong-recovery-code', { groups: wrongGroups.join(', ') })
  if (!complete) throw wrong
  const key = await codeKey(typed, header.recovery.salt)
  const opened = await unwrap(key, placeOf(header.vaultId, 'recovery'), header.recovery.wrapped)
  if (!opened) throw wrong
  return opened
}

/** Another passphrase for the same vault key; nothing else has to be sealed again. */
export async function withPassphrase(
  header: VaultHeader,
  vaultKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  derive: Derive,
  parameters: Argon2Parameters,
): Promise<VaultHeader> {
  const lock = await lockByPassphrase(vaultKey, header.vaultId, passphrase, derive, parameters)
  return { ...header, rev: header.rev + 1, passphrase: lock }
}

/** A new recovery code; the old one opens nothing any more. */
export async function withNewCode(
  header: VaultHeader,
  vaultKey: Uint8Array<ArrayBuffer>,
): Promise<{ readonly header: VaultHeader; readonly code: string }> {
  const code = newRecoveryCode()
  const recovery = await lockByCode(vaultKey, header.vaultId, code)
  return { header: { ...header, rev: header.rev + 1, recovery }, code }
}

async function lockByPassphrase(
  vaultKey: Uint8Array<ArrayBuffer>,
  vaultId: string,
  passphrase: string,
  derive: Derive,
  parameters: Argon2Parameters,
): Promise<VaultHeader['passphrase']> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const derived = await derive({ passphrase: normalisePassphrase(passphrase), salt, ...parameters })
  const wrapped = await wrap(await aesKey(derived), placeOf(vaultId, 'passphrase'), vaultKey)
  return { kdf: 'argon2id', ...parameters, salt, wrapped }
}

async function lockByCode(
  vaultKey: Uint8Array<ArrayBuffer>,
  vaultId: string,
  code: string,
): Promise<VaultHeader['recovery']> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const wrapped = await wrap(await codeKey(code, salt), placeOf(vaultId, 'recovery'), vaultKey)
  return { kdf: 'hkdf-sha256', salt, wrapped }
}

/** 140 random bits need no slow derivation. */
async function codeKey(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const symbols = utf8.encode(normaliseRecoveryCode(code))
  const base = await crypto.subtle.importKey('raw', symbols, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode('rights-dossier/recovery/1') },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function aesKey(derived: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', derived, 'AES-GCM', false, ['encrypt', 'decrypt'])
  derived.fill(0)
  return key
}

function placeOf(vaultId: string, lock: string): Uint8Array<ArrayBuffer> {
  return utf8.encode(`vault|${vaultId}|${vaultVersion}|${lock}`)
}

async function wrap(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  vaultKey: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, vaultKey)
  return new Uint8Array([...iv, ...new Uint8Array(cipher)])
}

async function unwrap(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  wrapped: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const iv = wrapped.subarray(0, ivBytes)
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      wrapped.subarray(ivBytes),
    )
    return plain.byteLength === vaultKeyBytes ? new Uint8Array(plain) : undefined
  } catch {
    // AES-GCM says only that key and text do not belong together.
    return undefined
  }
}
