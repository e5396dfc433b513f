import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { evidenceKinds } from '../../../src/shared/domain/evidence-item.ts'
import { crimeName, evidenceKindName, lawDataDate, LawBook } from '../../../src/shared/law/law-book.ts'
import { law } from '../../builders/cases.ts'

const articles = (CaseRecord.shape.crimes.def.innerType.def.element as unknown as { options: string[] })
  .options

test('every article a case may name has a crime in both languages, and no other', () => {
  expect(law.crimes.map(({ article }) => article)).toEqual(articles)
  for (const article of articles) {
    expect(crimeName(law, article, 'zh')).toMatch(/^\p{Script=Han}+(、\p{Script=Han}+)*罪$/u)
    expect(crimeName(law, article, 'en')).toMatch(/^[a-z ,]+$/)
  }
})

test('the eight kinds of evidence stand in the order of the article, in both languages', () => {
  expect(law.evidenceKinds.map(({ id }) => id)).toEqual([...evidenceKinds])
  for (const kind of evidenceKinds) {
    expect(evidenceKindName(law, kind, 'zh')).toMatch(/\p{Script=Han}/u)
    expect(evidenceKindName(law, kind, 'en')).toMatch(/^[a-z, -]+$/)
  }
})

test('the law data has one date, that of its newest file', () => {
  const dated = (date: string) => ({ ...law, checklist: { ...law.checklist, date } })
  expect(lawDataDate(dated('2030-01-02'))).toBe('2030-01-02')
  expect(lawDataDate({ ...dated('2000-01-01'), date: '2031-01-01' })).toBe('2031-01-01')
})

test('what the data does not know is not invented', () => {
  expect(crimeName(law, '999', 'zh')).toBe('999')
  expect(evidenceKindName(law, '', 'zh')).toBe('')
})

test('every figure has a dated source that was in force when the ruleset was made', () => {
  for (const source of [law.crimesSource, law.evidenceKindsSource, law.maxAgents.source]) {
    expect(source.text).toMatch(/第\d+条/)
    expect(source.inForceFrom <= law.date).toBe(true)
  }
  expect(law.ruleset).toBe(`CN-${law.date.slice(0, 7)}`)
})

test.each([
  { what: 'an unknown key', change: { colour: 'red' } },
  { what: 'a date that does not exist', change: { date: '2026-02-30' } },
  {
    what: 'a kind of evidence of its own',
    change: { evidenceKinds: [{ id: 'rumour', zh: '传闻', en: 'rumour' }] },
  },
])('law data with $what is refused', ({ change }) => {
  expect(LawBook.safeParse({ ...law, ...change }).success).toBe(false)
})

const texts = fileURLToPath(new URL('../../../../shared/law/', import.meta.url))
const present = existsSync(texts)
if (!present) console.warn('SKIPPED: the texts of the statutes are not beside the repository')

describe.skipIf(!present)('against the texts of the statutes', () => {
  const text = (name: string) => readFileSync(`${texts}${name}.md`, 'utf8')
  const article = (statute: string, start: string, end: string) => {
    const from = statute.indexOf(`\n${start} `)
    return statute.slice(from, statute.indexOf(`\n${end} `, from))
  }

  test.each([
    ['213', '第二百一十三条', '第二百一十四条', ['同一种商品、服务', '注册商标']],
    ['214', '第二百一十四条', '第二百一十五条', ['销售明知是假冒注册商标的商品']],
    ['215', '第二百一十五条', '第二百一十六条', ['擅自制造他人注册商标标识', '销售']],
    ['216', '第二百一十六条', '第二百一十七条', ['假冒他人专利']],
    ['217', '第二百一十七条', '第二百一十八条', ['侵犯著作权']],
    ['218', '第二百一十八条', '第二百一十九条', ['侵权复制品']],
    ['219', '第二百一十九条', '第二百一十九条之一', ['侵犯商业秘密']],
    ['219-1', '第二百一十九条之一', '第二百二十条', ['为境外', '窃取、刺探、收买、非法提供商业秘密']],
  ])('article %s is what its name says', (_, start, end, words) => {
    const found = article(text('刑法'), start, end)
    for (const word of words) expect(found).toContain(word)
  })

  test('the kinds of evidence are those of article 50, in its words and order', () => {
    const found = article(text('刑事诉讼法-2018'), '第五十条', '第五十一条')
    const listed = [...found.matchAll(/（[一二三四五六七八]）([^；。]+)[；。]/g)].map((match) => match[1])
    expect(law.evidenceKinds.map(({ zh }) => zh)).toEqual(listed)
  })

  test('one or two agents, by articles 33 and 47', () => {
    const statute = text('刑事诉讼法-2018')
    expect(article(statute, '第三十三条', '第三十四条')).toContain('一至二人')
    expect(article(statute, '第四十七条', '第四十八条')).toContain('参照本法第三十三条')
    expect(law.maxAgents.count).toBe(2)
  })

  test('the amendment came into force on the day the data says', () => {
    const [year, month, day] = law.crimesSource.inForceFrom.split('-').map(Number)
    expect(text('刑法修正案十一')).toContain(`自${year}年${month}月${day}日起施行`)
  })
})
