import { expect, test } from 'vitest'
import { firstCallQuestions, firstCallTopics } from '../../../src/shared/domain/first-call.ts'
import { aCase, law } from '../../builders/cases.ts'

const known = (changes: Record<string, unknown>, language: 'zh' | 'en' = 'zh') =>
  Object.fromEntries(
    firstCallQuestions(aCase(changes), law, language)
      .filter((question) => question.known !== '')
      .map((question) => [question.topic, question.known]),
  )

test('every topic once, in order; a blank case knows nothing', () => {
  const blank = aCase({ notice: { manner: 'oral', office: '' }, suspects: [{ name: ' ' }], crimes: [] })
  const questions = firstCallQuestions(blank, law, 'zh')
  expect(questions.map(({ topic }) => topic)).toEqual(firstCallTopics)
  expect(questions.every((question) => question.known === '')).toBe(true)
})

test('what the case has is said, in the language of the list', () => {
  const changes = {
    notice: {
      manner: 'written',
      office: '甲院',
      department: '第四检察部',
      caseNumber: '受〔2026〕1号',
      acceptedOn: '2026-11-01',
      replyDueOn: '2026-12-05',
      prosecutor: { name: '赵某', phone: '000' },
    },
    suspects: [{ name: '钱某' }, { name: '某某等' }],
    police: { agency: '乙分局', given: [{ what: '鉴别意见' }, { what: '' }] },
  }
  expect(known(changes)).toEqual({
    prosecutor: '赵某、000、第四检察部',
    'case-number': '受〔2026〕1号',
    'accepted-on': '2026-11-01',
    suspects: '钱某、某某等',
    crimes: '销售假冒注册商标的商品罪',
    'named-day': '2026-12-05',
    'police-papers': '鉴别意见',
  })
  expect(known(changes, 'en')['suspects']).toBe('钱某, 某某等')
})
