import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { unprintableIn } from '../../../src/engine/bundle/unprintable.ts'
import { withUnprintable } from '../../../src/renderer/components/bundles/plan-case.ts'
import { itemPlaceWords } from '../../../src/renderer/features/case/item-place-words.ts'
import { recordOnScreen } from '../../../src/renderer/features/case/record-on-screen.ts'
import { stillUnprintable } from '../../../src/renderer/features/case/still-unprintable.ts'
import {
  rowAtPlace,
  evidenceRows,
  isItemPlace,
} from '../../../src/renderer/features/evidence/evidence-rows.ts'
import { windowWords } from '../../../src/shared/messages/window.ts'
import { fonts } from '../../builders/fonts.ts'
import { aDraft, aStoredItem } from './a-draft.ts'

const withPurpose = (purpose: string) => {
  const { details } = aStoredItem()
  return [
    aStoredItem({ id: 'gone', trashed: true }),
    aStoredItem({ id: 'kept', details: { ...details, name: '台账', purpose } }),
  ]
}
const found = (purpose: string) => unprintableIn(recordOnScreen(aDraft(), withPurpose(purpose)), fonts)

test('an emoji and Hebrew in what an item proves are found in their field, one by one', () => {
  expect(found('证明😀 ש').map(({ subject, facts }) => [subject, facts['codePoint']])).toEqual([
    ['groups[0].items[0].purpose', 'U+1F600'],
    ['groups[0].items[0].purpose', 'U+05E9'],
  ])
  expect(found('证明')).toEqual([])
})

test('the place is named by the item and the label of its field, and leads to its row', async () => {
  const i18n = createInstance()
  await i18n.init({ lng: 'zh', resources: windowWords, keySeparator: false })
  const [one] = found('😀')
  const items = withPurpose('😀')
  const draft = aDraft()
  const words = (path: string) =>
    itemPlaceWords(i18n.getFixedT('zh', 'evidence'), recordOnScreen(draft, items), path)
  expect(words(one!.subject)).toBe('E001 台账 › 证明内容')
  expect(words('groups[0].items[0].collected.by')).toBe('E001 台账 › 提取人')
  expect(words('groups[0].name')).toBe(`${draft.groups[0]!.name} › 组名`)
  expect(rowAtPlace(one!.subject, draft.groups, evidenceRows(draft.groups, items))).toMatchObject({
    row: { id: 'kept' },
    field: 'purpose',
  })
  expect(isItemPlace('groups[0].name')).toBe(false)
})

test('what is rewritten is gone at once, before the faces are asked again', () => {
  const before = found('证明😀')
  const now = (purpose: string) => stillUnprintable(before, recordOnScreen(aDraft(), withPurpose(purpose)))
  expect(now('仍证明😀')).toEqual(before)
  expect(now('证明')).toEqual([])
})

test('nothing is offered to be built while a character cannot be printed, or nobody knows', () => {
  const planned = { plan: {} as never, findings: [], gaps: 0, errors: 0 }
  expect(withUnprintable(planned, 0)).toEqual(planned)
  expect(withUnprintable(planned, 2)).toMatchObject({ plan: undefined, errors: 2 })
  expect(withUnprintable(planned, undefined)).toMatchObject({ isAsking: true })
})
