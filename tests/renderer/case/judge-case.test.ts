import { describe, expect, test } from 'vitest'
import { explainFinding } from '../../../src/shared/messages/explain.ts'
import { finding } from '../../../src/shared/contract/finding.ts'
import {
  judgeCode,
  judgeItems,
  judgeParties,
  judgeWork,
} from '../../../src/renderer/features/case/judge-case.ts'
import { nextStep, pageOf, sectionOf, stateOf } from '../../../src/renderer/features/case/next-step.ts'
import { isRequired } from '../../../src/renderer/features/case/required-fields.ts'
import { law } from '../../builders/cases.ts'
import { aSummary } from '../cases/a-summary.ts'
import { aDraft, aStoredItem } from './a-draft.ts'

const codes = (found: readonly { code: string; subject: string }[]) =>
  found.map(({ code, subject }) => `${code} ${subject}`)

describe('what is wrong or missing', () => {
  test('nothing in a complete case', () => {
    expect(judgeParties(aDraft(), law)).toEqual([])
    expect(judgeItems(aDraft(), [aStoredItem()], law)).toEqual([])
  })

  test('text that is not valid yet is said once, and not as a contradiction too', () => {
    const draft = aDraft()
    const holder = { ...draft.rightHolders[0]!, id: 'NOT AN ID' }
    const wrong = {
      ...draft,
      caseCode: '案件',
      notice: { ...draft.notice, receivedOn: 'soon' },
      rightHolders: [holder, holder],
    }
    const found = codes(judgeParties(wrong, law)).filter((text) => !text.startsWith('case.holder-unknown'))
    expect(found).toEqual([
      'case.bad-code caseCode',
      'case.not-a-date notice.receivedOn',
      'case.bad-id rightHolders[0].id',
      'case.bad-id rightHolders[1].id',
    ])
  })

  test('a case without items misses them, and not the name of a group that is left out', () => {
    const draft = aDraft()
    const unnamed = { ...draft, groups: draft.groups.map((group) => ({ ...group, name: '' })) }
    expect(codes(judgeItems(unnamed, [], law))).toEqual(['field.required groups'])
    expect(codes(judgeItems(unnamed, [aStoredItem({ trashed: true })], law))).toEqual([
      'field.required groups',
    ])
    expect(codes(judgeItems(unnamed, [aStoredItem()], law))).toEqual(['field.required groups[0].name'])
  })

  test('originals that have no pages in the bundle are named, and leave the evidence done', () => {
    const original = { ...aStoredItem().original, mediaType: 'application/msword' }
    const found = judgeItems(aDraft(), [aStoredItem({ original })], law)
    expect(codes(found)).toEqual(['file.not-shown groups[0].items[0].file'])
    expect(stateOf(found, true).state).toBe('done')
  })

  test('two originals of one name are no contradiction, two of one content are doubtful', () => {
    const twins = [aStoredItem({ id: 'a' }), aStoredItem({ id: 'b' })]
    expect(codes(judgeItems(aDraft(), twins, law))).toEqual(['file.same-content groups[0].items[1].file'])
  })
})

test('a code that another case has is a doubt at its field, and names that case', () => {
  const own = { id: 'own', caseCode: 'BF-1' }
  const others = [aSummary({ id: 'other', caseCode: 'BF-1', brand: '北风' })]
  expect(judgeCode(own, [aSummary(own)])).toEqual([])
  const [found] = judgeCode(own, [aSummary(own), ...others])
  expect(found).toMatchObject({ code: 'case.code-taken', severity: 'warning', subject: 'caseCode' })
  expect(explainFinding(found!, 'zh')).toContain('另一个案件（北风）也在用“BF-1”')
  expect(explainFinding(found!, 'en')).toContain('another case (北风) has “BF-1” too')
})

describe('required marks', () => {
  test('are those of the rules', () => {
    const draft = aDraft()
    expect(isRequired(draft, 'notice.office')).toBe(true)
    expect(isRequired(draft, 'notice.receivedOn')).toBe(true)
    expect(isRequired(aDraft({ notice: { manner: 'none', office: 'x' } }), 'notice.receivedOn')).toBe(false)
    expect(isRequired(draft, 'notice.caseNumber')).toBe(false)
    expect(isRequired(draft, 'caseCode')).toBe(true)
    expect(isRequired(draft, 'rightHolders[0].nameZh')).toBe(true)
  })

  test('one contact is enough', () => {
    expect(isRequired(aDraft(), 'rightHolders[0].phone')).toBe(true)
    const withAgent = aDraft({ agents: [{ name: '李某', kind: 'lawyer', email: 'a@example.com' }] })
    expect(isRequired(withAgent, 'rightHolders[0].phone')).toBe(false)
  })
})

describe('sections', () => {
  test.each([
    ['notice.prosecutor.phone', 'notice'],
    ['rights[2].classes[0]', 'rights'],
    ['groups[0].items[1].name', 'evidence'],
    ['groups', 'evidence'],
    ['round', 'case'],
    ['bundle.discs', 'bundle'],
    ['part:agents', 'case'],
  ])('%s belongs to %s', (subject, section) => {
    expect(sectionOf(subject)).toBe(section)
  })

  test('errors make a problem, gaps leave it open, doubts do neither', () => {
    const gap = finding('field.required', 'a')
    const error = finding('case.not-a-date', 'a')
    const doubt = finding('case.agent-agency', 'a')
    expect(stateOf([], true)).toEqual({ state: 'done', gaps: 0, problems: 0, doubts: 0 })
    expect(stateOf([doubt], true).state).toBe('done')
    expect(stateOf([gap, doubt], true)).toEqual({ state: 'open', gaps: 1, problems: 0, doubts: 1 })
    expect(stateOf([gap, error], true).state).toBe('problem')
  })
})

describe('the next step', () => {
  const gap = (subject: string) => finding('field.required', subject)

  test('is the notice, then evidence, then what is wrong, then what is missing, then saving', () => {
    const all = [
      gap('suspects'),
      finding('case.bad-code', 'caseCode'),
      gap('notice.office'),
      finding('case.agent-agency', 'agents[0].kind'),
    ]
    expect(nextStep('open', all, 0)).toEqual({ kind: 'notice', subject: 'notice.office', count: 1 })
    const noNotice = all.filter((found) => found.subject !== 'notice.office')
    expect(nextStep('open', noNotice, 0)).toEqual({ kind: 'evidence' })
    expect(nextStep('open', noNotice, 3)).toEqual({ kind: 'fix', subject: 'caseCode', count: 1 })
    expect(nextStep('open', [gap('suspects'), gap('crimes')], 3)).toEqual({
      kind: 'fill',
      subject: 'suspects',
      count: 2,
    })
    expect(nextStep('open', [finding('case.agent-agency', 'agents[0].kind')], 3)).toEqual({ kind: 'bundle' })
  })

  test('of a closed case is to reopen it, of one in the trash to take it out', () => {
    expect(nextStep('closed', [gap('notice.office')], 0)).toEqual({ kind: 'reopen' })
    expect(nextStep('trashed', [], 1)).toEqual({ kind: 'restore' })
  })
})

test('nothing filled in is not done, unless something is missing there', () => {
  expect(stateOf([], false).state).toBe('empty')
  expect(stateOf([finding('case.agent-agency', 'a')], false).state).toBe('empty')
  expect(stateOf([finding('field.required', 'a')], false).state).toBe('open')
})

test('required papers that are not ready are one doubt, which leads to the first of them', () => {
  const own = (code: string, need: 'required' | 'recommended') =>
    ({ code, title: code, need, addressee: 'procuratorate' }) as const
  const ofOwnEntries = { ...law, checklist: { ...law.checklist, rules: [] } }
  const found = (...ready: readonly string[]) => {
    const draft = {
      ...aDraft(),
      ownEntries: [own('own-b', 'recommended'), own('own-a', 'required'), own('own-c', 'required')],
      checklist: ready.map((code) => ({ code, status: 'ready' as const })),
    }
    return judgeWork(draft, [], ofOwnEntries, '2026-11-29').findings.filter(
      ({ code }) => code === 'checklist.required-open',
    )
  }
  expect(found()).toMatchObject([{ severity: 'warning', subject: 'checklist.own-a', facts: { count: 2 } }])
  expect(found('own-a')).toMatchObject([{ subject: 'checklist.own-c', facts: { count: 1 } }])
  expect(found('own-a', 'own-c')).toEqual([])
  expect(pageOf('checklist.own-a')).toBe('checklist')
})

test('an entry that is ready by a paper which was trashed is noted and counts as missing, and only then', () => {
  const item = aStoredItem()
  const ready = {
    ...aDraft(),
    ownEntries: [
      { code: 'own-a', title: '另附一份', need: 'required' as const, addressee: 'procuratorate' as const },
    ],
    checklist: [{ code: 'own-a', status: 'ready' as const, sha256: item.original.sha256 }],
  }
  const gone = (items: readonly ReturnType<typeof aStoredItem>[]) =>
    judgeWork(ready, items, law, '2026-11-29').findings.filter(({ code }) => code === 'checklist.paper-gone')
  const done = (items: readonly ReturnType<typeof aStoredItem>[]) =>
    judgeWork(ready, items, law, '2026-11-29').completeness.done
  expect(gone([item])).toEqual([])
  expect(gone([{ ...item, trashed: true }])).toMatchObject([
    { subject: 'checklist[0]', facts: { title: '另附一份' } },
  ])
  expect(done([])).toBe(done([item]) - 1)
})
