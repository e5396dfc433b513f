import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ChecklistLaw, isLaw } from '../../../src/shared/law/checklist.ts'
import { authenticationOf, CountryLaw } from '../../../src/shared/law/countries.ts'
import { law } from '../../builders/cases.ts'

const { checklist, countries, wording } = law
const sources = Object.entries(checklist.sources).flatMap(([name, versions]) =>
  versions.map((source) => ({ name, ...source })),
)

test('every source and form is used by an entry, and every entry has a title of its own', () => {
  const used = (key: 'source' | 'form') => [...new Set(checklist.rules.map((rule) => rule[key]))].sort()
  expect(used('source')).toEqual(Object.keys(checklist.sources).sort())
  expect(used('form')).toEqual(Object.keys(checklist.forms).sort())
  for (const language of ['zh', 'en'] as const) {
    const titles = checklist.rules.map((rule) => rule[language])
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  }
})

test('what is no law says so in its reason, in both languages', () => {
  for (const rule of checklist.rules) {
    for (const source of checklist.sources[rule.source] ?? []) {
      if (source.practice) {
        expect(rule.why.zh, rule.id).toMatch(/实务/)
        expect(rule.why.en, rule.id).toMatch(/practice/i)
      }
      if (source.practice || source.byAnalogy) expect(isLaw(source), rule.id).toBe(false)
      if (source.byAnalogy) expect(rule.why.zh, rule.id).toMatch(/民事|约束办案机关|附带民事/)
    }
  }
})

test('sources in force one after the other leave no day between them', () => {
  for (const versions of Object.values(checklist.sources)) {
    versions.slice(1).forEach((version, index) => {
      const before = versions[index]?.inForceTo ?? ''
      const next = new Date(Date.parse(`${before}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      expect(version.inForceFrom).toBe(next)
    })
  }
})

test.each([
  ['an unknown source', { rules: [{ ...checklist.rules[0], source: 'hearsay' }] }],
  ['an unknown form', { rules: [{ ...checklist.rules[0], form: 'papyrus' }] }],
  ['an entry twice', { rules: [checklist.rules[0], checklist.rules[0]] }],
  ['an unknown condition', { rules: [{ ...checklist.rules[0], when: { moon: ['full'] } }] }],
  [
    'a source in force twice',
    {
      sources: {
        ...checklist.sources,
        agents: [...(checklist.sources['agents'] ?? []), ...(checklist.sources['agents'] ?? [])],
      },
    },
  ],
])('%s is refused', (_, changes) => {
  expect(ChecklistLaw.safeParse({ ...checklist, ...changes }).success).toBe(false)
})

test('a country not confirmed says verify, and every country is listed once', () => {
  expect(
    countries.countries.filter(({ confidence, verify }) => confidence !== 'confirmed' && !verify),
  ).toEqual([])
  const [one] = countries.countries
  expect(CountryLaw.safeParse({ ...countries, countries: [one, one] }).success).toBe(false)
  expect(CountryLaw.safeParse({ ...countries, countries: [{ ...one, verify: false }] }).success).toBe(false)
})

test.each([
  ['', '2026-11-29', 'mainland'],
  ['CN', '2026-11-29', 'mainland'],
  ['HK', '2026-11-29', 'own-procedure'],
  ['MO', '2026-11-29', 'own-procedure'],
  ['TW', '2026-11-29', 'own-procedure'],
  ['US', '2023-11-06', 'none'],
  ['US', '2023-11-07', 'convention'],
  ['CA', '2024-01-10', 'none'],
  ['CA', '2024-01-11', 'convention'],
  ['RW', '2024-06-05', 'convention'],
  ['IN', '2026-11-29', 'none'],
  ['ZZ', '2026-11-29', 'unknown'],
])('a paper signed in “%s” on %s goes by %s', (code, on, route) => {
  expect(authenticationOf(countries, code, on).route).toBe(route)
})

test('no name to avoid is what is offered instead', () => {
  for (const word of wording.terms.flatMap(({ words }) => words)) expect(wording.instead).not.toContain(word)
})

const texts = fileURLToPath(new URL('../../../../shared/law/', import.meta.url))
const present = existsSync(texts)
if (!present) console.warn('SKIPPED: the texts of the statutes are not beside the repository')

const files: Readonly<Record<string, string>> = {
  刑事诉讼法: '刑事诉讼法-2018',
  人民检察院刑事诉讼规则: '人民检察院刑事诉讼规则-2019',
  '最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释': '刑诉法解释-2021',
  最高人民法院关于民事诉讼证据的若干规定: '民事诉讼证据规定-2019',
  最高人民法院关于知识产权民事诉讼证据的若干规定: '知识产权民事诉讼证据规定-2020',
  '商标法（2019年修正）': '商标法-2019',
  '专利法（2020年修正）': '专利法-2020',
  '专利法实施细则（2023年修订）': '专利法实施细则-2023',
  '著作权法（2020年修正）': '著作权法-2020',
  '反不正当竞争法（2025年修订）': '反不正当竞争法-2025',
  '刑法（刑法修正案（十一））': '刑法',
  '法释〔2025〕5号': '法释〔2025〕5号-知识产权刑事',
  '法释〔2026〕7号': '法释〔2026〕7号-惩罚性赔偿',
  '法释〔2021〕4号': '法释〔2021〕4号-惩罚性赔偿-至2026-04-30',
}

test.skipIf(!present)('every confirmed article and paragraph is in its text', () => {
  const cited = [
    ...sources,
    { name: 'countries', ...countries.proof },
    { name: 'wording', ...wording.source },
  ]
  const missing = cited
    .filter(({ confidence }) => confidence === 'confirmed')
    .flatMap(({ name, text, article }) => {
      const named = text.split('；')
      return article.split('；').flatMap((articles, index) => {
        const file = files[named[index] ?? '']
        if (file === undefined) return [`${name}: no text ${named[index] ?? ''}`]
        const statute = readFileSync(`${texts}${file}.md`, 'utf8')
        return articles
          .split(/[、至]/)
          .filter((one) => one.includes('条') && !isThere(statute, one))
          .map((one) => `${name}: ${text} ${one}`)
      })
    })
  expect(missing).toEqual([])
})

/** True when a text has an article, and its paragraph or item where one is cited. */
function isThere(statute: string, cited: string): boolean {
  const [, number = '', paragraph = '', item = ''] = /第(\d+)条(?:第(\d+)款)?(?:第(\d+)项)?/.exec(cited) ?? []
  const lines = statute.split('\n').filter((line) => line.trim() !== '')
  const start = lines.findIndex((line) => line.startsWith(`第${numeral(Number(number))}条 `))
  if (start === -1) return false
  const length = lines.slice(start + 1).findIndex((line) => /^(第.{1,9}条 |#)/.test(line))
  const body = length === -1 ? lines.slice(start) : lines.slice(start, start + 1 + length)
  const paragraphs = body.filter((line) => !/^（[一二三四五六七八九十]+）/.test(line))
  return (
    (paragraph === '' || paragraphs.length >= Number(paragraph)) &&
    (item === '' || body.some((line) => line.startsWith(`（${numeral(Number(item))}）`)))
  )
}

function numeral(value: number): string {
  const figures = '零一二三四五六七八九'
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const one = ones === 0 ? '' : (figures[ones] ?? '')
  if (hundreds > 0) {
    const middle = tens === 0 ? (ones === 0 ? '' : '零') : `${figures[tens] ?? ''}十`
    return `${figures[hundreds] ?? ''}百${middle}${one}`
  }
  return tens === 0 ? one : `${tens === 1 ? '' : (figures[tens] ?? '')}十${one}`
}
