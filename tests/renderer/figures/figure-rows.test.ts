import { expect, test } from 'vitest'
import { figureRows, monthsOf, moveMonths } from '../../../src/renderer/features/figures/figure-rows.ts'
import type { CaseSummary } from '../../../src/renderer/register/register.ts'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import { aCase, law } from '../../builders/cases.ts'

const facts = boardFactsOf(aCase(), law, '2026-11-22')

function summary(changes: Partial<CaseSummary>): CaseSummary {
  return {
    id: 'a',
    caseCode: 'A',
    brand: ' 甲 ',
    office: '甲院',
    documentNumber: '',
    caseNumber: '',
    suspects: [],
    rightHolders: [],
    crimes: ['214'],
    receivedOn: '2026-10-10',
    replyDueOn: '',
    board: { ruleset: law.ruleset, facts },
    itemCount: 0,
    itemBytes: 0,
    createdAt: '2026-11-22T06:00:00Z',
    changedAt: '2026-11-22T06:00:00Z',
    state: 'open',
    isSample: false,
    ...changes,
  }
}

test('the sample, the trash and what cannot be opened are not counted; what is not judged yet is told', () => {
  const { board: _board, ...unjudged } = summary({ id: 'unjudged' })
  const figures = figureRows([
    summary({ id: 'open' }),
    summary({ id: 'closed', state: 'closed' }),
    summary({ id: 'trashed', state: 'trashed' }),
    summary({ id: 'sample', isSample: true }),
    { ...unjudged, id: 'damaged', isDamaged: true },
    unjudged,
  ])
  expect(figures.ids).toEqual(['open', 'closed', 'damaged', 'unjudged'])
  expect(figures.rows).toHaveLength(2)
  expect(figures.rows[0]).toMatchObject({ brand: '甲', office: '甲院', crimes: ['214'], stage: facts.stage })
  expect(figures.waiting).toBe(1)
})

test('a day that is no date yet is none', () => {
  expect(figureRows([summary({ receivedOn: '2026-1' })]).rows).toMatchObject([{ receivedOn: '' }])
})

test('months run from the first notice to now, over the end of a year, without slips of the pen', () => {
  const rows = ['2025-11-30', '', '0226-01-01', '2099-01-01'].map((receivedOn) => ({ receivedOn }))
  expect(monthsOf(rows, '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsOf([], '2026-02-01')).toEqual(['2026-02'])
})

test('an end of a period that would lie on the wrong side goes', () => {
  const months = { from: '2026-03', to: '2026-05' }
  expect(moveMonths(months, { from: '2026-04' })).toEqual({ from: '2026-04', to: '2026-05' })
  expect(moveMonths(months, { from: '2026-06' })).toEqual({ from: '2026-06', to: '' })
  expect(moveMonths(months, { to: '2026-01' })).toEqual({ from: '', to: '2026-01' })
  expect(moveMonths(months, { to: '' })).toEqual({ from: '2026-03', to: '' })
})
