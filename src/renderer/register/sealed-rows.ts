import { Dexie } from 'dexie'
import { Failure } from '../../shared/contract/failure.ts'
import type { SealedRow } from './register-db.ts'
import { open, seal } from './seal.ts'

/** Opens and seals rows, and remembers what it opened by id and revision, so that live lists open each row once. */
export interface SealedRows {
  /** The value of a row; one object for one revision. Throws Failure register.damaged when it is not what was stored. */
  open<T>(table: string, row: SealedRow): T | Promise<T>
  openAll<T>(table: string, rows: readonly SealedRow[]): Promise<T[]>
  seal(table: string, id: string, rev: number, value: unknown): Promise<SealedRow>
  /** Remembers a value that was just stored. */
  remember(table: string, id: string, rev: number, value: unknown): void
  forgetAll(): void
}

/** `key` throws Failure register.locked once the vault is locked. */
export function sealedRows(key: () => CryptoKey): SealedRows {
  const opened = new Map<string, { readonly rev: number; readonly value: unknown }>()

  async function openAnew(table: string, row: SealedRow): Promise<unknown> {
    const rowKey = key()
    const place = { table, id: row.id, rev: row.rev }
    const damaged = (cause?: unknown) => new Failure('register.damaged', { name: table }, cause)
    const value = await open(rowKey, place, row.sealed).catch((error: unknown) => {
      throw damaged(error)
    })
    if (!agrees(row, value)) throw damaged()
    // Locked meanwhile: nothing unsealed may stay.
    if (key() === rowKey) opened.set(`${table}|${row.id}`, { rev: row.rev, value })
    return value
  }

  const rows: SealedRows = {
    open<T>(table: string, row: SealedRow): T | Promise<T> {
      const known = opened.get(`${table}|${row.id}`)
      if (known?.rev === row.rev) {
        key()
        return known.value as T
      }
      return openAnew(table, row) as Promise<T>
    },
    openAll: async <T>(table: string, sealed: readonly SealedRow[]) =>
      // Dexie's promise brings a live query back to itself after the detour through WebCrypto.
      Dexie.Promise.resolve(Promise.all(sealed.map((row) => rows.open<T>(table, row)))),
    seal: async (table, id, rev, value) => ({
      id,
      rev,
      sealed: await seal(key(), { table, id, rev }, value),
    }),
    remember: (table, id, rev, value) => void opened.set(`${table}|${id}`, { rev, value }),
    forgetAll: () => opened.clear(),
  }
  return rows
}

/** Plain columns repeat what is sealed; one that says something else was tampered with. */
function agrees(row: SealedRow, value: unknown): boolean {
  const { id: _id, rev: _rev, sealed: _sealed, ...plain } = row
  const inside = value as Readonly<Record<string, unknown>>
  return Object.entries(plain).every(([column, content]) => isSame(inside[column], content))
}

function isSame(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right
  return left.length === right.length && left.every((value, index) => value === right[index])
}
