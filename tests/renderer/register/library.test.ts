import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import {
  aDisk,
  aDraft,
  anOpenSession,
  anOriginal,
  passphrase,
  someBytes,
  type TestSession,
} from './a-session.ts'
import { aBundle } from './built-things.ts'
import { aPaper, aProfile } from './library-things.ts'

async function aHolderWithScan(session: TestSession, seed = 1) {
  const register = session.register()
  const holder = aProfile()
  await register.holders.add(holder)
  const { contentId, original, details } = await anOriginal(session, someBytes(3000, seed), '执照.pdf')
  const paper = aPaper(holder.id, { contentId, original })
  await register.papers.add([paper])
  return { register, holder, paper, contentId, original, details }
}

test('holders and papers are kept, edited and removed, and nothing of them is plain on the disk', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const { register, holder, paper } = await aHolderWithScan(session)
  await register.holders.edit(holder.id, (before) => ({ ...before, remarks: '寄件到前台', id: 'another' }))
  await register.papers.edit(paper.id, (before) => ({
    ...before,
    lentTo: '李律师',
    contentId: '',
    holderId: 'x',
  }))
  await session.close()

  const database = await openRegisterDb(disk.databaseName, disk.home)
  const rows = [...(await database.holders.toArray()), ...(await database.papers.toArray())]
  database.close()
  expect(inspect(rows)).not.toMatch(/清江|前台|李律师|执照/)
  expect(rows.map((row) => Object.keys(row).sort())).toEqual([
    ['id', 'rev', 'sealed'],
    ['contentId', 'holderId', 'id', 'rev', 'sealed'],
  ])

  const again = (await anOpenSession(disk)).register()
  expect(await again.holders.all()).toEqual([{ ...holder, remarks: '寄件到前台' }])
  expect(await again.papers.ofHolder(holder.id)).toEqual([{ ...paper, lentTo: '李律师' }])
  await again.papers.remove([paper.id])
  expect(await again.papers.all()).toEqual([])
})

test('a content stays while a paper has it: when its item is erased, at the next start, and goes with the paper', async () => {
  const session = await anOpenSession()
  const { register, paper, contentId, original, details } = await aHolderWithScan(session)
  const draft = aDraft()
  const caseId = await register.cases.create(draft)
  const groupId = draft.groups[0]!.id
  const [item = ''] = await register.items.add(caseId, [{ groupId, contentId, original, details }])
  expect(await register.papers.casesWith(contentId)).toEqual([caseId])
  await register.items.setTrashed(caseId, [item], true)
  expect(await register.papers.casesWith(contentId)).toEqual([])
  await register.items.erase(caseId, [item])
  await register.contents.removeUnused([contentId])
  expect((await register.contents.open(contentId)).bytes).toBe(3000)

  await session.lock()
  await session.unlock(passphrase)
  expect((await session.register().contents.open(contentId)).bytes).toBe(3000)
  await session.register().papers.remove([paper.id])
  await expect(session.register().contents.open(contentId)).rejects.toMatchObject({ code: 'content.missing' })
})

test('a content of a paper that goes stays while an item, a bundle or an undo has it', async () => {
  const session = await anOpenSession()
  const { register, holder, contentId, original, details } = await aHolderWithScan(session)
  const draft = aDraft()
  const caseId = await register.cases.create(draft)
  const groupId = draft.groups[0]!.id
  const [item = ''] = await register.items.add(caseId, [{ groupId, contentId, original, details }])
  await register.history.undo(caseId)
  await register.holders.remove(holder.id)
  expect(await register.papers.all()).toEqual([])
  expect(await register.holders.all()).toEqual([])
  await register.history.redo(caseId)
  expect((await register.contents.open(contentId)).bytes).toBe(3000)
  const bundle = aBundle({ caseId, contentIds: [contentId], pdfContentId: contentId })
  await register.bundles.add(bundle)
  await register.items.setTrashed(caseId, [item], true)
  await register.items.erase(caseId, [item])
  expect((await register.contents.open(contentId)).bytes).toBe(3000)
  await register.bundles.remove(bundle.id)
  await expect(register.contents.open(contentId)).rejects.toMatchObject({ code: 'content.missing' })
})

test('papers come all or none, with a holder and a stored content', async () => {
  const session = await anOpenSession()
  const { register, holder } = await aHolderWithScan(session)
  const good = aPaper(holder.id)
  await expect(
    register.papers.add([good, aPaper(holder.id, { contentId: 'nothing' })]),
  ).rejects.toMatchObject({ code: 'content.missing' })
  await expect(register.papers.add([good, aPaper('nobody')])).rejects.toMatchObject({
    code: 'register.changed-elsewhere',
  })
  expect(await register.papers.all()).toHaveLength(1)
  await expect(register.papers.add([{ ...good, kind: 'letter' as 'other' }])).rejects.toThrow(TypeError)
})

test('a paper that takes the place of another puts it away, both or none', async () => {
  const session = await anOpenSession()
  const { register, holder, paper } = await aHolderWithScan(session)
  const next = aPaper(holder.id, { name: '营业执照(2026)' })
  await expect(register.papers.replace(paper.id, { ...next, contentId: 'nothing' })).rejects.toMatchObject({
    code: 'content.missing',
  })
  expect(await register.papers.get(paper.id)).toEqual(paper)
  await register.papers.replace(paper.id, next)
  expect(await register.papers.get(paper.id)).toEqual({ ...paper, archived: true, replacedBy: next.id })
  expect(await register.papers.get(next.id)).toEqual(next)
  await expect(register.papers.replace('gone', aPaper(holder.id))).rejects.toMatchObject({
    code: 'register.changed-elsewhere',
  })
})

test('a damaged row is shown as such, the others stay, and it can be removed', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const { register, holder, paper, contentId } = await aHolderWithScan(session)
  const whole = aPaper(holder.id)
  await register.papers.add([whole])
  await session.lock()
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.papers.update(paper.id, { contentId: 'another' })
  await database.holders.update(holder.id, { rev: 7 })
  database.close()
  await session.unlock(passphrase)
  const { holders, papers, contents } = session.register()
  expect(await holders.all()).toMatchObject([{ id: holder.id, nameZh: '', isDamaged: true }])
  const shown = await papers.ofHolder(holder.id)
  expect(shown.find(({ id }) => id === whole.id)).toEqual(whole)
  expect(shown.find(({ id }) => id === paper.id)).toMatchObject({ isDamaged: true, name: '' })
  await expect(papers.get(paper.id)).rejects.toMatchObject({ code: 'register.damaged' })
  await expect(papers.edit(paper.id, (before) => before)).rejects.toMatchObject({ code: 'register.damaged' })
  await holders.remove(holder.id)
  expect(await papers.all()).toEqual([])
  await expect(contents.open(contentId)).rejects.toMatchObject({ code: 'content.missing' })
})

test('draft, new items and changed items are one step of the history', async () => {
  const session = await anOpenSession()
  const { register, contentId, original, details } = await aHolderWithScan(session)
  const other = await anOriginal(session, someBytes(500, 7), '新执照.pdf')
  const draft = aDraft()
  const caseId = await register.cases.create(draft)
  const groupId = draft.groups[0]!.id
  const [old = ''] = await register.items.add(caseId, [{ groupId, contentId, original, details }])
  const [fresh = ''] = await register.items.compose(
    caseId,
    ({ draft: now, items }) => ({
      draft: { ...now, brand: '清江' },
      added: [{ groupId, ...other }],
      changed: items.map((item) => ({ ...item, contentId: other.contentId, original: other.original })),
    }),
    { kind: 'paper.replace' },
  )
  const after = await register.items.ofCase(caseId)
  expect(after.map(({ id, contentId: has }) => [id, has])).toEqual([
    [old, other.contentId],
    [fresh, other.contentId],
  ])
  expect(await register.cases.summaries()).toMatchObject([{ brand: '清江', itemCount: 2, itemBytes: 1000 }])
  expect(await register.history.undo(caseId)).toBe('paper.replace')
  expect((await register.items.ofCase(caseId)).map((item) => item.contentId)).toEqual([contentId])
  expect((await register.cases.get(caseId))?.draft.brand).toBeUndefined()
  const nothing = await register.items.compose(caseId, () => undefined, { kind: 'paper.attach' })
  expect(nothing).toEqual([])
})
