import type { TFunction } from 'i18next'
import { createInstance } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { finding } from '../../../src/shared/contract/finding.ts'
import { windowWords } from '../../../src/shared/messages/window.ts'
import { articleText } from '../../../src/renderer/features/case/crime-words.ts'
import { explainCaseFinding } from '../../../src/renderer/features/case/finding-words.ts'
import { judgeItems, judgeParties } from '../../../src/renderer/features/case/judge-case.ts'
import { placeWords } from '../../../src/renderer/features/case/place-words.ts'
import { law } from '../../builders/cases.ts'
import { aDraft } from './a-draft.ts'

const words = new Map<string, TFunction<'case'>>()
beforeAll(async () => {
  const i18n = createInstance()
  await i18n.init({
    lng: 'zh',
    resources: windowWords,
    ns: ['case'],
    defaultNS: 'case',
    keySeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  })
  for (const language of ['zh', 'en']) words.set(language, i18n.getFixedT(language, 'case'))
})
const zh = () => words.get('zh')!
const en = () => words.get('en')!

describe('places in words', () => {
  test('name the entry and the field as the screen does', () => {
    const draft = aDraft()
    expect(placeWords(zh(), draft, 'notice.office')).toBe('承办检察院')
    expect(placeWords(zh(), draft, 'rightHolders[0].phone')).toBe('权利人 1 · 示例有限公司 › 电话')
    expect(placeWords(en(), draft, 'rights[0].registrationNumber')).toBe(
      'Right 1 · 示例 › Trademark registration number',
    )
  })

  test('fall back to what is around a place without a field', () => {
    expect(placeWords(zh(), aDraft(), 'groups[0].items[2].name')).toBe('材料')
    expect(placeWords(zh(), aDraft(), 'agents[4].phone')).toBe('电话')
  })
})

describe('findings in words', () => {
  const blank = () =>
    aDraft({
      notice: { manner: 'written' },
      suspects: [],
      crimes: [],
      rightHolders: [{ id: 'h', kind: 'foreign-company' }],
      rights: [{ kind: 'patent', name: '', holder: 'gone' }],
      agents: [{ name: '', kind: 'agency' }],
      round: 1,
    })

  test('never speak of case.json, of its keys, or of options of the command line', () => {
    const draft = { ...blank(), caseCode: '案', round: 100, notice: { ...blank().notice, issuedOn: 'x' } }
    const found = [...judgeParties(draft, law), ...judgeItems(draft, [], law)]
    expect(found.length).toBeGreaterThan(10)
    for (const language of ['zh', 'en'] as const) {
      for (const each of found) {
        const sentence = explainCaseFinding(each, words.get(language)!, draft, language, 'panel')
        expect(sentence).not.toMatch(/case\.json|--draft|rightHolders|\[\d|[a-z]\.[a-z]|\{/)
      }
    }
  })

  test('under a field do not repeat its label', () => {
    const draft = { ...aDraft(), notice: { ...aDraft().notice, receivedOn: 'soon' } }
    const [found] = judgeParties(draft, law)
    expect(explainCaseFinding(found!, zh(), draft, 'zh', 'field')).toBe(
      '“soon”不是日期。请写成 2026-11-22，未知则留空。',
    )
    expect(explainCaseFinding(found!, zh(), draft, 'zh', 'panel')).toMatch(/^收到日期：/)
  })

  test('say the range of a number', () => {
    const found = finding('case.too-big', 'round', { maximum: '99' })
    expect(explainCaseFinding(found, zh(), aDraft(), 'zh', 'panel')).toBe('第几次提交：请填 1–99 的整数。')
    expect(explainCaseFinding(found, en(), aDraft(), 'en', 'field')).toBe('Type a whole number from 1 to 99.')
  })

  test('name the right holder with too many agents', () => {
    const agent = { name: '李某', kind: 'lawyer', actsFor: ['holder'] }
    const draft = aDraft({ agents: [agent, agent, agent] })
    const [found] = judgeParties(draft, law)
    expect(explainCaseFinding(found!, zh(), draft, 'zh', 'panel')).toContain(
      '“示例有限公司”有 3 名诉讼代理人',
    )
  })
})

describe('articles', () => {
  test('are cited as the law does', () => {
    expect(articleText('214', 'zh', zh())).toBe('第214条')
    expect(articleText('219-1', 'zh', zh())).toBe('第219条之一')
    expect(articleText('219-1', 'en', en())).toBe('Art. 219-1')
  })
})
