import type { Table } from 'dexie'
import type { StoreParts } from './case-write.ts'
import { failureOfWrite, type SealedRow } from './register-db.ts'
import type { SealedCollection } from './signing-records.ts'

/** Sealed rows of one table, written one after the other. Throws Failure register.full, register.changed-elsewhere. */
export function sealedCollection<T extends { readonly id: string }>(
  name: 'identities' | 'signers' | 'views' | 'variants',
  { database, rows, requireWritable }: Pick<StoreParts, 'database' | 'rows' | 'requireWritable'>,
  exclusive: <R>(work: () => Promise<R>) => Promise<R>,
): SealedCollection<T> {
  const table: Table<SealedRow, string> = database[name]

  async function put(value: T, before: SealedRow | undefined): Promise<void> {
    const row = await rows.seal(name, value.id, (before?.rev ?? 0) + 1, value)
    requireWritable()
    await (before ? table.put(row) : table.add(row)).catch((error: unknown) => {
      throw failureOfWrite(error, '')
    })
    rows.remember(name, row.id, row.rev, value)
  }
  return {
    all: async () => rows.openAll<T>(name, await table.toArray()),
    async get(id) {
      const row = await table.get(id)
      return row && (await rows.openAll<T>(name, [row]))[0]
    },
    add: (value) =>
      exclusive(async () => {
        requireWritable()
        await put(value, undefined)
      }),
    edit: (id, edit) =>
      exclusive(async () => {
        requireWritable()
        const row = await table.get(id)
        if (row) await put(edit(await rows.open<T>(name, row)), row)
      }),
    remove: (id) =>
      exclusive(async () => {
        requireWritable()
        await table.delete(id)
      }),
  }
}
