import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import type { DatabaseHome } from '../../../src/renderer/register/register-db.ts'

/** A whole register as plain JSON: schema, rows, and how to open it. */
export interface FrozenRegister {
  readonly version: number
  readonly passphrase: string
  readonly recoveryCode: string
  readonly stores: readonly FrozenStore[]
  /** What the register of that time said of itself. */
  readonly holds: unknown
}

interface FrozenStore {
  readonly name: string
  readonly keyPath: string | string[]
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
    readonly multiEntry?: boolean
  }[]
  readonly rows: readonly unknown[]
}

/** Path of the frozen register of a version, seen from this folder. */
export function frozenPath(version: number): string {
  const name = `register-${String(version).padStart(4, '0')}.json`
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
}

export async function readFrozen(version: number): Promise<FrozenRegister> {
  return JSON.parse(await readFile(frozenPath(version), 'utf8')) as FrozenRegister
}

/** Lays a frozen register on an empty disk, by IndexedDB alone. */
export async function thaw(frozen: FrozenRegister, name: string, home: DatabaseHome): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = home.indexedDB.open(name, frozen.version * 10)
    opening.onupgradeneeded = () => {
      for (const store of frozen.stores) {
        const made = opening.result.createObjectStore(store.name, { keyPath: store.keyPath })
        for (const index of store.indexes)
          made.createIndex(index.name, index.keyPath, {
            unique: index.unique,
            multiEntry: index.multiEntry ?? false,
          })
      }
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(new Error('no database', { cause: opening.error }))
  })
  const names = frozen.stores.map((store) => store.name)
  const transaction = database.transaction(names, 'readwrite')
  for (const store of frozen.stores) {
    for (const row of store.rows) transaction.objectStore(store.name).put(fromJson(row))
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new Error('not thawed', { cause: transaction.error }))
  })
  database.close()
}

/** Schema and rows of a register as it lies on a disk. */
export async function freezeStores(name: string, home: DatabaseHome): Promise<readonly FrozenStore[]> {
  const database = await openRegisterDb(name, home)
  const stores = await Promise.all(
    database.tables.map(async (table) => ({
      name: table.name,
      keyPath: table.schema.primKey.keyPath as string | string[],
      indexes: table.schema.indexes.map(({ name: index, keyPath, unique, multi }) => ({
        name: index,
        keyPath: keyPath as string | string[],
        unique: unique ?? false,
        ...(multi ? { multiEntry: true } : {}),
      })),
      rows: await Promise.all((await table.toArray()).map((row) => toJson(row))),
    })),
  )
  database.close()
  return stores
}

async function toJson(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (value instanceof Blob) return { $blob: Buffer.from(await value.arrayBuffer()).toString('base64') }
  if (!(value instanceof Object)) return value
  if (Array.isArray(value)) return Promise.all(value.map(toJson))
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, inner]) => [key, await toJson(inner)] as const),
  )
  return Object.fromEntries(entries)
}

function fromJson(value: unknown): unknown {
  if (!(value instanceof Object)) return value
  if (Array.isArray(value)) return value.map(fromJson)
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'))
  if ('$blob' in value) return new Blob([Buffer.from(String(value.$blob), 'base64')])
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromJson(inner)]))
}
