import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { DeadlineLaw, textsInForce } from '../../../src/shared/law/deadlines.ts'
import { law } from '../../builders/cases.ts'

const { deadlines } = law
const idsOn = (day: string) => textsInForce(law, day).map(({ id }) => id)

test.each([
  [
    '2025-03-31',
    ['ip-crime-2004', 'ip-crime-2020', 'punitive-2021', 'trademark-law', 'unfair-competition-law-2019'],
    ['ip-crime-2025', 'punitive-2026', 'unfair-competition-law-2025'],
  ],
  ['2025-04-25', ['ip-crime-2004'], ['ip-crime-2025']],
  ['2025-04-26', ['ip-crime-2025'], ['ip-crime-2004', 'ip-crime-2005', 'ip-crime-2007', 'ip-crime-2020']],
  [
    '2026-03-31',
    ['ip-crime-2025', 'punitive-2021', 'unfair-competition-law-2025'],
    ['punitive-2026', 'unfair-competition-law-2019'],
  ],
  ['2026-04-30', ['punitive-2021'], ['punitive-2026']],
  ['2026-05-01', ['punitive-2026'], ['punitive-2021']],
  ['2026-12-31', ['trademark-law'], ['trademark-law-2026']],
  [
    '2027-02-28',
    ['ip-crime-2025', 'punitive-2026', 'trademark-law-2026'],
    ['trademark-law', 'punitive-2021'],
  ],
])('a case decided on %s has its texts', (day, present, absent) => {
  const ids = idsOn(day)
  for (const id of present) expect(ids).toContain(id)
  for (const id of absent) expect(ids).not.toContain(id)
})

test('acts before the interpretation are for counsel; pending cases get the new rules on punitive damages', () => {
  const noteOf = (id: string) => deadlines.texts.find((one) => one.id === id)?.note
  expect(noteOf('ip-crime-2025')?.zh).toContain('由律师判断')
  expect(noteOf('ip-crime-2025')?.en).toContain('counsel')
  expect(noteOf('punitive-2026')?.zh).toContain('未审结的案件不论行为发生于何时均适用')
  expect(deadlines.texts.find(({ id }) => id === 'trademark-law-2026')?.confidence).toBe('secondary')
})

test('no two texts or rules of one id are in force at one time, and the schema refuses it', () => {
  const [first] = deadlines.rules
  expect(DeadlineLaw.safeParse({ ...deadlines, rules: [...deadlines.rules, first] }).success).toBe(false)
  expect(DeadlineLaw.safeParse(deadlines).success).toBe(true)
})

test('only periods of the holder move over holidays', () => {
  for (const { id, who, rolls } of deadlines.rules) if (rolls) expect([id, who]).toEqual([id, 'holder'])
})

test('what was not read in a text is not called law: it says practice, reported or to be checked', () => {
  for (const { source, zh, note } of deadlines.rules)
    if (source.confidence !== 'confirmed' && !source.text.includes('商标民事'))
      expect(zh + (note?.zh ?? '')).toMatch(/据|实务|待核/)
})

const texts = fileURLToPath(new URL('../../../../shared/law/', import.meta.url))
const present = existsSync(texts)
if (!present) console.warn('SKIPPED: the texts of the statutes are not beside the repository')

/** Statute, article, the words that carry the figure, and the rules that rest on it. */
const rests = [
  ['刑事诉讼法-2018', '第四十六条', ['三日以内，应当告知'], ['notice.agent:3']],
  [
    '刑事诉讼法-2018',
    '第一百七十二条',
    ['应当在一个月以内作出决定', '延长十五日', '十日以内作出决定', '延长至十五日', '改变管辖'],
    ['review.month:1m', 'review.extended:1m15', 'review.fast-track:10', 'review.fast-track-long:15'],
  ],
  [
    '刑事诉讼法-2018',
    '第一百七十五条',
    ['一个月以内补充侦查完毕', '二次为限', '重新计算'],
    ['supplement.investigation:1m'],
  ],
  ['刑事诉讼法-2018', '第一百八十条', ['收到决定书后七日以内'], ['not-prosecuted.appeal:7']],
  [
    '刑事诉讼法-2018',
    '第二百零八条',
    ['二个月以内宣判', '三个月', '可以延长三个月'],
    ['trial.judgment:2m', 'trial.judgment-latest:3m', 'trial.incidental:6m'],
  ],
  ['刑事诉讼法-2018', '第二百二十九条', ['收到判决书后五日以内'], ['judgment.protest-request:5']],
  [
    '人民检察院刑事诉讼规则-2019',
    '第二百八十二条',
    ['七日以内', '十五日以内', '不得超过二十日'],
    ['arrest.detained:7', 'arrest.not-detained:15', 'arrest.complex:20'],
  ],
  ['刑诉法解释-2021', '第一百八十九条', ['十五日以内未提起'], ['preservation.complaint:15']],
  ['商标法-2019', '第四十条', ['六个月的宽展期'], ['right.trademark-grace:6m']],
  ['专利法-2020', '第七十四条', ['诉讼时效为三年'], ['limitation.patent:36m']],
  ['刑诉法解释-2021', '第二百零二条', ['至下月最后一日为一个月', '半个月一律按十五日计算'], []],
  ['刑事诉讼法-2018', '第一百零五条', ['节假日后的第一日', '交邮的，不算过期'], []],
] as const

describe.skipIf(!present)('against the texts of the statutes', () => {
  test.each(rests)('%s %s', (name, article, words, rules) => {
    const statute = readFileSync(`${texts}${name}.md`, 'utf8')
    const fromHere = statute.slice(statute.indexOf(`\n${article} `) + 1)
    const found = fromHere.slice(0, fromHere.indexOf('\n第'))
    for (const word of words) expect(found).toContain(word)
    for (const rule of rules) {
      const [id = '', length] = rule.split(':')
      const { months, days } = deadlines.rules.find((one) => one.id === id)?.length ?? {}
      expect(`${months === undefined ? '' : `${months}m`}${days ?? ''}`).toBe(length)
    }
  })

  test.each([
    ['法释〔2025〕5号-知识产权刑事', 'ip-crime-2025'],
    ['法释〔2026〕7号-惩罚性赔偿', 'punitive-2026'],
  ])('%s is in force from the day the data says', (name, id) => {
    const text = deadlines.texts.find((one) => one.id === id)
    const [year, month, day] = (text?.inForceFrom ?? '').split('-').map(Number)
    expect(readFileSync(`${texts}${name}.md`, 'utf8')).toContain(`自${year}年${month}月${day}日起施行`)
  })
})
