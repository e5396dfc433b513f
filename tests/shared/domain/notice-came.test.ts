import { expect, test } from 'vitest'
import { assertWellFormedDraft, blankDraft, type CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import { withNoticeCome } from '../../../src/shared/domain/notice-came.ts'

const note = (manner: string, date: string) => `此前：${manner} ${date}`
const police = { agency: '示例市公安局', requestNumber: '示公调〔2026〕1号', given: [{ what: '价格说明' }] }
const draft = (changes: Partial<CaseDraft>): CaseDraft => ({
  ...blankDraft('A', 'zh', () => 'g'),
  stage: 'investigation',
  police,
  ...changes,
})

test.each([
  {
    what: 'the day the police told goes to their request',
    before: { notice: { manner: 'police', office: '', receivedOn: '2026-10-01', remarks: '口头' } },
    notice: { manner: 'written', office: '', remarks: '口头' },
    received: '2026-10-01',
  },
  {
    what: 'where that has a day of its own, into the remarks',
    before: {
      notice: { manner: 'police', office: '', receivedOn: '2026-10-01' },
      police: { ...police, receivedOn: '2026-09-30' },
    },
    notice: { manner: 'written', office: '', remarks: '此前：police 2026-10-01' },
    received: '2026-09-30',
  },
  {
    what: 'a day known from the news goes into the remarks, behind what is there',
    before: { notice: { manner: 'news', office: '某院', receivedOn: '2026-10-01', remarks: '甲' } },
    notice: { manner: 'written', office: '某院', remarks: '甲；此前：news 2026-10-01' },
    received: undefined,
  },
  {
    what: 'remarks that are full leave the day where it is',
    before: { notice: { manner: 'news', office: '', receivedOn: '2026-10-01', remarks: '满'.repeat(490) } },
    notice: { manner: 'written', office: '', receivedOn: '2026-10-01', remarks: '满'.repeat(490) },
    received: undefined,
  },
  {
    what: 'a notice that is there stays as it is',
    before: { notice: { manner: 'oral', office: '某院', receivedOn: '2026-10-01' } },
    notice: { manner: 'oral', office: '某院', receivedOn: '2026-10-01' },
    received: undefined,
  },
] as const)('$what', ({ before, notice, received }) => {
  const come = withNoticeCome(draft(before), note)
  expect(() => assertWellFormedDraft(come)).not.toThrow()
  expect(come.stage).toBe('review')
  expect(come.notice).toEqual(notice)
  expect(come.police).toMatchObject(police)
  expect(come.police?.receivedOn).toBe(received)
})

test('who wrote the day goes with it', () => {
  const mark = { path: 'notice.receivedOn', by: '王示范', at: '2026-10-01T01:00:00Z' }
  const before = draft({
    notice: { manner: 'police', office: '', receivedOn: '2026-10-01' },
    dateMarks: [mark],
  })
  expect(withNoticeCome(before, note).dateMarks).toEqual([{ ...mark, path: 'police.receivedOn' }])
})
