import { expect, test } from 'vitest'
import { blankDraft } from '../../../src/shared/domain/case-draft.ts'
import {
  withChecklistState,
  withEntriesTakenBack,
  withoutOwnEntry,
  withOwnEntry,
} from '../../../src/shared/domain/checklist-edit.ts'
import { applyVariant, OfficeVariant } from '../../../src/shared/domain/office-variant.ts'

let ids = 0
const blank = () => blankDraft('A-1', 'zh', () => `id-${(ids += 1)}`)
const withTwo = () =>
  withChecklistState(withOwnEntry(withOwnEntry(blank(), 'a'), 'b'), 'own-a', { status: 'draft' })

test('an own entry comes back to its place with its state, and what was done since stays', () => {
  const before = withTwo()
  const removed = withoutOwnEntry(before, 'own-a')
  const since = withChecklistState(removed, 'business-licence@holder-1', { status: 'ready' })
  const back = withEntriesTakenBack(since, before, removed)
  expect(back.ownEntries).toEqual(before.ownEntries)
  expect(new Set(back.checklist)).toEqual(new Set([...before.checklist!, ...since.checklist!]))
})

test('a variant that is taken back goes where nothing was changed since', () => {
  const before = withTwo()
  const variant = OfficeVariant.parse({
    format: 'rights-dossier/office-variant',
    version: 1,
    office: '示例市人民检察院',
    entries: [{ code: 'own-c', title: '情况说明' }],
    hidden: [
      { code: 'expenses', reason: '该院不收' },
      { code: 'leads', reason: '该院不收' },
    ],
  })
  const rows = ['expenses', 'leads'].map((code) => ({ code, status: 'missing' as const }))
  const applied = { ...before, ...applyVariant(variant, before, rows) }
  const since = withChecklistState(applied, 'leads', { status: 'ready', reason: undefined })
  const back = withEntriesTakenBack(since, before, applied)
  expect(back.ownEntries).toEqual(before.ownEntries)
  expect(back.checklist).toEqual([...before.checklist!, { code: 'leads', status: 'ready' }])
  expect(withEntriesTakenBack(applied, before, applied)).toEqual(before)
})
