import { expect, test } from 'vitest'
import { assertWellFormedDraft, blankDraft, type CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import { hasText, readNoticePages } from '../../../src/shared/domain/notice-pages.ts'
import { standingOf, withBlankProposals, withProposal } from '../../../src/shared/domain/take-proposals.ts'
import { law } from '../../builders/cases.ts'
import { noticePages } from '../../builders/notice-pdf.ts'

const draft = blankDraft('QJ-2026-001', 'zh', () => 'g')
const mark = { by: '王示范', at: '2026-11-20T01:00:00Z' }
const pages = noticePages.map((lines) => lines.join('\n'))
const proposals = readNoticePages(pages, law)
const at = (path: string, value: string) => ({ path, value })

test('every proposal names the page its words stand on', () => {
  expect(proposals.map(({ path, page }) => [path, page])).toEqual([
    ['notice.office', 1],
    ['notice.documentNumber', 1],
    ['suspects[0].name', 1],
    ['suspects[1].name', 1],
    ['crimes[0]', 1],
    ['notice.acceptedOn', 1],
    ['notice.replyDueOn', 1],
    ['notice.prosecutor.name', 2],
    ['notice.prosecutor.phone', 2],
    ['notice.issuedOn', 2],
  ])
  expect(readNoticePages([], law)).toEqual([])
})

test('what stands around the words is shown, of their own line and not too much of it', () => {
  const prosecutor = proposals.find(({ path }) => path === 'notice.prosecutor.name')
  expect(prosecutor).toMatchObject({ before: '承办检察官：', after: '联系电话：021-00000' })
  const office = proposals.find(({ path }) => path === 'notice.office')
  expect(office).toMatchObject({ before: '', after: '' })
})

test.each([
  [['', ' \n '], false],
  [[], false],
  [['', '示'], true],
])('pages %j have text: %s', (given, expected) => {
  expect(hasText(given)).toBe(expected)
})

test('all that are blank are taken at once, dates with who took them', () => {
  const taken = withBlankProposals(draft, proposals, mark)
  expect(() => assertWellFormedDraft(taken)).not.toThrow()
  expect(taken.notice).toEqual({
    manner: 'written',
    office: '沪浦示例区人民检察院',
    documentNumber: '沪浦检知告〔2026〕12号',
    acceptedOn: '2026-11-03',
    issuedOn: '2026-11-10',
    replyDueOn: '2026-11-30',
    prosecutor: { name: '赵示例', phone: '021-00000008' },
  })
  expect(taken.suspects.map(({ name }) => name)).toEqual(['张某某', '李某某'])
  expect(taken.crimes).toEqual(['214'])
  expect(taken.dateMarks?.map(({ path, by }) => [path, by])).toEqual([
    ['notice.acceptedOn', '王示范'],
    ['notice.replyDueOn', '王示范'],
    ['notice.issuedOn', '王示范'],
  ])
  expect(proposals.map((one) => standingOf(taken, one).kind)).toEqual(proposals.map(() => 'same'))
})

test('what was typed is not touched by taking the blank ones, and replaced only by its own taking', () => {
  const typed: CaseDraft = {
    ...draft,
    notice: { manner: 'oral', office: '另一检察院', replyDueOn: '2026-12-01' },
  }
  const taken = withBlankProposals(typed, proposals, mark)
  expect(taken.notice).toMatchObject({ manner: 'oral', office: '另一检察院', replyDueOn: '2026-12-01' })
  const due = at('notice.replyDueOn', '2026-11-30')
  expect(standingOf(typed, due)).toEqual({ kind: 'differs', present: '2026-12-01' })
  expect(withProposal(typed, due, mark).notice.replyDueOn).toBe('2026-11-30')
})

test.each([
  { what: 'a nameless suspect is filled', suspects: [''], expected: ['张某某'] },
  { what: 'a known one stays alone', suspects: ['张某某'], expected: ['张某某'] },
  { what: 'another comes last', suspects: ['王某'], expected: ['王某', '张某某'] },
])('$what', ({ suspects, expected }) => {
  const before = { ...draft, suspects: suspects.map((name) => ({ name, status: 'unknown' as const })) }
  const taken = withProposal(before, at('suspects[0].name', '张某某'), mark)
  expect(taken.suspects.map(({ name }) => name)).toEqual(expected)
})

test('crimes come in the order of the law, remarks behind what is there, unknown places nowhere', () => {
  const some: CaseDraft = { ...draft, crimes: ['215'], notice: { ...draft.notice, remarks: '已电话联系' } }
  expect(withProposal(some, at('crimes[0]', '213'), mark).crimes).toEqual(['213', '215'])
  const remarked = withProposal(some, at('notice.remarks', '三日内提交意见'), mark)
  expect(remarked.notice.remarks).toBe('已电话联系；三日内提交意见')
  expect(withProposal(remarked, at('notice.remarks', '三日内提交意见'), mark)).toBe(remarked)
  expect(withProposal(some, at('notice.manner', 'oral'), mark)).toBe(some)
})
