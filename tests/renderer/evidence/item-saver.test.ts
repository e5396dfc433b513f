import { expect, test } from 'vitest'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { blankDetails, type ItemDetails } from '../../../src/shared/domain/case-draft.ts'
import { ItemSaver } from '../../../src/renderer/features/evidence/item-saver.ts'
import type { Item, ItemRepository } from '../../../src/renderer/register/register.ts'

/** A saver over one item whose writes end as the test says. */
function aSaver() {
  let details: ItemDetails = blankDetails('名称')
  const problems: Error[] = []
  const failures: unknown[] = []
  const tracked: string[] = []
  const edit: ItemRepository['edit'] = async (_case, _ids, change) => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    const problem = problems.shift()
    if (problem) throw problem
    details = change(details, {} as Item)
  }
  const saver = new ItemSaver({
    items: () => ({ edit }) as unknown as ItemRepository,
    caseId: 'case',
    ids: ['item'],
    onFailure: (error) => failures.push(error),
    track: async (work) => {
      tracked.push('begun')
      try {
        return await work
      } finally {
        tracked.push('ended')
      }
    },
  })
  return { saver, problems, failures, tracked, stored: () => details }
}

test('what was typed a moment ago is stored once settled, and followed from the first key on', async () => {
  const { saver, stored, tracked } = aSaver()
  saver.change('source', '网', 'source 1')
  saver.change('source', '网店', 'source 1')
  expect(tracked).toEqual(['begun'])
  await saver.settled()
  expect(stored().source).toBe('网店')
  await expect.poll(() => tracked).toEqual(['begun', 'ended'])
})

test('what is typed while a write is under way is stored too', async () => {
  const { saver, stored } = aSaver()
  saver.change('source', '网店', 'source 1')
  saver.flush()
  saver.change('purpose', '证明侵权', 'purpose 1')
  await saver.settled()
  expect(stored()).toMatchObject({ source: '网店', purpose: '证明侵权' })
})

test('a write that failed is told, stays typed and goes along with the next one', async () => {
  const { saver, problems, failures, stored, tracked } = aSaver()
  problems.push(new Failure('register.full', { name: '' }))
  saver.change('source', '网店', 'source 1')
  await saver.settled()
  expect(failures).toHaveLength(1)
  expect(saver.typed().get('source')).toBe('网店')
  expect(stored().source).toBe('')
  await saver.settled()
  expect(failures).toHaveLength(1)
  expect(stored().source).toBe('网店')
  await expect.poll(() => tracked).toEqual(['begun', 'ended', 'begun', 'ended'])
})

test('when storing was declined the stored value comes back, and nothing is told', async () => {
  const { saver, problems, failures } = aSaver()
  problems.push(new DOMException('declined', 'AbortError'))
  saver.change('source', '网店', 'source 1')
  await saver.settled()
  expect(saver.typed().size).toBe(0)
  expect(failures).toEqual([])
})
