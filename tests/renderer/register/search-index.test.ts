import { expect, test } from 'vitest'
import type { CaseSummary } from '../../../src/renderer/register/register.ts'
import { matchingCases } from '../../../src/renderer/register/search-index.ts'

function aSummary(changes: Partial<CaseSummary> = {}): CaseSummary {
  return {
    id: 'a',
    caseCode: 'QJ-2026-001',
    brand: 'Ｑingjiang 清江',
    office: '海州市人民检察院',
    documentNumber: '海检知权告〔2026〕123号',
    caseNumber: '海检刑诉受〔2026〕45 号',
    suspects: ['张某某', '李某'],
    rightHolders: ['清江电子有限公司'],
    crimes: ['214'],
    receivedOn: '2026-11-20',
    replyDueOn: '2026-12-01',
    itemCount: 0,
    itemBytes: 0,
    createdAt: '2026-11-22T06:00:00Z',
    changedAt: '2026-11-22T06:00:00Z',
    state: 'open',
    isSample: false,
    ...changes,
  }
}

test.each([
  ['', true],
  ['qingjiang', true],
  ['QJ2026001', true],
  ['qj-2026', true],
  ['2026123', true],
  ['（2026）123', true],
  ['〔2026〕 123', true],
  ['张某 清江', true],
  ['张某 海河', false],
  ['检察院 李某 2026-11-20', true],
  ['20261120', true],
  ['张某李某', false],
  ['号', true],
  ['—', false],
])('searching “%s” finds the case: %s', (typed, found) => {
  expect(matchingCases([aSummary()], typed)).toHaveLength(found ? 1 : 0)
})
