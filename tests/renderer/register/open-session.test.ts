import { expect, test } from 'vitest'
import { blankDetails } from '../../../src/shared/domain/case-draft.ts'
import {
  aDisk,
  aDraft,
  anOpenSession,
  anOriginal,
  aSession,
  passphrase,
  reached,
  someBytes,
  takenIn,
} from './a-session.ts'

test('a case with an original survives locking, unlocking and a restart', async () => {
  const disk = aDisk()
  const first = await anOpenSession(disk)
  const draft = aDraft({ brand: '清江' })
  const caseId = await first.register().cases.create(draft)
  const bytes = someBytes(5 << 20)
  const content = await anOriginal(first, bytes, '证据/合同.pdf')
  const groupId = draft.groups[1]!.id
  const [itemId] = await first.register().items.add(caseId, [{ groupId, ...content }])
  await first.lock()
  expect(first.state()).toEqual({ kind: 'locked', wrongTries: 0, waitUntil: 0 })
  expect(() => first.register()).toThrow(expect.objectContaining({ code: 'register.locked' }))
  await first.unlock(passphrase)
  expect((await first.register().cases.get(caseId))?.draft).toEqual(draft)
  await first.close()

  const second = await anOpenSession(disk)
  expect(second.state()).toEqual({ kind: 'open', readOnly: false })
  expect(await second.register().cases.summaries()).toMatchObject([
    { id: caseId, brand: '清江', itemCount: 1, itemBytes: bytes.length },
  ])
  expect(await second.register().items.ofCase(caseId)).toMatchObject([
    { id: itemId, groupId, trashed: false },
  ])
  const reader = await second.register().contents.open(content.contentId)
  expect(Buffer.compare(await reader.read(0, bytes.length), bytes)).toBe(0)
  expect(await reader.read((4 << 20) - 3, 6)).toEqual(bytes.slice((4 << 20) - 3, (4 << 20) + 3))
})

test('in memory the sample is shown, nothing is stored, and the first write asks for a passphrase', async () => {
  const draft = aDraft()
  const bytes = someBytes(1000)
  const session = await aSession({
    async fillMemory({ register, ...memory }) {
      const caseId = await register.cases.create(draft, { isSample: true })
      const original = await takenIn(bytes, 'a.pdf')
      const contentId = await memory.storeContent(original, bytes)
      await register.items.add(caseId, [
        { groupId: draft.groups[0]!.id, contentId, original, details: blankDetails('A') },
      ])
    },
  })
  expect(session.state()).toEqual({ kind: 'memory' })
  const register = session.register()
  expect(register.inMemory).toBe(true)
  const [summary] = await register.cases.summaries()
  const [item] = await register.items.ofCase(summary!.id)
  await expect(register.cases.setState(summary!.id, 'closed')).rejects.toMatchObject({ name: 'AbortError' })
  expect(session.access()).toBeUndefined()

  let asked = 0
  session.setVaultPrompt(async () => {
    asked += 1
    await session.createVault(passphrase)
    return true
  })
  await Promise.all([
    register.cases.setState(summary!.id, 'closed'),
    register.items.setRotation(summary!.id, item!.id, 90),
  ])
  expect(asked).toBe(1)
  expect(register.inMemory).toBe(false)
  expect(session.access()).toBeDefined()
  expect(await session.register().cases.summaries()).toMatchObject([{ id: summary!.id, state: 'closed' }])
  expect(await register.items.ofCase(summary!.id)).toEqual([{ ...item, rotation: 90 }])
  const reader = await register.contents.open(item!.contentId)
  expect(await reader.read(0, 1000)).toEqual(bytes)
})

test('the engine is given the keys it needs and no others; none can be read out', async () => {
  const session = await anOpenSession()
  const { databaseName, ...keys } = session.access()!
  expect(databaseName).toBe(session.databaseName)
  expect(Object.keys(keys).sort()).toEqual(['contentKey', 'tagKey'])
  for (const key of Object.values(keys)) {
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  }
  await session.lock()
  expect(session.access()).toBeUndefined()
})

test('one window holds the pen; the other reads, and may take it', async () => {
  const disk = aDisk()
  const first = await anOpenSession(disk)
  const caseId = await first.register().cases.create(aDraft())
  const second = await anOpenSession(disk)
  expect(second.state()).toEqual({ kind: 'open', readOnly: true })
  expect(second.access()).toBeUndefined()
  await expect(second.register().cases.setState(caseId, 'closed')).rejects.toMatchObject({
    code: 'register.read-only',
  })
  await second.takeOver()
  await expect.poll(() => first.state()).toEqual({ kind: 'open', readOnly: true })
  expect(first.access()).toBeUndefined()
  await second.register().cases.setState(caseId, 'closed')
  await expect(first.register().cases.setState(caseId, 'open')).rejects.toMatchObject({
    code: 'register.read-only',
  })
  expect(await first.register().cases.get(caseId)).toMatchObject({ state: 'closed' })
  await second.lock()
  await expect.poll(() => first.state()).toEqual({ kind: 'open', readOnly: false })
})

test('a window that looks at the sample hears when another makes the vault', async () => {
  const disk = aDisk()
  const looking = await aSession(disk)
  await anOpenSession(disk)
  await reached(looking, (kind) => kind === 'locked')
  await looking.unlock(passphrase)
  expect(looking.state()).toEqual({ kind: 'open', readOnly: true })
})
