// Live queries are silent where there is no IndexedDB at all.
import 'fake-indexeddb/auto'
import { webcrypto } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import { blankDetails, blankDraft, type CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import type { TakenIn } from '../../../src/shared/domain/intake.ts'
import { storeContent } from '../../../src/renderer/register/content-writer.ts'
import {
  openSession,
  type OpenedSession,
  type SessionOptions,
} from '../../../src/renderer/register/open-session.ts'
import type { DatabaseHome } from '../../../src/renderer/register/register-db.ts'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import type { NewItem } from '../../../src/renderer/register/register.ts'
import type { VaultAccess } from '../../../src/renderer/engine-host/engine.ts'

export const passphrase = 'seven quiet otters 夜渡'
/** Cheap, so that tests are quick; the real ones are tried once. */
export const parameters = { memoryKiB: 64, passes: 1, lanes: 1 }

export interface TestSession extends OpenedSession {
  readonly home: DatabaseHome
  readonly databaseName: string
  /** What the engine was told last. */
  access(): VaultAccess | undefined
}

/** A disk of its own for one test; the name is that of its locks too. */
export function aDisk(): { readonly home: DatabaseHome; readonly databaseName: string } {
  return { home: { indexedDB: new IDBFactory(), IDBKeyRange }, databaseName: `test-${crypto.randomUUID()}` }
}

/** A window on a disk, closed when the test ends. */
export async function aSession(options: SessionOptions = {}): Promise<TestSession> {
  const disk = { ...aDisk(), ...options }
  let access: VaultAccess | undefined
  const session = openSession({ parameters, useVault: (given) => (access = given), ...disk })
  await reached(session, (kind) => kind !== 'starting')
  onTestFinished(() => session.close())
  return { ...session, home: disk.home, databaseName: disk.databaseName, access: () => access }
}

/** A window with a vault that is open. */
export async function anOpenSession(options: SessionOptions = {}): Promise<TestSession> {
  const session = await aSession(options)
  if (session.state().kind === 'memory') await session.createVault(passphrase)
  else await session.unlock(passphrase)
  return session
}

export async function reached(session: OpenedSession, wanted: (kind: string) => boolean): Promise<void> {
  if (wanted(session.state().kind)) return
  await new Promise<void>((resolve) => {
    const stop = session.subscribe(() => {
      if (!wanted(session.state().kind)) return
      stop()
      resolve()
    })
  })
}

export function aDraft(changes: Partial<CaseDraft> = {}): CaseDraft {
  return { ...blankDraft('QJ-2026-001', 'zh', () => crypto.randomUUID()), ...changes }
}

/** Stores an original as the engine's worker does, and gives what an item needs of it. */
export async function anOriginal(
  session: TestSession,
  bytes: Uint8Array<ArrayBuffer>,
  name = 'a.bin',
): Promise<Pick<NewItem, 'contentId' | 'original' | 'details'> & { readonly known: boolean }> {
  const access = session.access()
  if (!access) throw new Error('no vault')
  const database = await openRegisterDb(session.databaseName, session.home)
  try {
    const writer = await storeContent(database, access, bytes.length)
    for (let at = 0; at < bytes.length; at += 4 << 20) await writer.write(bytes.subarray(at, at + (4 << 20)))
    const original = await takenIn(bytes, name)
    return { ...(await writer.finish(original)), original, details: blankDetails(name) }
  } finally {
    database.close()
  }
}

export async function takenIn(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<TakenIn> {
  const digest = Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
  return {
    path,
    bytes: bytes.length,
    sha256: digest,
    sha512: digest + digest,
    sm3: digest,
    mediaType: 'application/octet-stream',
  }
}

export function someBytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let index = 0, value = seed; index < length; index++) {
    value = (value * 1103515245 + 12345) & 0x7fffffff
    bytes[index] = value >>> 16
  }
  return bytes
}
