import { expect, test } from 'vitest'
import { openRegisterDb } from '../../../src/renderer/register/register-db.ts'
import { boardFactsOf } from '../../../src/shared/domain/board-facts.ts'
import { type CaseDraft, recordOfDraft } from '../../../src/shared/domain/case-draft.ts'
import { law } from '../../builders/cases.ts'
import { aDisk, aDraft, anOpenSession } from './a-session.ts'

const judge = (draft: CaseDraft) =>
  boardFactsOf(
    recordOfDraft(draft, () => []),
    law,
    '2026-11-22',
  )

test('a damaged case does not keep the others from being judged by new law data', async () => {
  const disk = aDisk()
  const before = await anOpenSession({ ...disk, board: { ruleset: 'old', judge } })
  const ids: string[] = []
  for (const caseCode of ['A-1', 'A-2', 'A-3']) {
    ids.push(await before.register().cases.create(aDraft({ caseCode })))
  }
  await before.close()
  // The first in the order they are stored in.
  const spoilt = ids.toSorted()[0] ?? ''
  const database = await openRegisterDb(disk.databaseName, disk.home)
  await database.cases.update(spoilt, { rev: 7 })
  database.close()

  const after = await anOpenSession({ ...disk, board: { ruleset: 'new', judge } })
  const { cases } = after.register()
  await cases.judgeAnew()
  const judged = await cases.summaries()
  const rulesets = Object.fromEntries(judged.map(({ id, board }) => [id, board?.ruleset]))
  expect(rulesets).toEqual(Object.fromEntries(ids.map((id) => [id, id === spoilt ? 'old' : 'new'])))
})
