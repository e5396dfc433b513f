import type { CaseSummary } from '../../../src/renderer/register/register.ts'

/** The summary of an open case that nobody filled in, with changes. */
export const aSummary = (changes: Partial<CaseSummary> = {}): CaseSummary => ({
  id: 'case',
  caseCode: 'A',
  brand: '',
  office: '',
  documentNumber: '',
  caseNumber: '',
  suspects: [],
  rightHolders: [],
  crimes: [],
  receivedOn: '',
  replyDueOn: '',
  itemCount: 0,
  itemBytes: 0,
  createdAt: '2026-11-22T06:00:00Z',
  changedAt: '2026-11-22T06:00:00Z',
  state: 'open',
  isSample: false,
  ...changes,
})
