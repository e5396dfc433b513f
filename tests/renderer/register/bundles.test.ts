import { describe, expect, test } from 'vitest'
import { type LearntZip, learntZipOf } from '../../../src/renderer/register/bundle-records.ts'
import { madeContentWriter } from '../../../src/renderer/register/content-writer.ts'
import { openEndedWriter } from '../../../src/renderer/register/made-content-writer.ts'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import { storedRegister } from '../../../src/renderer/register/stored-register.ts'
import { keysOf, newVaultKey } from '../../../src/renderer/register/vault-keys.ts'
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

describe('what the ZIP of a bundle is', () => {
  /** A bundle whose ZIP nobody worked out yet, and what working it out shows. */
  async function unknownZip() {
    const disk = aDisk()
    const session = await anOpenSession(disk)
    const register = session.register()
    const caseId = await register.cases.create(aDraft())
    const pdf = await aMadeContent(session, 'pages')
    const zip = { name: 'QJ-2026-001_01_20261122.zip' }
    const bundle = aBundle({ caseId, contentIds: [pdf], pdfContentId: pdf, zip, papers: [] })
    await register.bundles.add(bundle)
    const learnt = async (changes: Partial<LearntZip> = {}): Promise<LearntZip> => {
      const contentId = await aMadeContent(session, 'sheet')
      return {
        bytes: 7,
        sha256: 'cd'.repeat(32),
        sm3: 'ef'.repeat(32),
        sheet: { contentId, bytes: 5 },
        ...changes,
      }
    }
    return { disk, session, register, bundle, learnt }
  }

  test('is learnt once, with its sheet, and stays with the bundle', async () => {
    const { session, register, bundle, learnt } = await unknownZip()
    expect(learntZipOf(bundle)).toBeUndefined()
    const found = await learnt()
    const stored = await register.bundles.learn(bundle.id, found)
    expect(stored).toEqual({
      ...bundle,
      zip: { name: bundle.zip.name, bytes: 7, sha256: found.sha256, sm3: found.sm3 },
      papers: [{ kind: 'hand-over', pages: 1, ...found.sheet }],
      contentIds: [...bundle.contentIds, found.sheet.contentId],
    })
    expect(learntZipOf(stored!)).toEqual(found)
    // Opened anew, the sheet not swept.
    await session.lock()
    await session.unlock(passphrase)
    expect(await session.register().bundles.ofCase(bundle.caseId)).toEqual([stored])
    expect((await session.register().contents.open(found.sheet.contentId)).bytes).toBe(5)
    await session.register().bundles.remove(bundle.id)
    await expect(session.register().contents.open(found.sheet.contentId)).rejects.toMatchObject({
      code: 'content.missing',
    })
  })

  test('learnt a second time changes nothing; the second sheet goes', async () => {
    const { register, bundle, learnt } = await unknownZip()
    const stored = await register.bundles.learn(bundle.id, await learnt())
    const again = await learnt()
    expect(await register.bundles.learn(bundle.id, again)).toEqual(stored)
    expect(await register.bundles.get(bundle.id)).toEqual(stored)
    await expect(register.contents.open(again.sheet.contentId)).rejects.toMatchObject({
      code: 'content.missing',
    })
    // The same find told twice keeps its sheet.
    await register.bundles.learn(bundle.id, learntZipOf(stored!)!)
    expect((await register.contents.open(learntZipOf(stored!)!.sheet.contentId)).bytes).toBe(5)
  })

  test.each([{ sha256: '00'.repeat(32) }, { sm3: '00'.repeat(32) }, { bytes: 8 }])(
    'never becomes another: %j is refused',
    async (changes) => {
      const { register, bundle, learnt } = await unknownZip()
      const stored = await register.bundles.learn(bundle.id, await learnt())
      await expect(register.bundles.learn(bundle.id, await learnt(changes))).rejects.toMatchObject({
        code: 'bundle.not-identical',
        facts: { name: bundle.zip.name },
      })
      expect(await register.bundles.get(bundle.id)).toEqual(stored)
    },
  )

  test('learnt by two at once, who both may write, is one and the same', async () => {
    const disk = aDisk()
    const keys = await keysOf(newVaultKey(), 'a vault')
    const databases = [
      await openRegisterDb(disk.databaseName, disk.home),
      await openRegisterDb(disk.databaseName, disk.home),
    ]
    const [here, there] = databases.map(
      (database) =>
        storedRegister({
          database,
          inMemory: false,
          keys: () => keys,
          requireWritable: () => undefined,
          now: () => new Date('2026-11-22T06:00:00Z'),
          newId: () => crypto.randomUUID(),
        }).register,
    )
    const caseId = await here!.cases.create(aDraft())
    const bundle = aBundle({ caseId, zip: { name: 'a.zip' }, papers: [] })
    await here!.bundles.add(bundle)
    const learnt = async (): Promise<LearntZip> => {
      const writer = await openEndedWriter(databases[0]!, keys.contentKey)
      await writer.write(someBytes(5))
      await writer.finish()
      const sheet = { contentId: writer.contentId, bytes: 5 }
      return { bytes: 7, sha256: 'cd'.repeat(32), sm3: 'ef'.repeat(32), sheet }
    }
    const [mine, theirs] = [await learnt(), await learnt()]
    const [one, two] = await Promise.all([
      here!.bundles.learn(bundle.id, mine),
      there!.bundles.learn(bundle.id, theirs),
    ])
    expect(one).toEqual(two)
    const kept = learntZipOf(one!)!.sheet.contentId
    const gone = kept === mine.sheet.contentId ? theirs.sheet.contentId : mine.sheet.contentId
    expect((await here!.contents.open(kept)).bytes).toBe(5)
    await expect(here!.contents.open(gone)).rejects.toMatchObject({ code: 'content.missing' })
    for (const database of databases) database.close()
  })

  test('is not stored without its sheet, and not for a bundle that was removed', async () => {
    const { register, bundle, learnt } = await unknownZip()
    const none = { ...(await learnt()), sheet: { contentId: 'nothing', bytes: 5 } }
    await expect(register.bundles.learn(bundle.id, none)).rejects.toMatchObject({ code: 'content.missing' })
    expect(await register.bundles.get(bundle.id)).toEqual(bundle)
    await register.bundles.remove(bundle.id)
    const late = await learnt()
    expect(await register.bundles.learn(bundle.id, late)).toBeUndefined()
    await expect(register.contents.open(late.sheet.contentId)).rejects.toMatchObject({
      code: 'content.missing',
    })
  })
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
