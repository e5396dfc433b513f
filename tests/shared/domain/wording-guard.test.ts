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

test('an expert opinion whose name says it is the holder’s own is noted', () => {
  for (const name of ['权利人鉴别意见书', '我公司鉴定意见书']) {
    expect(withItem({ name, kind: 'expert-opinion' })).toEqual(['wording.kind groups[0].items[0].kind'])
  }
})
