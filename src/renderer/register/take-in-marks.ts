import type { RegisterDb, SealedRow } from './register-db.ts'
import type { TakeInMark, TakeInMarks } from './register.ts'
import type { SealedRows } from './sealed-rows.ts'

const prefix = 'taking-in|'

interface MarkParts {
  readonly database: RegisterDb
  readonly rows: SealedRows
  readonly requireWritable: () => void
}

/** Marks in the table `meta`, sealed; they name nothing that is not sealed elsewhere too. */
export function takeInMarks({ database, rows, requireWritable }: MarkParts): TakeInMarks {
  /** Revisions of the marks of this window: what they stand for is still under way. */
  const mine = new Map<string, number>()
  return {
    async set(mark) {
      requireWritable()
      const id = prefix + mark.id
      const rev = (mine.get(id) ?? 0) + 1
      mine.set(id, rev)
      const row = await rows.seal('meta', id, rev, mark)
      // Ended meanwhile: it must not come back.
      if (mine.get(id) === rev) await database.meta.put(row)
    },
    async remove(id) {
      requireWritable()
      mine.delete(prefix + id)
      await database.meta.delete(prefix + id)
    },
    async takeInterrupted() {
      requireWritable()
      const found = (await database.meta.where('id').startsWith(prefix).toArray()) as SealedRow[]
      const left = found.filter((row) => !mine.has(row.id))
      const opened = await Promise.allSettled(left.map(async (row) => rows.open<TakeInMark>('meta', row)))
      await database.meta.bulkDelete(left.map((row) => row.id))
      return opened.flatMap((mark) => (mark.status === 'fulfilled' ? [mark.value] : []))
    },
  }
}
