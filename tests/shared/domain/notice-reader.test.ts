import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNotice } from '../../../src/shared/domain/notice-reader.ts'
import { isCalendarDate } from '../../../src/shared/domain/schema-pieces.ts'
import { law } from '../../builders/cases.ts'

const fields = (lines: readonly string[]) =>
  Object.fromEntries(readNotice(lines, law).map(({ path, value }) => [path, value]))

test.each([
  {
    what: 'a plain notice',
    lines: [
      '沪浦示例区人民检察院',
      '侵犯知识产权刑事案件权利人诉讼权利义务告知书',
      '沪浦检知告〔2026〕12号',
      '示例饮品有限公司：',
      '　　犯罪嫌疑人张某某、李某某涉嫌销售假冒注册商标的商品罪一案，本院于2026年11月3日受理。',
      '　　请于2026年11月30日前提交书面意见。',
      '承办检察官：赵示例　联系电话：021-00000008',
      '2026年11月10日',
    ],
    expected: {
      'notice.office': '沪浦示例区人民检察院',
      'notice.documentNumber': '沪浦检知告〔2026〕12号',
      'suspects[0].name': '张某某',
      'suspects[1].name': '李某某',
      'crimes[0]': '214',
      'notice.acceptedOn': '2026-11-03',
      'notice.replyDueOn': '2026-11-30',
      'notice.issuedOn': '2026-11-10',
      'notice.prosecutor.name': '赵示例',
      'notice.prosecutor.phone': '021-00000008',
    },
  },
  {
    what: 'full-width digits and brackets',
    lines: [
      '示例市人民检察院',
      '示检知告［２０２６］第３号',
      '犯罪嫌疑人：王某',
      '涉嫌假冒注册商标罪',
      '于２０２６年１２月１日前书面答复',
      '联系电话：０００－０００００００１',
      '２０２６年１１月２０日',
    ],
    expected: {
      'notice.office': '示例市人民检察院',
      'notice.documentNumber': '示检知告[2026]第3号',
      'suspects[0].name': '王某',
      'crimes[0]': '213',
      'notice.replyDueOn': '2026-12-01',
      'notice.issuedOn': '2026-11-20',
      'notice.prosecutor.phone': '000-00000001',
    },
  },
  {
    what: 'labels and names cut by line ends',
    lines: [
      '示例省示例市示例区人民检察院',
      '承办检',
      '察官：钱示',
      '例',
      '联系电',
      '话：00000000001',
      '犯罪嫌',
      '疑人孙某某涉',
      '嫌侵犯著作',
      '权罪一案',
      '请于2026年',
      '11月28日前反馈',
    ],
    expected: {
      'notice.office': '示例省示例市示例区人民检察院',
      'notice.prosecutor.name': '钱示例',
      'notice.prosecutor.phone': '00000000001',
      'suspects[0].name': '孙某某',
      'crimes[0]': '217',
      'notice.replyDueOn': '2026-11-28',
    },
  },
  {
    what: 'Chinese numerals',
    lines: ['示例县人民检察院', '请于二〇二六年十一月三十日之前提出意见。', '二〇二六年十一月三日'],
    expected: {
      'notice.office': '示例县人民检察院',
      'notice.replyDueOn': '2026-11-30',
      'notice.issuedOn': '2026-11-03',
    },
  },
  {
    what: 'a period of days, which names no day',
    lines: ['示例市人民检察院', '请在收到本告知书之日起十日以内提交书面意见。', '二○二六年十月二十一日'],
    expected: {
      'notice.office': '示例市人民检察院',
      'notice.remarks': '请在收到本告知书之日起十日以内提交书面意见',
      'notice.issuedOn': '2026-10-21',
    },
  },
  {
    what: 'case number and document number apart',
    lines: [
      '示例市示例区人民检察院',
      '文号：示示检知权告〔2026〕1号',
      '受理案号：示示检刑受〔2026〕45号',
      '我院受理的陈某涉嫌侵犯商业秘密罪一案',
      '经办人：周示例（电话 000-00000002）',
    ],
    expected: {
      'notice.office': '示例市示例区人民检察院',
      'notice.documentNumber': '示示检知权告〔2026〕1号',
      'notice.caseNumber': '示示检刑受〔2026〕45号',
      'suspects[0].name': '陈某',
      'crimes[0]': '219',
      'notice.prosecutor.name': '周示例',
      'notice.prosecutor.phone': '000-00000002',
    },
  },
  {
    what: 'the numbers of the system, of laws and of the police',
    lines: [
      '统一受案号：31011520260012345',
      '根据法释〔2025〕5号和高检发办字〔2023〕49号',
      '示例市公安局以示公（经）诉字〔2026〕8号移送',
    ],
    expected: { 'notice.caseNumber': '31011520260012345' },
  },
  {
    what: 'several crimes, and suspects with 等',
    lines: [
      '关于张某甲、李某乙等5人涉嫌假冒注册商标罪、非法制造、销售非法制造的注册商标标识罪一案',
      '示例铁路运输检察院',
    ],
    expected: {
      'suspects[0].name': '张某甲',
      'suspects[1].name': '李某乙',
      'crimes[0]': '213',
      'crimes[1]': '215',
    },
  },
  {
    what: 'explanations that only sound like fields',
    lines: [
      '根据最高人民检察院的规定，犯罪嫌疑人及其辩护人的权利不受影响。',
      '人民检察院自收到移送起诉案卷材料之日起三日以内告知。',
      '犯罪嫌疑人认罪认罚的，应当听取意见。',
      '对不起诉决定不服的，七日以内向上一级检察机关申诉。',
      '如需查询，请于2026年2月30日前提交申请。',
    ],
    expected: {},
  },
  {
    what: 'a foreign suspect and a day in figures',
    lines: [
      '示例市人民检察院',
      '犯罪嫌疑人 SMITH 涉嫌销售侵权复制品罪',
      '答复期限：2026-12-05',
      '发文日期：2026.11.25',
    ],
    expected: {
      'notice.office': '示例市人民检察院',
      'suspects[0].name': 'SMITH',
      'crimes[0]': '218',
      'notice.replyDueOn': '2026-12-05',
      'notice.issuedOn': '2026-11-25',
    },
  },
])('$what', ({ lines, expected }) => {
  expect(fields(lines)).toEqual(expected)
})

test('of two days of one kind the first is proposed', () => {
  const lines = ['请于2026年12月1日前提交意见，逾期的于2026年12月9日前补交书面意见。']
  expect(readNotice(lines, law).map(({ path, value }) => [path, value])).toEqual([
    ['notice.replyDueOn', '2026-12-01'],
  ])
})

test('each proposal quotes the words it was read from', () => {
  const lines = [
    '示例市人民检察院',
    '承办检',
    '察官：钱示',
    '例',
    '于２０２６年１２月１日前答复',
    '文号：示检告〔2026〕2号',
  ]
  const text = lines.join('\n')
  const read = readNotice(lines, law)
  expect(read.map(({ quote }) => quote)).toEqual([
    '示例市人民检察院',
    '钱示\n例',
    '２０２６年１２月１日',
    '示检告〔2026〕2号',
  ])
  for (const { start, end, quote } of read) expect(text.slice(start, end)).toBe(quote)
})

const piece = fc.constantFrom(
  ...[
    '犯罪嫌疑人',
    '张某',
    '、',
    '涉嫌',
    '假冒注册商标罪',
    '2026年',
    '11月',
    '31日',
    '前',
    '提交',
    '：',
    '\n',
    '〔2026〕',
    '检',
    '1号',
  ],
  ...[
    '人民检察院',
    '市',
    '承办检察官',
    '电话',
    '000-1234567',
    '二〇二六年',
    '十一月三日',
    '十日内',
    '𠮷',
    '\ud800',
    '　',
    '受案号',
  ],
)

test('no text makes it throw, find what is not there, or propose a place twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.string({ unit: 'binary' }),
        ),
      ),
      (lines) => {
        const text = lines.join('\n')
        const read = readNotice(lines, law)
        expect(new Set(read.map(({ path }) => path)).size).toBe(read.length)
        for (const { path, value, quote, start, end } of read) {
          expect(text.slice(start, end)).toBe(quote)
          expect(value).not.toMatch(/\n/)
          expect(value).not.toBe('')
          if (/On$/.test(path)) expect(isCalendarDate(value)).toBe(true)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a long text of one character does not take long', () => {
  const started = performance.now()
  for (const character of ['检', '年', '1', 'A', '\n', '犯罪嫌疑人', '提交', '十日内', '(']) {
    readNotice([character.repeat(100_000)], law)
  }
  expect(performance.now() - started).toBeLessThan(20_000)
})
