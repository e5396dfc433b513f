import { expect, test } from 'vitest'
import { checklistOf, completenessOf, originalsOf } from '../../../src/shared/domain/checklist.ts'
import { aCase, law } from '../../builders/cases.ts'

const on = '2026-11-29'
const rowOf = (code: string, changes: Record<string, unknown> = {}, day = on) =>
  checklistOf(aCase(changes), law, day).find((row) => row.code === code)

test('the first entry of a written notice is the signed receipt of service, done once it went back', () => {
  const [first] = checklistOf(aCase(), law, on)
  expect(first).toMatchObject({ code: 'notice-receipt', need: 'required', status: 'missing' })
  expect(first?.source).toMatchObject({ text: '人民检察院刑事诉讼规则', article: '第55条第2款' })
  const notice = { ...aCase().notice, receiptReturnedOn: '2026-11-21' }
  expect(rowOf('notice-receipt', { notice })).toMatchObject({ status: 'ready' })
  expect(rowOf('notice-receipt', { notice: { ...notice, receiptReturnedOn: '' } })).toMatchObject({
    status: 'missing',
  })
})

test('an oral notice asks for a memo, not for a receipt', () => {
  const notice = { manner: 'telephone', office: '示例市人民检察院' }
  expect(rowOf('notice-receipt', { notice })).toBeUndefined()
  expect(rowOf('notice-memo', { notice })).toMatchObject({ need: 'recommended' })
})

test('a stored state is merged into its entry, and kept out of sight while the entry does not apply', () => {
  const checklist = [
    { code: 'business-licence@holder', status: 'waiting-seal', requestedFrom: '示例有限公司' },
    { code: 'incorporation-certificate@holder', status: 'ready' },
  ]
  expect(rowOf('business-licence@holder', { checklist })).toMatchObject({
    status: 'waiting-seal',
    state: checklist[0],
    about: '示例有限公司',
  })
  expect(rowOf('incorporation-certificate@holder', { checklist })).toBeUndefined()
  const abroad = [{ id: 'holder', kind: 'foreign-company', nameZh: '示例公司', nameEn: 'Example' }]
  expect(rowOf('incorporation-certificate@holder', { checklist, rightHolders: abroad })).toMatchObject({
    status: 'ready',
  })
})

test('an entry that is ready by an original which is not in the case counts as missing', () => {
  const [sha256, other] = ['a'.repeat(64), 'b'.repeat(64)]
  const record = aCase({
    checklist: [{ code: 'business-licence@holder', status: 'ready', sha256 }],
  })
  const licence = (here?: ReadonlySet<string>) =>
    checklistOf(record, law, on, here).find(({ code }) => code === 'business-licence@holder')
  expect(licence()).toMatchObject({ status: 'ready' })
  expect(licence(new Set([sha256]))).not.toHaveProperty('gone')
  expect(licence(new Set([other]))).toMatchObject({ status: 'missing', gone: true })
  const done = (here?: ReadonlySet<string>) => completenessOf(checklistOf(record, law, on, here)).done
  expect(done(new Set([other]))).toBe(done(new Set([sha256])) - 1)
  // Where the record does not name the digest of every item nothing can be said of it.
  expect(originalsOf(record)).toBeUndefined()
  const named = record.groups.map((group) => ({
    ...group,
    items: group.items.map((item) => ({ ...item, sha256: other })),
  }))
  expect(originalsOf({ groups: named })).toEqual(new Set([other]))
})

test('own entries come last, without a source, with their state', () => {
  const rows = checklistOf(
    aCase({
      ownEntries: [{ code: 'own-copies', title: '另备一套复印件', addressee: 'court' }],
      checklist: [{ code: 'own-copies', status: 'draft' }],
    }),
    law,
    on,
  )
  expect(rows.at(-1)).toMatchObject({
    code: 'own-copies',
    own: true,
    need: 'required',
    status: 'draft',
    title: { zh: '另备一套复印件', en: '另备一套复印件' },
    addressee: 'court',
  })
  expect(rows.at(-1)).not.toHaveProperty('source')
  expect(rows.slice(0, -1).every((row) => !row.own && row.source)).toBe(true)
})

test('entries are told apart by holder, agent and right', () => {
  const rows = checklistOf(
    aCase({
      rightHolders: [
        { id: 'a', kind: 'domestic-company', nameZh: '甲公司', phone: '000' },
        { id: 'b', kind: 'individual', nameZh: '乙' },
      ],
      agents: [
        { name: '王某', kind: 'lawyer', actsFor: ['a'] },
        { name: '李某', kind: 'staff', actsFor: ['a'] },
      ],
      rights: [
        { kind: 'trademark', name: '甲', registrationNumber: '1', holder: 'a' },
        { kind: 'copyright', name: '乙', holder: 'b' },
      ],
      crimes: ['214', '217'],
    }),
    law,
    on,
  ).map(({ code }) => code)
  expect(rows).toEqual(
    expect.arrayContaining([
      'business-licence@a',
      'individual-identity@b',
      'law-firm-letter@agent-0',
      'recommendation@agent-1',
      'trademark-certificate@right-0',
      'copyright-originals@right-1',
    ]),
  )
  expect(rows).not.toContain('business-licence@b')
  expect(rows).not.toContain('recommendation@agent-0')
  expect(rows).not.toContain('trademark-certificate@right-1')
  expect(new Set(rows).size).toBe(rows.length)
})

test('while no right is recorded its papers follow from the crime, and while no crime is named from the right', () => {
  expect(rowOf('trademark-certificate@right-0', { rights: [] })).toMatchObject({ need: 'required' })
  expect(rowOf('non-authorisation@holder', { crimes: [] })).toMatchObject({ need: 'required' })
  expect(checklistOf(aCase({ crimes: [], rights: [] }), law, on).map(({ group }) => group)).not.toContain(
    'rights',
  )
})

test('the addressee follows the stage, and what belongs to the court goes to the court', () => {
  expect(rowOf('identification@holder')?.addressee).toBe('procuratorate')
  expect(rowOf('identification@holder', { stage: 'investigation' })?.addressee).toBe('police')
  expect(rowOf('identification@holder', { stage: 'trial' })?.addressee).toBe('court')
  const claims = ['asset-preservation', 'compensation']
  expect(rowOf('asset-preservation-application', { claims })?.addressee).toBe('court')
  expect(rowOf('incidental-complaint@holder', { claims })?.addressee).toBe('court')
  expect(
    rowOf('non-prosecution-appeal', { milestones: [{ kind: 'not-prosecuted', on: '2026-11-01' }] })
      ?.addressee,
  ).toBe('higher-procuratorate')
})

test('completeness counts what is required and what was taken up', () => {
  const rows = checklistOf(aCase(), law, on)
  const required = rows.filter(({ need }) => need === 'required')
  expect(completenessOf(rows)).toMatchObject({ done: 0, of: required.length, blocking: required })
  const checklist = [
    { code: 'business-licence@holder', status: 'ready' },
    { code: 'identification@holder', status: 'not-applicable', reason: '公安机关已委托鉴定' },
    { code: 'holder-opinion@holder', status: 'draft' },
    { code: 'comparison-photos', status: 'not-applicable' },
    { code: 'price-basis@holder', status: 'missing' },
  ]
  const after = completenessOf(checklistOf(aCase({ checklist }), law, on))
  expect(after).toMatchObject({ done: 2, of: required.length + 1 })
  expect(after.blocking.map(({ code }) => code)).not.toContain('holder-opinion@holder')
  expect(after.blocking).toHaveLength(required.length - 2)
  expect(completenessOf([])).toEqual({ done: 0, of: 0, blocking: [] })
})

test.each([
  ['2025-03-01', 'keeping-samples-application', '法释〔2020〕10号（已废止）', 'unverified'],
  ['2025-04-26', 'keeping-samples-application', '法释〔2025〕5号', 'confirmed'],
  ['2026-03-01', 'trademark-certificate@right-0', '商标法（2019年修正）', 'confirmed'],
  ['2026-12-31', 'trademark-certificate@right-0', '商标法（2019年修正）', 'confirmed'],
  ['2027-01-01', 'trademark-certificate@right-0', '商标法（2026年修订）', 'secondary'],
  ['2026-04-30', 'punitive-basis', '法释〔2021〕4号', 'confirmed'],
  ['2026-05-01', 'punitive-basis', '法释〔2026〕7号', 'confirmed'],
])('on %s the source of %s is %s', (day, code, text, confidence) => {
  const claims = ['keeping-samples', 'compensation']
  expect(rowOf(code, { claims }, day)?.source).toMatchObject({ text, confidence })
})

test('a mark registered for ten years needs its renewal from the very day', () => {
  const rights = [{ kind: 'trademark', name: '示例', registrationNumber: '1', validFrom: '2016-11-29' }]
  expect(rowOf('trademark-renewal@right-0', { rights }, '2026-11-28')).toBeUndefined()
  expect(rowOf('trademark-renewal@right-0', { rights }, '2026-11-29')).toMatchObject({ need: 'required' })
})

test('an empty case has a checklist and no error', () => {
  const empty = aCase({ rightHolders: [], rights: [], crimes: [], agents: [], suspects: [], groups: [] })
  expect(checklistOf(empty, law, on).map(({ code }) => code)).toContain('notice-receipt')
})

test('who owns the right identifies and prices; a licensee does where no owner takes part', () => {
  const both = [
    { id: 'owner', kind: 'domestic-company', nameZh: '甲公司', phone: '000' },
    { id: 'user', kind: 'licensee', nameZh: '乙公司' },
  ]
  const asked = (changes: Record<string, unknown>) =>
    checklistOf(aCase(changes), law, on).flatMap(({ code }) =>
      code.startsWith('identification@') ? [code.slice('identification@'.length)] : [],
    )
  const mark = { kind: 'trademark', name: '示例', registrationNumber: '1' }
  expect(asked({ rightHolders: both, rights: [{ ...mark, holder: 'owner' }] })).toEqual(['owner'])
  expect(asked({ rightHolders: both, rights: [{ ...mark, holder: 'user' }] })).toEqual(['user'])
  expect(asked({ rightHolders: both, rights: [mark] })).toEqual(['owner'])
  expect(asked({ rightHolders: both.slice(1), rights: [mark] })).toEqual(['user'])
})
