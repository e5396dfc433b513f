import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EvidenceSet } from '../../../src/shared/domain/evidence-item.ts'
import type { Register } from '../../../src/renderer/register/register.ts'
import { aDraft, anOpenSession, anOriginal, someBytes } from './a-session.ts'

type Move =
  | { readonly kind: 'brand' | 'group' | 'regroup' | 'add' | 'close' }
  | {
      readonly kind: 'name' | 'shift' | 'trash' | 'restore' | 'turn'
      readonly at: number
      readonly to: number
    }

const number = fc.nat({ max: 9 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constantFrom('brand', 'group', 'regroup', 'add', 'close') }),
  fc.record({ kind: fc.constantFrom('name', 'shift', 'trash', 'restore', 'turn'), at: number, to: number }),
)

test('whatever was done: undoing all gives the start, redoing all gives the end', async () => {
  const session = await anOpenSession()
  const register = session.register()
  const content = await anOriginal(session, someBytes(10))
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
      const draft = aDraft()
      const caseId = await register.cases.create(draft)
      const groupId = draft.groups[1]!.id
      await register.items.add(caseId, [
        { groupId, ...content },
        { groupId, ...content },
      ])
      for (const one of moves) await make(register, caseId, one, { groupId, ...content })
      const end = await whole(register, caseId)
      const undone: (string | undefined)[] = []
      while (register.history.state(caseId).undo) undone.push(await register.history.undo(caseId))
      expect(await register.items.ofCase(caseId)).toEqual([])
      expect((await register.cases.get(caseId))?.draft).toEqual(draft)
      expect(await register.cases.get(caseId)).toMatchObject({ state: 'open' })
      const redone: (string | undefined)[] = []
      while (register.history.state(caseId).redo) redone.push(await register.history.redo(caseId))
      expect(redone).toEqual(undone.toReversed())
      expect(await whole(register, caseId)).toEqual(end)
    }),
    { seed: 20261122, numRuns: 40 },
  )
})

test('edits with one merge key are one step; another key, or another window of time, is another', async () => {
  const session = await anOpenSession()
  const { cases, history } = session.register()
  const caseId = await cases.create(aDraft({ brand: '' }))
  const type = (brand: string, merge: string) =>
    cases.edit(caseId, (draft) => ({ ...draft, brand }), { kind: 'case.edit', merge })
  for (const text of ['a', 'ab', 'abc']) await type(text, 'brand:1')
  await type('abcd', 'brand:2')
  await history.undo(caseId)
  expect((await cases.get(caseId))?.draft.brand).toBe('abc')
  await history.undo(caseId)
  expect((await cases.get(caseId))?.draft.brand).toBe('')
  expect(history.state(caseId)).toEqual({ undo: undefined, redo: 'case.edit' })
  await type('x', 'brand:3')
  await type('', 'brand:3')
  expect(history.state(caseId)).toEqual({ undo: undefined, redo: undefined })
})

test('steps of edits and undoing run in the order they were asked for', async () => {
  const session = await anOpenSession()
  const { cases, history } = session.register()
  const caseId = await cases.create(aDraft({ brand: 'a' }))
  const edit = (brand: string) => cases.edit(caseId, (draft) => ({ ...draft, brand }), { kind: 'case.edit' })
  await Promise.all([edit('b'), edit('c'), history.undo(caseId), history.undo(caseId), history.redo(caseId)])
  expect((await cases.get(caseId))?.draft.brand).toBe('b')
})

async function whole(register: Register, caseId: string) {
  // How a preview is turned is no step; it goes with an item that is undone away.
  const items = (await register.items.ofCase(caseId)).map((item) => ({ ...item, rotation: 0 }))
  const record = await register.cases.get(caseId)
  const [summary] = (await register.cases.summaries()).filter((one) => one.id === caseId)
  return {
    draft: record?.draft,
    state: record?.state,
    items,
    count: summary?.itemCount,
    bytes: summary?.itemBytes,
  }
}

async function make(
  register: Register,
  caseId: string,
  one: Move,
  item: Parameters<Register['items']['add']>[1][number],
): Promise<void> {
  const items = await register.items.ofCase(caseId)
  const at = 'at' in one ? items[one.at % Math.max(1, items.length)] : undefined
  const { cases } = register
  switch (one.kind) {
    case 'brand':
      return cases.edit(caseId, (draft) => ({ ...draft, brand: `${draft.brand ?? ''}+` }), {
        kind: 'case.edit',
        merge: 'brand',
      })
    case 'group': {
      const set: EvidenceSet = 'evidence'
      const group = { id: crypto.randomUUID(), name: 'G', set }
      return cases.edit(caseId, (draft) => ({ ...draft, groups: [...draft.groups, group] }), {
        kind: 'group.add',
      })
    }
    case 'regroup':
      return cases.edit(
        caseId,
        (draft) => ({ ...draft, groups: draft.groups.slice(0, Math.max(1, draft.groups.length - 1)) }),
        {
          kind: 'group.remove',
        },
      )
    case 'close': {
      const state = (await cases.get(caseId))?.state === 'open' ? 'closed' : 'open'
      return cases.setState(caseId, state)
    }
    case 'add':
      return void (await register.items.add(caseId, [item]))
    case 'name':
      return (
        at &&
        register.items.edit(caseId, [at.id], (details) => ({ ...details, name: `n${one.to}` }), {
          kind: 'item.edit',
        })
      )
    case 'shift': {
      const { groups } = (await cases.get(caseId))!.draft
      const before = items[one.to % Math.max(1, items.length)]
      const groupId = groups[one.to % groups.length]!.id
      return (
        at &&
        register.items.move(caseId, [at.id], {
          groupId,
          ...(before?.groupId === groupId ? { before: before.id } : {}),
        })
      )
    }
    case 'trash':
    case 'restore':
      return at && register.items.setTrashed(caseId, [at.id], one.kind === 'trash')
    case 'turn':
      return at && register.items.setRotation(caseId, at.id, one.to % 2 ? 90 : 0)
  }
}
