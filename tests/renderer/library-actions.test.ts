import { expect, test } from 'vitest'
import {
  attachPapers,
  replaceInCase,
  takeHolder,
  undoIfLast,
} from '../../src/renderer/components/papers/library-actions.ts'
import { usualCodes } from '../../src/shared/domain/standing-paper.ts'
import { law, limits } from '../builders/cases.ts'
import { aDraft, anOpenSession, anOriginal, someBytes, type TestSession } from './register/a-session.ts'
import { aPaper, aProfile } from './register/library-things.ts'

const today = '2026-11-29'
const parts = (session: TestSession, maxItems = limits.maxItems) => ({
  register: session.register(),
  law,
  limits: { ...limits, maxItems },
  newId: () => crypto.randomUUID(),
  today,
})

/** A holder with a valid licence, an expired certificate, a letter without a scan, and a certificate of its mark. */
async function aFullHolder(session: TestSession) {
  const { holders, papers } = session.register()
  const profile = aProfile()
  await holders.add(profile)
  const scan = async (seed: number, name: string) => {
    const { contentId, original } = await anOriginal(session, someBytes(900, seed), name)
    return { contentId, original }
  }
  const licence = aPaper(profile.id, await scan(1, '营业执照.pdf'))
  const mark = aPaper(profile.id, {
    ...(await scan(2, '注册证.pdf')),
    kind: 'registration-certificate',
    name: '商标注册证',
    codes: [...usualCodes['registration-certificate']],
    number: '00000001',
  })
  const expired = aPaper(profile.id, {
    ...(await scan(3, '证明书.pdf')),
    kind: 'representative-certificate',
    codes: [...usualCodes['representative-certificate']],
    validTo: '2026-11-28',
  })
  const priceList = aPaper(profile.id, { kind: 'price-list', codes: ['price-basis'] })
  await papers.add([licence, mark, expired, priceList])
  return { profile, licence, mark, expired, priceList }
}

test('a holder comes with rights and valid papers as one step, and what they fulfil is ready', async () => {
  const session = await anOpenSession()
  const { profile, licence, mark, expired, priceList } = await aFullHolder(session)
  const { cases, items, history, contents } = session.register()
  const caseId = await cases.create(aDraft({ crimes: ['213'] }))
  const stored = await contents.usage()
  expect(await takeHolder(parts(session), caseId, profile)).toEqual({
    attached: 2,
    leftOut: [
      { name: expired.name, reason: 'expired', date: '2026-11-28' },
      { name: priceList.name, reason: 'no-scan' },
    ],
  })

  const draft = (await cases.get(caseId))!.draft
  expect(draft.rightHolders).toMatchObject([{ id: 'holder-1', nameZh: '清江公司' }])
  expect(draft.rights).toMatchObject([{ registrationNumber: '00000001', holder: 'holder-1' }])
  expect(draft.checklist).toEqual([
    {
      code: 'business-licence@holder-1',
      status: 'ready',
      paper: licence.id,
      sha256: licence.original?.sha256,
    },
    {
      code: 'trademark-certificate@right-0',
      status: 'ready',
      paper: mark.id,
      sha256: mark.original?.sha256,
    },
  ])
  const identity = draft.groups.find((group) => group.set === 'identity')!.id
  expect(await items.ofCase(caseId)).toMatchObject([
    { groupId: identity, contentId: licence.contentId, details: { name: '营业执照' } },
    { groupId: identity, contentId: mark.contentId, details: { name: '商标注册证' } },
  ])
  expect(await contents.usage()).toEqual(stored)

  expect(await history.undo(caseId)).toBe('holder.add')
  expect((await cases.get(caseId))!.draft.rightHolders).toEqual([])
  expect(await items.ofCase(caseId)).toEqual([])
  expect(history.state(caseId).undo).toBeUndefined()
})

test('a paper that is in the case already is marked and not added twice; a full case takes none', async () => {
  const session = await anOpenSession()
  const { licence, mark } = await aFullHolder(session)
  const { cases, items } = session.register()
  const caseId = await cases.create(aDraft())
  expect(await attachPapers(parts(session), caseId, [{ paper: licence, codes: [] }])).toBe(1)
  expect(await attachPapers(parts(session), caseId, [{ paper: licence, codes: ['copy-note'] }])).toBe(0)
  expect((await cases.get(caseId))!.draft.checklist).toMatchObject([{ code: 'copy-note', paper: licence.id }])
  await expect(attachPapers(parts(session, 1), caseId, [{ paper: mark, codes: [] }])).rejects.toMatchObject({
    code: 'intake.case-full',
  })
  expect(await items.ofCase(caseId)).toHaveLength(1)
})

test('a new paper takes the place of the old one with its name, unless the person gave the item another', async () => {
  const session = await anOpenSession()
  const { licence, mark } = await aFullHolder(session)
  const { cases, items, history } = session.register()
  const caseId = await cases.create(aDraft())
  const attached = [licence, mark].map((paper) => ({ paper, codes: [`${paper.kind}@x`] }))
  await attachPapers(parts(session), caseId, attached)
  const [first] = await items.ofCase(caseId)
  const newer = await anOriginal(session, someBytes(700, 9), '营业执照2026.pdf')
  const { contentId, original } = newer
  const by = { ...licence, id: crypto.randomUUID(), name: '营业执照2026', contentId, original }
  await replaceInCase(session.register(), caseId, licence, by)
  expect(await items.ofCase(caseId)).toMatchObject([
    { id: first!.id, contentId, original, details: { name: '营业执照2026' } },
    { contentId: mark.contentId },
  ])
  expect((await cases.get(caseId))!.draft.checklist?.map((state) => state.paper)).toEqual([by.id, mark.id])
  await history.undo(caseId)
  await items.edit(caseId, [first!.id], (details) => ({ ...details, name: '执照正本' }), {
    kind: 'item.edit',
  })
  await replaceInCase(session.register(), caseId, licence, by)
  expect((await items.ofCase(caseId))[0]).toMatchObject({ contentId, details: { name: '执照正本' } })
})

test('what kinds of papers usually fulfil are rules of the law data', () => {
  const rules = new Set(law.checklist.rules.map(({ id }) => id))
  expect(
    Object.values(usualCodes)
      .flat()
      .filter((code) => !rules.has(code)),
  ).toEqual([])
})

test('taking a holder back undoes that alone: whatever was done since stays', async () => {
  const session = await anOpenSession()
  const { profile } = await aFullHolder(session)
  const register = session.register()
  const caseId = await register.cases.create(aDraft({ crimes: ['213'] }))
  const before = (await register.cases.get(caseId))?.draft
  await takeHolder(parts(session), caseId, profile)
  await register.cases.edit(caseId, (draft) => ({ ...draft, owner: '李' }), { kind: 'case.edit' })
  expect(await undoIfLast(register, caseId, 'holder.add')).toBe(false)
  expect((await register.cases.get(caseId))?.draft.owner).toBe('李')
  await register.history.undo(caseId)
  expect(await undoIfLast(register, caseId, 'holder.add')).toBe(true)
  expect((await register.cases.get(caseId))?.draft).toEqual(before)
})
