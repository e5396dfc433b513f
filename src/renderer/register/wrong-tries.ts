import { z } from 'zod'
import type { RegisterDb } from './register-db.ts'

/** Wrong passphrases in a row, and until when (epoch milliseconds) no other is tried. Kept across restarts. */
export interface WrongTries {
  readonly wrongTries: number
  readonly waitUntil: number
}

const freeTries = 5
const firstWait = 5_000
const longestWait = 300_000

const Row = z.object({ wrongTries: z.number().int().nonnegative(), waitUntil: z.number() })

/** What is stored; nothing when there is nothing, or it is no count. */
export async function readTries(database: RegisterDb, now: Date): Promise<WrongTries> {
  const row = Row.safeParse(await database.meta.get('tries')).data
  if (!row) return { wrongTries: 0, waitUntil: 0 }
  // A clock that was set back must not lock anyone out for longer than the rule says.
  return { ...row, waitUntil: Math.min(row.waitUntil, now.getTime() + longestWait) }
}

/** Counts one more: after five the wait doubles from 5 seconds to 5 minutes. */
export async function countWrongTry(database: RegisterDb, now: Date): Promise<WrongTries> {
  const wrongTries = (await readTries(database, now)).wrongTries + 1
  const wait = wrongTries < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (wrongTries - freeTries))
  const tries = { wrongTries, waitUntil: wait === 0 ? 0 : now.getTime() + wait }
  await database.meta.put({ id: 'tries', ...tries })
  return tries
}

export async function forgetTries(database: RegisterDb): Promise<void> {
  await database.meta.delete('tries')
}
