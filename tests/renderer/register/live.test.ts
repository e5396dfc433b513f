// Live queries are silent where Dexie finds no IndexedDB.
import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { aDisk, aDraft, anOpenSession, anOriginal, someBytes } from './a-session.ts'

test('a live query that reads twice hears of both, from this window and another', async () => {
  const disk = aDisk()
  const session = await anOpenSession(disk)
  const register = session.register()
  const draft = aDraft({ brand: 'a' })
  const caseId = await register.cases.create(draft)
  const other = await anOpenSession(disk)
  const heard: { mine?: string; theirs?: string } = {}
  for (const [name, window] of [
    ['mine', session],
    ['theirs', other],
  ] as const) {
    const watch = liveQuery(async () => {
      const record = await window.register().cases.get(caseId)
      const items = await window.register().items.ofCase(caseId)
      return `${record?.draft.brand} ${items.map((item) => item.rotation).join()}`
    }).subscribe((value) => {
      heard[name] = value
    })
    onTestFinished(() => watch.unsubscribe())
  }
  await expect.poll(() => heard).toEqual({ mine: 'a ', theirs: 'a ' })
  const content = await anOriginal(session, someBytes(5))
  const [id = ''] = await register.items.add(caseId, [{ groupId: draft.groups[0]!.id, ...content }])
  await expect.poll(() => heard).toEqual({ mine: 'a 0', theirs: 'a 0' })
  await register.items.setRotation(caseId, id, 90)
  await expect.poll(() => heard).toEqual({ mine: 'a 90', theirs: 'a 90' })
  await register.cases.edit(caseId, (now) => ({ ...now, brand: 'b' }), { kind: 'case.edit' })
  await expect.poll(() => heard).toEqual({ mine: 'b 90', theirs: 'b 90' })
})

test('what was read once is the same object until it changes', async () => {
  const session = await anOpenSession()
  const { cases } = session.register()
  const [first, second] = [await cases.create(aDraft()), await cases.create(aDraft())]
  const summary = async (id: string) => (await cases.summaries()).find((one) => one.id === id)
  const before = [await summary(first), await summary(second)]
  await cases.setState(first, 'closed')
  expect(await summary(first)).not.toBe(before[0])
  expect(await summary(second)).toBe(before[1])
})
