import { expect, test } from 'vitest'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import type { Item, Register } from '../../../src/renderer/register/register.ts'
import { storedRegister } from '../../../src/renderer/register/stored-register.ts'
import { keysOf, newVaultKey } from '../../../src/renderer/register/vault-keys.ts'
import {
  aDisk,
  aDraft,
  anOpenSession,
  anOriginal,
  passphrase,
  someBytes,
  type TestSession,
} from './a-session.ts'

async function aCaseWith(session: TestSession, names: readonly string[]) {
  const register = session.register()
  const draft = aDraft()
  const caseId = await register.cases.create(draft)
  const groupId = draft.groups[1]!.id
  const contents = await Promise.all(
    names.map((name, index) => anOriginal(session, someBytes(10, index + 1), name)),
  )
  const ids = await register.items.add(
    caseId,
    contents.map((content) => ({ groupId, ...content })),
  )
  return { register, caseId, draft, groupId, ids, other: draft.groups[0]!.id }
}

const namesOf = async (register: Register, caseId: string, of: (item: Item) => boolean = () => true) =>
  (await register.items.ofCase(caseId)).filter(of).map((item) => item.details.name)

test('items move before another, to the end and between groups, keeping their order', async () => {
  const session = await anOpenSession()
  const { register, caseId, groupId, ids, other } = await aCaseWith(session, ['a', 'b', 'c', 'd', 'e'])
  await register.items.move(caseId, [ids[4]!, ids[2]!], { groupId, before: ids[1]! })
  expect(await namesOf(register, caseId)).toEqual(['a', 'c', 'e', 'b', 'd'])
  await register.items.move(caseId, [ids[0]!], { groupId })
  expect(await namesOf(register, caseId)).toEqual(['c', 'e', 'b', 'd', 'a'])
  await register.items.move(caseId, [ids[3]!, ids[1]!], { groupId: other })
  expect(await namesOf(register, caseId)).toEqual(['b', 'd', 'c', 'e', 'a'])
  await register.history.undo(caseId)
  await register.history.undo(caseId)
  await register.history.undo(caseId)
  expect(await namesOf(register, caseId)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(register.history.state(caseId)).toEqual({ undo: 'item.add', redo: 'item.move' })
})

test('a case comes with its items at once or not at all, and there is nothing to undo', async () => {
  const session = await anOpenSession()
  const { cases, items, history } = session.register()
  const draft = aDraft()
  const groupId = draft.groups[1]!.id
  const content = await anOriginal(session, someBytes(10), 'a')
  const two = [
    { groupId, ...content },
    { groupId: 'gone', ...content, details: { ...content.details, name: 'b' } },
  ]
  const lost = { groupId, ...content, contentId: 'nothing' }
  await expect(cases.create(draft, { items: [...two, lost] })).rejects.toMatchObject({
    code: 'content.missing',
    facts: { name: 'a' },
  })
  expect(await cases.summaries()).toEqual([])
  const caseId = await cases.create(draft, { items: two })
  expect(await namesOf(session.register(), caseId)).toEqual(['a', 'b'])
  expect(await cases.summaries()).toMatchObject([{ itemCount: 2, itemBytes: 20 }])
  expect(history.state(caseId)).toEqual({ undo: undefined, redo: undefined })
  await items.add(caseId, [{ groupId, ...content, details: { ...content.details, name: 'c' } }])
  expect(await namesOf(session.register(), caseId)).toEqual(['a', 'b', 'c'])
})

test('a group that goes takes its items to the trash, in one step', async () => {
  const session = await anOpenSession()
  const { register, caseId, groupId, ids, other } = await aCaseWith(session, ['a', 'b'])
  await register.cases.edit(
    caseId,
    (draft) => ({ ...draft, groups: draft.groups.filter((group) => group.id !== groupId) }),
    { kind: 'group.remove' },
  )
  expect(await namesOf(register, caseId, (item) => item.trashed)).toEqual(['a', 'b'])
  expect(await register.cases.summaries()).toMatchObject([{ itemCount: 0, itemBytes: 0 }])
  await register.items.setTrashed(caseId, [ids[1]!], false)
  expect((await register.items.ofCase(caseId)).find((item) => item.id === ids[1])).toMatchObject({
    groupId: other,
  })
  await register.history.undo(caseId)
  await register.history.undo(caseId)
  expect(await namesOf(register, caseId, (item) => !item.trashed && item.groupId === groupId)).toEqual([
    'a',
    'b',
  ])
  expect(await register.cases.summaries()).toMatchObject([{ itemCount: 2, itemBytes: 20 }])
})

test('contents go with the last item that refers to them', async () => {
  const session = await anOpenSession()
  const { register, caseId, ids } = await aCaseWith(session, ['a', 'b'])
  const again = await anOriginal(session, someBytes(10, 1), 'a in another case')
  const draft = aDraft()
  const second = await register.cases.create(draft)
  await register.items.add(second, [{ groupId: draft.groups[0]!.id, ...again }])
  await register.items.setTrashed(caseId, ids, true)
  await register.items.emptyTrash(caseId)
  expect(await register.items.ofCase(caseId)).toEqual([])
  expect((await register.contents.usage()).count).toBe(1)
  await expect(register.cases.erase(second)).rejects.toThrow(TypeError)
  await register.cases.setState(second, 'trashed')
  await register.cases.emptyTrash()
  expect((await register.contents.usage()).count).toBe(0)
  expect((await register.cases.summaries()).map(({ id }) => id)).toEqual([caseId])
})

test('an original that is not stored cannot become an item', async () => {
  const session = await anOpenSession()
  const { register, caseId, groupId } = await aCaseWith(session, [])
  const content = await anOriginal(session, someBytes(10))
  const items = [{ groupId, ...content, contentId: crypto.randomUUID() }]
  await expect(register.items.add(caseId, items)).rejects.toMatchObject({ code: 'content.missing' })
  expect(await register.items.ofCase(caseId)).toEqual([])
})

test('two writers at once: every edit that was accepted is there, the others are told', async () => {
  const disk = aDisk()
  const keys = await keysOf(newVaultKey(), 'vault')
  const writer = async () =>
    storedRegister({
      database: await openRegisterDb(disk.databaseName, disk.home),
      inMemory: false,
      keys: () => keys,
      requireWritable: () => undefined,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    }).register
  const [left, right] = [await writer(), await writer()]
  const caseId = await left.cases.create(aDraft({ brand: '' }))
  const edit = (register: Register) =>
    register.cases.edit(caseId, (draft) => ({ ...draft, brand: `${draft.brand ?? ''}x` }), {
      kind: 'case.edit',
    })
  const ends = await Promise.allSettled(
    Array.from({ length: 60 }, (_, index) => edit(index % 2 ? left : right)),
  )
  const stored = ends.filter((end) => end.status === 'fulfilled').length
  expect((await left.cases.get(caseId))?.draft.brand).toBe('x'.repeat(stored))
  expect((await right.cases.get(caseId))?.draft.brand).toBe('x'.repeat(stored))
  for (const end of ends) {
    if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'register.changed-elsewhere' })
  }
  const steps = [left, right].map((register) => register.history.state(caseId).undo)
  expect(steps).toEqual(['case.edit', 'case.edit'])
  // What one window would take back is not what stands there any more.
  const undone = await Promise.allSettled([left.history.undo(caseId), right.history.undo(caseId)])
  expect(undone.filter((end) => end.status === 'rejected').length).toBeGreaterThan(0)
})

test('malformed values are refused before anything is stored', async () => {
  const session = await anOpenSession()
  const { register, caseId, ids } = await aCaseWith(session, ['a'])
  const before = [await register.cases.get(caseId), await register.items.ofCase(caseId)]
  await expect(
    register.cases.edit(caseId, (draft) => ({ ...draft, brnad: 'x' }) as typeof draft, { kind: 'case.edit' }),
  ).rejects.toThrow(TypeError)
  await expect(
    register.items.edit(caseId, ids, (details) => ({ ...details, copies: 'two' }) as never, {
      kind: 'item.edit',
    }),
  ).rejects.toThrow(TypeError)
  expect([await register.cases.get(caseId), await register.items.ofCase(caseId)]).toEqual(before)
  await register.cases.edit(caseId, (draft) => ({ ...draft, caseCode: '不行' }), { kind: 'case.edit' })
  expect((await register.cases.get(caseId))?.draft.caseCode).toBe('不行')
})

test('locking waits for writes under way, and nothing typed is lost', async () => {
  const session = await anOpenSession()
  const { register, caseId } = await aCaseWith(session, [])
  const edits = Array.from({ length: 20 }, (_, index) =>
    register.cases.edit(caseId, (draft) => ({ ...draft, brand: `${draft.brand ?? ''}${index % 10}` }), {
      kind: 'case.edit',
    }),
  )
  const locking = session.lock()
  await Promise.all([...edits, locking])
  await expect(register.cases.setState(caseId, 'closed')).rejects.toMatchObject({ code: 'register.locked' })
  await session.unlock(passphrase)
  expect((await register.cases.get(caseId))?.draft.brand).toBe('01234567890123456789')
  expect(register.history.state(caseId)).toEqual({ undo: undefined, redo: undefined })
})
