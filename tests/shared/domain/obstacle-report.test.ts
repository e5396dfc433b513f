import { expect, test } from 'vitest'
import { type ObstacleCase, obstacleReport } from '../../../src/shared/domain/obstacle-report.ts'

const on = '2026-11-22'
const all = { from: '', to: '' }
const cases: readonly ObstacleCase[] = [
  {
    caseCode: 'A',
    brand: '甲',
    notice: { office: '甲院' },
    obstacles: [
      { kind: 'logistics', on: '2026-10-02', note: '一', solvedOn: '2026-10-09' },
      { kind: 'logistics', on: '2026-09-30', note: '二', solvedOn: '2026-12-01' },
      { kind: 'other', on: '', note: '三' },
    ],
  },
  { caseCode: 'B', notice: { office: '' }, obstacles: [{ kind: 'price-proof', on: '2026-10-02', note: '' }] },
  { caseCode: 'C', notice: { office: '丙院' } },
]

test('counts by kind, most frequent first; what is solved later still stands', () => {
  const report = obstacleReport(cases, { months: all, on, isAnonymised: true })
  expect(report.counts).toEqual([
    { kind: 'logistics', all: 2, solved: 1, open: 1 },
    { kind: 'price-proof', all: 1, solved: 0, open: 1 },
    { kind: 'other', all: 1, solved: 0, open: 1 },
  ])
  expect(report).toMatchObject({ cases: 2, undated: 0 })
  expect(report.obstacles.map(({ on: day, solvedOn }) => [day, solvedOn])).toEqual([
    ['2026-09-30', ''],
    ['2026-10-02', '2026-10-09'],
    ['2026-10-02', ''],
    ['', ''],
  ])
})

test('a period takes what began in its months and tells how many have no date', () => {
  const report = obstacleReport(cases, { months: { from: '2026-10', to: '2026-10' }, on, isAnonymised: true })
  expect(report.obstacles).toHaveLength(2)
  expect(report).toMatchObject({ cases: 2, undated: 1 })
})

test('anonymised there is nothing but kind and dates, whatever the order of the cases', () => {
  const report = obstacleReport(cases, { months: all, on, isAnonymised: true })
  expect(obstacleReport(cases.toReversed(), { months: all, on, isAnonymised: true })).toEqual(report)
  for (const one of report.obstacles) expect(Object.keys(one).sort()).toEqual(['kind', 'on', 'solvedOn'])
  const named = obstacleReport(cases, { months: all, on, isAnonymised: false })
  expect(named.obstacles[0]?.named).toEqual({ caseCode: 'A', brand: '甲', office: '甲院', note: '二' })
})
