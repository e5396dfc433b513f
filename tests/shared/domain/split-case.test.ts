import { expect, test } from 'vitest'
import { assertWellFormedDraft, blankDraft, type CaseDraft } from '../../../src/shared/domain/case-draft.ts'
import { copyForHolder, splitForSuspects } from '../../../src/shared/domain/split-case.ts'

const link = (grantor: string, grantee: string) => ({
  grantor,
  grantee,
  granteeKind: 'company' as const,
  signatoryAuthority: 'unknown' as const,
  scopes: [],
  notarised: false,
  authentication: 'none' as const,
  translated: false,
})

/** A joint case in which every word of the second holder has 乙 in it. */
const joint: CaseDraft = {
  ...blankDraft('A', 'zh', () => 'g'),
  brand: '甲品牌',
  raid: '10月仓库',
  stage: 'review',
  owner: '经办',
  labels: ['乙优先'],
  notice: { manner: 'written', office: '某院', receivedOn: '2026-11-20', remarks: '乙公司先到' },
  police: { agency: '某局', requestNumber: '1号', asked: '乙的价格', given: [{ what: '乙价格表' }] },
  claims: ['compensation'],
  suspects: [
    { name: '张某', status: 'in-case' },
    { name: '李某', status: 'separate-case' },
  ],
  crimes: ['214'],
  rightHolders: [
    { id: 'holder-1', kind: 'domestic-company', nameZh: '甲公司' },
    { id: 'holder-2', kind: 'domestic-company', nameZh: '乙公司' },
  ],
  agents: [
    { name: '共同律师', kind: 'lawyer', actsFor: ['holder-1', 'holder-2'] },
    { name: '乙律师', kind: 'lawyer', actsFor: ['holder-2'] },
  ],
  rights: [
    { kind: 'trademark', name: '甲标', holder: 'holder-1' },
    { kind: 'trademark', name: '乙标', holder: 'holder-2' },
  ],
  groups: [
    { id: 'a', set: 'identity', name: '甲主体' },
    { id: 'b', set: 'evidence', name: '乙价格' },
    { id: 'o', set: 'own', name: '告知' },
  ],
  authority: [link('甲公司', '甲子公司'), link('乙公司', '乙子公司'), link('甲子公司', '共同律师')],
  samples: [{ name: '乙样品' }],
  contacts: [{ at: '2026-11-20', channel: 'telephone', with: '乙', note: '乙' }],
  obstacles: [{ kind: 'other', on: '', note: '乙' }],
  submissions: [{ round: 1, handedOverOn: '2026-11-21', manner: 'in-person', remarks: '乙' }],
  checklist: [{ code: 'business-licence@holder-2', status: 'ready', remarks: '乙' }],
  ownEntries: [{ code: 'own-1', title: '乙', need: 'required', addressee: 'procuratorate' }],
  userDates: [{ kind: 'other', title: '乙', on: '2026-12-01' }],
  milestones: [{ kind: 'indicted', on: '2026-12-01' }],
}
const ids = () => {
  let count = 0
  return () => `new-${(count += 1)}`
}

test('a case of the same raid has the parties and the chosen suspects, and nothing of the work', () => {
  const { draft, groups } = splitForSuspects(joint, new Set([1]), {
    caseCode: 'B',
    raid: ' 10月仓库 ',
    groups: new Set(),
    newId: ids(),
  })
  expect(() => assertWellFormedDraft(draft)).not.toThrow()
  expect([...groups]).toEqual([])
  const { brand, claims, crimes, rightHolders, agents, rights, authority } = joint
  expect(draft).toEqual({
    caseCode: 'B',
    round: 1,
    documentLanguage: 'zh',
    ...{ brand, claims, crimes, rightHolders, agents, rights, authority },
    raid: '10月仓库',
    notice: { manner: 'written', office: '' },
    suspects: [{ name: '李某', status: 'separate-case' }],
    groups: [
      { id: 'new-1', set: 'identity', name: '主体与授权' },
      { id: 'new-2', set: 'evidence', name: '证据材料' },
    ],
    bundle: { dividers: 'group', firstPageNumber: 1, discs: 1 },
  })
})

test('chosen groups come along under ids of their own, own papers last', () => {
  const { draft, groups } = splitForSuspects(joint, new Set(), {
    caseCode: 'B',
    raid: '',
    groups: new Set(['o', 'b']),
    newId: ids(),
  })
  expect(draft.raid).toBeUndefined()
  expect([...groups]).toEqual([
    ['b', 'new-1'],
    ['o', 'new-2'],
  ])
  expect(draft.groups.map(({ set, name }) => [set, name])).toEqual([
    ['identity', '主体与授权'],
    ['evidence', '乙价格'],
    ['own', '告知'],
  ])
})

test('a copy for one holder says nothing of the other', () => {
  const { draft } = copyForHolder(joint, 'holder-1', { caseCode: 'C', groups: new Set(['a']), newId: ids() })
  expect(() => assertWellFormedDraft(draft)).not.toThrow()
  expect(JSON.stringify(draft)).not.toMatch(/乙|holder-2/)
  expect(draft.authority?.map(({ grantor }) => grantor)).toEqual(['甲公司', '甲子公司'])
  expect(draft.agents).toEqual([{ name: '共同律师', kind: 'lawyer', actsFor: ['holder-1'] }])
  expect(draft.rights.map(({ name }) => name)).toEqual(['甲标'])
  expect(draft.notice).toEqual({ manner: 'written', office: '某院', receivedOn: '2026-11-20' })
  expect(draft.police).toEqual({ agency: '某局', requestNumber: '1号' })
  expect(draft.milestones).toEqual(joint.milestones)
})
