import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import { aDisk, aDraft, anOpenSession, passphrase } from './a-session.ts'

const mark = { id: 'run', caseId: 'KNOWNCASE', total: 4900, stored: 0 }

async function markRows(disk: ReturnType<typeof aDisk>) {
  const database = await openRegisterDb(disk.databaseName, disk.home)
  const rows = await database.meta.where('id').startsWith('taking-in|').toArray()
  database.close()
  return rows
}

test('what was cut off is told once, as far as it came', async () => {
  const disk = aDisk()
  const first = await anOpenSession(disk)
  await first.register().takeIns.set(mark)
  await first.register().takeIns.set({ ...mark, stored: 2259 })
  const rows = await markRows(disk)
  expect(rows).toHaveLength(1)
  expect(inspect(rows)).not.toContain('KNOWNCASE')
  expect(Object.keys(rows[0]!)).toEqual(['id', 'rev', 'sealed'])
  await first.close()

  const next = await anOpenSession(disk)
  expect(await next.register().takeIns.takeInterrupted()).toEqual([{ ...mark, stored: 2259 }])
  expect(await next.register().takeIns.takeInterrupted()).toEqual([])
  expect(await markRows(disk)).toEqual([])
})

test('what is under way, and what ended, is not told', async () => {
  const disk = aDisk()
  const { takeIns } = (await anOpenSession(disk)).register()
  await takeIns.set(mark)
  await takeIns.set({ ...mark, id: 'other' })
  await takeIns.remove('other')
  expect(await takeIns.takeInterrupted()).toEqual([])
  expect(await markRows(disk)).toHaveLength(1)
})

test('what ended while the register was locked was told by its window', async () => {
  const session = await anOpenSession()
  const { takeIns } = session.register()
  await takeIns.set(mark)
  await takeIns.set({ ...mark, id: 'cut off' })
  await session.lock()
  await expect(takeIns.remove('run')).rejects.toMatchObject({ code: 'register.locked' })
  await session.unlock(passphrase)
  expect(await takeIns.takeInterrupted()).toMatchObject([{ id: 'cut off' }])
})

test('a mark that was tampered with goes in silence', async () => {
  const disk = aDisk()
  const first = await anOpenSession(disk)
  await first.register().cases.create(aDraft())
  await first.register().takeIns.set(mark)
  await first.close()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.table('meta').where('id').startsWith('taking-in|').modify({ rev: 7 })
  database.close()
  const next = await anOpenSession(disk)
  expect(await next.register().takeIns.takeInterrupted()).toEqual([])
  expect(await markRows(disk)).toEqual([])
})
