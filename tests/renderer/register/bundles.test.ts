import { expect, test } from 'vitest'
import { madeContentWriter } from '../../../src/renderer/register/content-writer.ts'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import { aDisk, aDraft, anOpenSession, anOriginal, passphrase, someBytes } from './a-session.ts'
import { aBundle, aMadeContent, anIdentity, aTrustedSigner } from './built-things.ts'

const MiB = 1024 * 1024

test.each([0, 1, 4 * MiB - 1, 4 * MiB, 4 * MiB + 1, 9 * MiB])(
  'what is made of %i bytes in pieces of any size is read again as it was',
  async (length) => {
    const session = await anOpenSession()
    const bytes = someBytes(length)
    const writer = await madeContentWriter(session.access()!, session.home)
    for (let at = 0; at < length; at += 1_234_567) await writer.write(bytes.subarray(at, at + 1_234_567))
    await writer.finish()
    const reader = await session.register().contents.open(writer.contentId)
    expect(reader.bytes).toBe(length)
    expect(Buffer.from(await reader.read(0, length + 1)).equals(Buffer.from(bytes))).toBe(true)
  },
)

test('what was made and is missing a piece, or has two of them exchanged, is damaged', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const id = await aMadeContent(session, 'x'.repeat(9 * MiB))
  const database = await openRegisterDb(disk.databaseName, disk.home)
  const [first, second, third] = await database.chunks.toArray()
  const read = async () => {
    const reader = await session.register().contents.open(id)
    return reader.read(0, reader.bytes)
  }
  await database.chunks.delete([id, 2])
  await expect(read()).rejects.toMatchObject({ code: 'content.damaged' })
  await database.chunks.bulkPut([
    { ...first!, data: second!.data },
    { ...second!, data: first!.data },
    third!,
  ])
  await expect(read()).rejects.toMatchObject({ code: 'content.damaged' })
  database.close()
})

test('what was given up leaves nothing, and can be given up twice', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const writer = await madeContentWriter(session.access()!, disk.home)
  await writer.write(someBytes(6 * MiB))
  await writer.discard()
  await writer.discard()
  await expect(writer.write(someBytes(1))).rejects.toThrow()
  const finished = await madeContentWriter(session.access()!, disk.home)
  await finished.write(someBytes(3))
  await finished.finish()
  await finished.discard()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  expect(await database.chunks.count()).toBe(0)
  expect(await database.contents.count()).toBe(0)
  database.close()
})

test('a bundle keeps its originals when their items are erased, and lets them go with itself', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const register = session.register()
  const draft = aDraft()
  const caseId = await register.cases.create(draft)
  const original = await anOriginal(session, someBytes(3000))
  const [item = ''] = await register.items.add(caseId, [{ groupId: draft.groups[0]!.id, ...original }])
  const pdf = await aMadeContent(session, 'pages')
  const bundle = aBundle({ caseId, contentIds: [pdf, original.contentId], pdfContentId: pdf })
  await register.bundles.add(bundle)
  expect(await register.bundles.ofCase(caseId)).toEqual([bundle])

  await register.items.setTrashed(caseId, [item], true)
  await register.items.erase(caseId, [item])
  expect((await register.contents.open(original.contentId)).bytes).toBe(3000)

  // Not swept at the next start either.
  await session.lock()
  await session.unlock(passphrase)
  expect(await session.register().bundles.get(bundle.id)).toEqual(bundle)
  expect((await session.register().contents.open(pdf)).bytes).toBe(5)

  await session.register().bundles.remove(bundle.id)
  for (const id of [pdf, original.contentId]) {
    await expect(session.register().contents.open(id)).rejects.toMatchObject({ code: 'content.missing' })
  }
})

test('bundles go with their case, and none is added to a case that is gone or of contents that are not there', async () => {
  const session = await anOpenSession()
  const register = session.register()
  const caseId = await register.cases.create(aDraft())
  const pdf = await aMadeContent(session, 'pages')
  await expect(
    register.bundles.add(aBundle({ caseId, contentIds: [pdf, 'nothing'], pdfContentId: pdf })),
  ).rejects.toMatchObject({ code: 'content.missing' })
  await register.bundles.add(aBundle({ caseId, contentIds: [pdf], pdfContentId: pdf }))
  await register.cases.setState(caseId, 'trashed')
  await register.cases.erase(caseId)
  expect(await register.bundles.ofCase(caseId)).toEqual([])
  await expect(register.contents.open(pdf)).rejects.toMatchObject({ code: 'content.missing' })
  await expect(register.bundles.add(aBundle({ caseId }))).rejects.toMatchObject({
    code: 'register.changed-elsewhere',
  })
})

test('a bundle whose plain columns were changed does not open', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const register = session.register()
  const caseId = await register.cases.create(aDraft())
  const pdf = await aMadeContent(session, 'pages')
  const bundle = aBundle({ caseId, contentIds: [pdf], pdfContentId: pdf })
  await register.bundles.add(bundle)
  await session.lock()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.bundles.toCollection().modify({ contentIds: [pdf, 'more'] })
  database.close()
  await session.unlock(passphrase)
  await expect(session.register().bundles.get(bundle.id)).rejects.toMatchObject({
    code: 'register.damaged',
  })
})

test('identities and trusted signers are kept, edited and removed', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const [mine, theirs] = [anIdentity(), aTrustedSigner()]
  await session.register().identities.add(mine)
  await session.register().signers.add(theirs)
  await session.register().identities.edit(mine.id, (identity) => ({ ...identity, label: '张某' }))
  await session.register().identities.edit('none', (identity) => ({ ...identity, label: 'x' }))
  await session.close()
  const again = await anOpenSession(disk)
  expect(await again.register().identities.all()).toEqual([{ ...mine, label: '张某' }])
  expect(await again.register().signers.get(theirs.id)).toEqual(theirs)
  await again.register().signers.remove(theirs.id)
  expect(await again.register().signers.all()).toEqual([])
})
