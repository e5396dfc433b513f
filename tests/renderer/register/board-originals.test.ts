import { expect, test } from 'vitest'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import { type CaseDraft, recordOfDraft } from '../../../src/shared/domain/case-draft.ts'
import { caseReport } from '../../../src/shared/domain/case-report.ts'
import { law } from '../../builders/cases.ts'
import { aDraft, anOpenSession, anOriginal, someBytes } from './a-session.ts'

const on = '2026-11-22'
const judge = (draft: CaseDraft, here: ReadonlySet<string>) => {
  const record = recordOfDraft(draft, () => [])
  return boardFactsOf(record, law, on, caseReport(record, law, on, here))
}

test('the board no longer counts a paper as ready once it is trashed, and counts it again when it is back', async () => {
  const session = await anOpenSession({ board: { ruleset: 'r', judge } })
  const { cases, items, history } = session.register()
  const draft = aDraft({
    ownEntries: [{ code: 'own-a', title: '另附一份', need: 'required', addressee: 'procuratorate' }],
  })
  const caseId = await cases.create(draft)
  const done = async () => (await cases.summaries())[0]?.board?.facts.done
  const groupId = draft.groups[0]?.id ?? ''
  const paper = await anOriginal(session, someBytes(200), '委托书.pdf')
  const [itemId = ''] = await items.add(caseId, [{ groupId, ...paper }])
  const { sha256 } = paper.original
  const before = await done()
  await cases.edit(caseId, (now) => ({ ...now, checklist: [{ code: 'own-a', status: 'ready', sha256 }] }), {
    kind: 'case.edit',
  })
  expect(await done()).toBe((before ?? 0) + 1)
  await items.setTrashed(caseId, [itemId], true)
  expect(await done()).toBe(before)
  await history.undo(caseId)
  expect(await done()).toBe((before ?? 0) + 1)
  await items.setTrashed(caseId, [itemId], true)
  // A change of the case alone sees what is not there, too.
  await cases.edit(caseId, (now) => ({ ...now, brand: '清江' }), { kind: 'case.edit' })
  expect(await done()).toBe(before)
  await items.setTrashed(caseId, [itemId], false)
  expect(await done()).toBe((before ?? 0) + 1)
})
