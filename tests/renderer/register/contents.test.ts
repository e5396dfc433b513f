import { expect, test } from 'vitest'
import { storeContent } from '../../../src/renderer/register/content-writer.ts'
import { sweepContents } from '../../../src/renderer/register/content-sweep.ts'
import { openRegisterDb, type RegisterDb } from '../../../src/renderer/register/register-db.ts'
import {
  aDisk,
  aDraft,
  anOpenSession,
  anOriginal,
  passphrase,
  someBytes,
  takenIn,
  type TestSession,
} from './a-session.ts'

const mebibyte = 1 << 20

async function withDatabase<T>(session: TestSession, work: (database: RegisterDb) => Promise<T>): Promise<T> {
  const database = await openRegisterDb(session.databaseName, session.home)
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

const rowsOf = (session: TestSession) =>
  withDatabase(session, async (database) => ({
    contents: await database.contents.count(),
    chunks: await database.chunks.count(),
  }))

test.each([0, 1, 4 * mebibyte - 1, 4 * mebibyte, 4 * mebibyte + 1, 9 * mebibyte])(
  'an original of %i bytes is read as it was written',
  async (length) => {
    const session = await anOpenSession()
    const bytes = someBytes(length, 7)
    const { contentId } = await anOriginal(session, bytes)
    const reader = await session.register().contents.open(contentId)
    const parts: Uint8Array[] = []
    for await (const part of reader.stream()) parts.push(part)
    expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0)
    expect(
      Buffer.compare(await reader.read(Math.max(0, length - 5), 50), bytes.slice(Math.max(0, length - 5))),
    ).toBe(0)
    expect(await session.register().contents.usage()).toEqual({ count: 1, bytes: length })
  },
)

test.each([100, 5 * mebibyte])('content that is there already is stored once (%i bytes)', async (length) => {
  const session = await anOpenSession()
  const first = await anOriginal(session, someBytes(length))
  const before = await rowsOf(session)
  const second = await anOriginal(session, someBytes(length), 'same.bin')
  expect([first.known, second.known, second.contentId]).toEqual([false, true, first.contentId])
  expect(await rowsOf(session)).toEqual(before)
})

test('what is discarded leaves nothing, and bytes that were not announced are refused', async () => {
  const session = await anOpenSession()
  await withDatabase(session, async (database) => {
    const writer = await storeContent(database, session.access()!, 5 * mebibyte)
    await writer.write(someBytes(4 * mebibyte))
    await expect(writer.write(someBytes(2 * mebibyte))).rejects.toThrow(TypeError)
    await expect(writer.finish(await takenIn(someBytes(5), 'a'))).rejects.toThrow(TypeError)
    await writer.discard()
    await writer.discard()
  })
  expect(await rowsOf(session)).toEqual({ contents: 0, chunks: 0 })
})

test('a take-in that died is swept at the next start; one that runs is not', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const caseId = await session.register().cases.create(aDraft())
  const groupId = (await session.register().cases.get(caseId))!.draft.groups[0]!.id
  const kept = await anOriginal(session, someBytes(10))
  await session.register().items.add(caseId, [{ groupId, ...kept }])
  await anOriginal(session, someBytes(11, 2), 'without an item')
  await withDatabase(session, async (database) => {
    const running = await storeContent(database, session.access()!, 9 * mebibyte)
    await running.write(someBytes(4 * mebibyte))
    await database.contents.add({ id: 'died', state: 'ingesting', rev: 0, bytes: 9 * mebibyte })
    await database.chunks.add({ contentId: 'died', index: 0, data: new Blob(['x']) })
    await session.close()
    const again = await anOpenSession(disk)
    const left = await database.contents.toArray()
    expect(left.map((row) => row.state).sort()).toEqual(['complete', 'ingesting'])
    expect(await database.chunks.where('[contentId+index]').equals(['died', 0]).count()).toBe(0)
    await again.register().contents.open(kept.contentId)
    await running.discard()
    expect(await sweepContents(database)).toBe(0)
  })
})

test('contents nobody uses go at once; those of an item, or of a step that can be redone, stay', async () => {
  const session = await anOpenSession()
  const { cases, items, contents, history } = session.register()
  const draft = aDraft()
  const caseId = await cases.create(draft)
  const groupId = draft.groups[1]!.id
  const used = await anOriginal(session, someBytes(10, 1))
  const undone = await anOriginal(session, someBytes(10, 2))
  const unused = await anOriginal(session, someBytes(5 * mebibyte, 3))
  await items.add(caseId, [{ groupId, ...used }])
  await items.add(caseId, [{ groupId, ...undone }])
  await history.undo(caseId)
  await contents.removeUnused([used.contentId, undone.contentId, unused.contentId, 'nothing'])
  expect(await contents.usage()).toEqual({ count: 2, bytes: 20 })
  expect(await rowsOf(session)).toEqual({ contents: 2, chunks: 2 })
  await history.redo(caseId)
  expect(await items.ofCase(caseId)).toHaveLength(2)
})

test.each([
  { when: 'a byte of a chunk changed', spoil: 'byte' },
  { when: 'two chunks changed places', spoil: 'places' },
  { when: 'a chunk is gone', spoil: 'gone' },
  { when: 'a chunk was cut', spoil: 'cut' },
])('a damaged original is told by its name when $when', async ({ spoil }) => {
  const session = await anOpenSession()
  const caseId = await session.register().cases.create(aDraft())
  const groupId = (await session.register().cases.get(caseId))!.draft.groups[0]!.id
  const content = await anOriginal(session, someBytes(9 * mebibyte), '合同.pdf')
  await session.register().items.add(caseId, [{ groupId, ...content }])
  await withDatabase(session, async (database) => {
    const [first, second] = await database.chunks.toArray()
    const bytes = new Uint8Array(await first!.data.arrayBuffer())
    bytes[1000]! ^= 1
    if (spoil === 'byte') await database.chunks.put({ ...first!, data: new Blob([bytes]) })
    if (spoil === 'places') {
      await database.chunks.bulkPut([
        { ...first!, index: 1 },
        { ...second!, index: 0 },
      ])
    }
    if (spoil === 'gone') await database.chunks.delete([content.contentId, 0])
    if (spoil === 'cut') await database.chunks.put({ ...first!, data: first!.data.slice(0, 100) })
  })
  const reader = await session.register().contents.open(content.contentId)
  const damaged = { code: 'content.damaged', facts: { name: '合同.pdf' } }
  await expect(reader.read(0, 1)).rejects.toMatchObject(damaged)
  // As the person is told: taken in again it is whole again, and stored anew.
  const again = await anOriginal(session, someBytes(9 * mebibyte), '合同.pdf')
  expect(again).toMatchObject({ known: false })
  expect(again.contentId).not.toBe(content.contentId)
  const whole = await session.register().contents.open(again.contentId)
  expect(Buffer.compare(await whole.read(0, 9 * mebibyte), someBytes(9 * mebibyte))).toBe(0)
  await expect(session.register().contents.open('nothing')).rejects.toMatchObject({ code: 'content.missing' })
})

test('a reader reads no more once the vault is locked', async () => {
  const session = await anOpenSession()
  const { contentId } = await anOriginal(session, someBytes(10))
  const reader = await session.register().contents.open(contentId)
  await reader.read(0, 5)
  await session.lock()
  await expect(reader.read(0, 5)).rejects.toMatchObject({ code: 'register.locked' })
  await session.unlock(passphrase)
})
