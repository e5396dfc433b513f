import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordingFindings, wordingSlips } from '../../../src/shared/domain/wording-guard.ts'
import { aCase, anItem, law } from '../../builders/cases.ts'

test.each([
  ['鉴定意见书', '鉴定意见书', 'wrong', '权利人鉴别意见书'],
  ['我公司出具的鉴定意见', '鉴定意见', 'wrong', '权利人鉴别意见'],
  ['真伪司法鉴定意见书（2026）第1号', '司法鉴定意见书', 'wrong', '权利人鉴别意见书'],
  ['鉴 定　意 见 书', '鉴 定　意 见 书', 'wrong', '权利人鉴别意见书'],
  ['权利人辨认笔录', '辨认笔录', 'wrong', '权利人鉴别意见'],
  ['产品真伪鉴定书', '真伪鉴定书', 'doubtful', '权利人鉴别意见书'],
  ['真伪鉴定报告', '真伪鉴定报告', 'doubtful', '权利人鉴别意见'],
  ['公安机关委托我公司出具的鉴定意见书', '鉴定意见书', 'wrong', '权利人鉴别意见书'],
  ['非法经营额见鉴定意见', '鉴定意见', 'wrong', '权利人鉴别意见'],
  ['本件不是价格说明。是鉴定意见', '鉴定意见', 'wrong', '权利人鉴别意见'],
  ['经鉴定，该商品系假冒', '经鉴定', 'doubtful', '经权利人鉴别'],
  ['经我公司鉴定，该商品系假冒', '经我公司鉴定', 'doubtful', '经权利人鉴别'],
  ['涉案商品被鉴定为假冒', '鉴定为', 'doubtful', '鉴别为'],
  ['未经我公司许可生产的商品经鉴定系假冒', '经鉴定', 'doubtful', '经权利人鉴别'],
  ['见鉴定结论', '鉴定结论', 'doubtful', '权利人鉴别意见'],
])('in “%s” the guard finds %s', (text, found, severity, instead) => {
  const slips = wordingSlips(text, law)
  expect(slips).toMatchObject([{ found, severity, instead }])
  const [slip] = slips
  expect(text.slice(slip?.start, slip?.end)).toBe(found)
})

test.each([
  '权利人鉴别意见书',
  '权利人鉴别意见，非司法鉴定',
  '本意见并非鉴定意见或者辨认笔录',
  '公安机关委托的司法鉴定',
  '示例司法鉴定中心出具的鉴定意见书',
  '对检察院告知的鉴定意见，我公司申请重新鉴定',
  '我公司不服公安局委托的司法鉴定意见',
  '收到公安局送达的鉴定意见通知书',
  '我公司对公安机关的鉴定意见没有异议',
  '与在案鉴定意见相互印证',
  '侦查机关作出的鉴定意见已经告知',
  '公安机关制作的犯罪嫌疑人辨认笔录',
  '购买商品照片',
  '该批商品未经鉴定',
  '该批商品未经我公司鉴定',
  '经权利人鉴别，该商品系假冒',
  '经示例司法鉴定中心鉴定，该商品系假冒',
  '公安机关委托鉴定，经鉴定为假冒',
  '经鉴定人出庭说明',
  '',
])('“%s” gives no alarm', (text) => {
  expect(wordingSlips(text, law)).toEqual([])
})

test('several slips of one text are found in its order', () => {
  const slips = wordingSlips('一、鉴定意见；二、辨认笔录。三、鉴定书', law)
  expect(slips.map(({ found }) => found)).toEqual(['鉴定意见', '辨认笔录', '鉴定书'])
})

test('any text has slips that lie in it, apart and in order', () => {
  const word = fc.constantFrom(
    '鉴定',
    '意见',
    '书',
    '司法',
    '非',
    '我公司出具',
    '鉴定中心',
    '，',
    '。',
    ' ',
    'a',
    '辨认笔录',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word).map((words) => words.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        let last = 0
        for (const { start, end, found } of wordingSlips(text, law)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(found)
          last = end
        }
      },
    ),
  )
})

const subjects = (changes: Record<string, unknown>) =>
  wordingFindings(aCase(changes), law).map(({ code, subject }) => `${code} ${subject}`)
const withItem = (changes: Record<string, unknown>) =>
  subjects({ groups: [{ name: '鉴别', set: 'evidence', items: [anItem(changes)] }] })

test('the holder’s own texts of a case are read, with their places', () => {
  expect(
    subjects({
      groups: [
        {
          name: '一',
          set: 'evidence',
          items: [anItem({ name: '鉴定意见', purpose: '见鉴定书', remarks: '附辨认笔录' })],
        },
      ],
      ownEntries: [{ code: 'own-a', title: '鉴定报告', why: '要司法鉴定' }],
      samples: [{ name: '检材', remarks: '已作司法鉴定', photos: true }],
    }),
  ).toEqual([
    'wording.wrong groups[0].items[0].name',
    'wording.doubtful groups[0].items[0].purpose',
    'wording.wrong groups[0].items[0].remarks',
    'wording.doubtful ownEntries[0].title',
    'wording.wrong ownEntries[0].why',
    'wording.wrong samples[0].remarks',
  ])
})

test('an item of an official body, or of the kind expert opinion, is left its name', () => {
  expect(withItem({ name: '司法鉴定意见书', source: '示例司法鉴定中心' })).toEqual([])
  expect(withItem({ name: '鉴定意见书', source: '示例市公安局' })).toEqual([])
  expect(withItem({ name: '鉴定意见书', kind: 'expert-opinion', source: '另案移送' })).toEqual([])
})

test('an expert opinion whose name or source says it is the holder’s own is noted, and its texts are judged', () => {
  const kind = 'wording.kind groups[0].items[0].kind'
  const opinion = { kind: 'expert-opinion', name: '鉴别材料' }
  expect(withItem({ name: '权利人鉴别意见书', kind: 'expert-opinion' })).toEqual([kind])
  expect(withItem({ name: '我公司鉴定意见书', kind: 'expert-opinion' })).toEqual([
    kind,
    'wording.wrong groups[0].items[0].name',
  ])
  expect(withItem({ ...opinion, name: '意见书', source: '权利人', purpose: '经鉴定，系假冒' })).toEqual([
    kind,
    'wording.doubtful groups[0].items[0].purpose',
  ])
  expect(
    subjects({
      rightHolders: [{ id: 'holder-1', kind: 'domestic-company', nameZh: '清江有限公司' }],
      groups: [
        {
          name: '鉴别',
          set: 'evidence',
          items: [anItem({ ...opinion, name: '意见书', source: '清江有限公司品牌部' })],
        },
      ],
    }),
  ).toEqual([kind])
})

test('a true expert opinion, and what is said of it, gives no alarm', () => {
  const opinion = {
    kind: 'expert-opinion',
    name: '鉴定意见书',
    purpose: '经鉴定，系假冒',
    remarks: '见鉴定意见',
  }
  for (const source of ['示例市公安局', '权利人委托示例研究院', '另案移送', '']) {
    expect(withItem({ ...opinion, source })).toEqual([])
  }
  expect(withItem({ ...opinion, name: '示例司法鉴定中心意见', source: '权利人提供' })).toEqual([])
})

test('what papers print of a group, a source, the taking and an obstacle is read too', () => {
  const named = (items: unknown[]) => subjects({ groups: [{ name: '鉴定意见', set: 'evidence', items }] })
  expect(named([anItem({ source: '我司出具的鉴定意见', collected: { how: '经鉴定封存' } })])).toEqual([
    'wording.wrong groups[0].name',
    'wording.wrong groups[0].items[0].source',
    'wording.doubtful groups[0].items[0].collected.how',
  ])
  expect(named([anItem({ kind: 'expert-opinion', source: '另案移送' })])).toEqual([])
  expect(subjects({ obstacles: [{ kind: 'other', note: '我司的鉴定意见未被接收' }] })).toEqual([
    'wording.wrong obstacles[0].note',
  ])
})
