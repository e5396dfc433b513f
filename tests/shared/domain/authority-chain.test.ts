import { expect, test } from 'vitest'
import { chainFindings } from '../../../src/shared/domain/authority-chain.ts'
import { aCase, anItem, law } from '../../builders/cases.ts'

const on = '2026-11-29'
const holder = {
  id: 'holder',
  kind: 'foreign-company',
  nameZh: '示例环球饮品公司',
  nameEn: 'Example Global Ltd',
}
const agent = {
  name: '王示范',
  kind: 'lawyer',
  organisation: '示例律师事务所',
  licenceNumber: '1',
  actsFor: ['holder'],
}
const scopes = ['prosecution-stage', 'identification', 'price-statement', 'reporting']
const first = {
  grantor: 'Example Global Ltd',
  grantee: '示例（上海）品牌管理有限公司',
  scopes: [...scopes, 'sub-delegation'],
  signatory: 'Jane Specimen',
  signatoryAuthority: 'board-resolution',
  signedOn: '2026-01-10',
  validFrom: '2026-01-10',
  validTo: '2027-12-31',
  signedIn: 'US',
  notarised: true,
  authentication: 'apostille',
  authenticationNumber: 'APO-1',
  translated: true,
}
const second = {
  grantor: '示例（上海）品牌管理有限公司',
  grantee: '示例律师事务所',
  granteeKind: 'law-firm',
  scopes,
  signatory: '陈示例',
  signatoryAuthority: 'legal-representative',
  validFrom: '2026-02-01',
}

function found(links: readonly object[], changes: Record<string, unknown> = {}, day = on): string[] {
  const record = aCase({ rightHolders: [holder], agents: [agent], authority: links, ...changes })
  return chainFindings(record, law, day).map(({ code, subject }) => `${code} ${subject}`)
}
/** The apostille of an unverified country is always an info. */
const verify = 'authority.verify-country authority[0].signedIn'
const noted = (links: readonly object[], changes: Record<string, unknown> = {}, day = on) =>
  found(links, changes, day).filter((one) => one !== verify)

test('a sound chain has only the hint to verify the country once', () => {
  expect(found([first, second])).toEqual([verify])
})

test('a case without links has nothing to say of them', () => {
  expect(found([])).toEqual([])
  expect(found([{ grantor: '', grantee: '' }])).toEqual([])
})

test('a grantor who is nobody breaks the chain, and its later links are not blamed', () => {
  const stranger = { ...second, grantor: '另一家公司' }
  expect(noted([first, stranger])).toEqual([
    'authority.gap authority[1].grantor',
    'authority.leads-nowhere authority[0].grantee',
  ])
  const [a, b] = [
    { ...second, grantor: '甲', grantee: '乙', scopes: [...scopes, 'sub-delegation'] },
    { ...second, grantor: '乙' },
  ]
  expect(noted([b, a]).filter((one) => one.startsWith('authority.gap'))).toEqual([
    'authority.gap authority[1].grantor',
  ])
})

test('links that only grant each other start nowhere', () => {
  const loop = [
    { ...second, grantor: '甲', grantee: '乙', scopes: [...scopes, 'sub-delegation'] },
    { ...second, grantor: '乙', grantee: '甲', scopes: [...scopes, 'sub-delegation'] },
  ]
  expect(noted(loop).filter((one) => one.startsWith('authority.gap'))).toEqual([
    'authority.gap authority[0].grantor',
  ])
})

test.each(['Example Global Limited', '示例环球饮品有限公司', '示例环球饮料公司', 'Exampel Global Ltd'])(
  'the grantor %s is nearly the holder',
  (grantor) => {
    expect(noted([{ ...first, grantor }, second])).toContain('authority.name-differs authority[0].grantor')
  },
)

test.each(['ＥＸＡＭＰＬＥ　Global Ltd.', 'example global ltd'])(
  'the grantor %s is the holder',
  (grantor) => {
    expect(noted([{ ...first, grantor }, second])).toEqual([])
  },
)

test('a chain that ends at nobody of the case is noted', () => {
  expect(noted([first, { ...second, grantee: '另一律师事务所' }])).toEqual([
    'authority.leads-nowhere authority[1].grantee',
    'authority.agent-not-reached agents[0].actsFor',
  ])
})

test('a holder from whom no chain leads to the agent is noted', () => {
  const other = { id: 'other', kind: 'domestic-company', nameZh: '别家有限公司' }
  expect(
    noted([first, second], {
      rightHolders: [holder, other],
      agents: [{ ...agent, actsFor: ['holder', 'other'] }],
    }),
  ).toEqual(['authority.agent-not-reached agents[0].actsFor'])
})

test('passing a power on needs sub-delegation, but not from a firm to its lawyer', () => {
  expect(noted([{ ...first, scopes }, second])).toEqual(['authority.no-sub-delegation authority[0].scopes'])
  const third = { ...second, grantor: '示例律师事务所', grantee: '王示范', granteeKind: 'lawyer' }
  expect(noted([first, second, third])).toEqual([])
  expect(noted([first, second, { ...third, granteeKind: 'staff' }])).toEqual([
    'authority.no-sub-delegation authority[1].scopes',
  ])
})

test.each([
  ['ended the day before', { validTo: '2026-11-28' }, ['authority.expired authority[1].validTo']],
  ['ends today', { validTo: on }, []],
  ['begins tomorrow', { validFrom: '2026-11-30' }, ['authority.not-yet-valid authority[1].validFrom']],
  ['begins today', { validFrom: on, scopes: ['prosecution-stage'] }, []],
  [
    'was signed tomorrow',
    { validFrom: '', signedOn: '2026-11-30' },
    ['authority.not-yet-valid authority[1].signedOn'],
  ],
])('a link that %s', (_, changes, expected) => {
  expect(noted([first, { ...second, ...changes }])).toEqual(expected)
})

test('validity counts at the day of the acts too, for powers used then', () => {
  const samples = [{ name: '检材', seizedOn: '2026-01-20' }]
  const police = { agency: '示例市公安局', receivedOn: '2026-01-25' }
  expect(noted([first, second], { samples, police })).toEqual([
    'authority.not-valid-at-acts authority[1].validFrom',
  ])
  expect(noted([first, second], { police: { ...police, receivedOn: '2026-02-01' } })).toEqual([])
  const late = { ...second, scopes: ['prosecution-stage'] }
  expect(noted([first, late], { samples })).toEqual([])
  expect(noted([first, { ...second, validFrom: '2025-01-01', validTo: '2025-12-31' }], { samples })).toEqual([
    'authority.expired-before-acts authority[1].validTo',
  ])
})

test('what an agent shows himself is looked at too', () => {
  const authority = { validFrom: '2026-01-01', validTo: '2026-06-30' }
  expect(noted([], { agents: [{ ...agent, authority }] })).toEqual([
    'authority.expired agents[0].authority.validTo',
  ])
})

test.each([
  ['review for prosecution', [], {}, 'authority.lacks-prosecution-stage'],
  ['compensation', ['prosecution-stage'], { claims: ['compensation'] }, 'authority.lacks-incidental-action'],
  ['forgiveness', ['prosecution-stage'], { claims: ['forgiveness'] }, 'authority.lacks-settlement'],
  [
    'samples fetched by the firm',
    ['prosecution-stage'],
    { samples: [{ name: '检材', fetchedBy: '示例律师事务所' }] },
    'authority.lacks-identification',
  ],
  [
    'a price paper of the firm',
    ['prosecution-stage'],
    {
      groups: [
        { name: '数额', set: 'evidence', items: [anItem({ name: '价格说明', source: '示例律师事务所' })] },
      ],
    },
    'authority.lacks-price-statement',
  ],
])('%s needs its power', (_, given, changes, code) => {
  expect(noted([first, { ...second, scopes: given }], changes)).toEqual([`${code} authority[1].scopes`])
})

test('before the court nobody asks for the power of the review', () => {
  expect(noted([first, { ...second, scopes: [] }], { stage: 'trial' })).toEqual([])
})

test('a signatory of whom nothing is known is noted, of a company only', () => {
  const unknown = { ...second, signatoryAuthority: 'unknown' }
  expect(noted([first, unknown])).toEqual(['authority.signatory-unknown authority[1].signatoryAuthority'])
  const person = { id: 'holder', kind: 'individual', nameZh: '周示例' }
  const own = { ...second, grantor: '周示例', signatoryAuthority: 'unknown', signatory: '' }
  expect(noted([own], { rightHolders: [person] })).toEqual([])
})

test.each([
  ['US', { notarised: false }, ['authority.not-notarised authority[0].notarised', verify]],
  ['US', { authentication: 'none' }, ['authority.needs-apostille authority[0].authentication']],
  ['US', { authentication: 'legalisation' }, []],
  [
    'US',
    { authenticationNumber: '' },
    [verify, 'authority.number-missing authority[0].authenticationNumber'],
  ],
  ['US', { translated: false }, [verify, 'authority.not-translated authority[0].translated']],
  ['CA', {}, [verify]],
  ['IN', {}, ['authority.needs-legalisation authority[0].authentication']],
  ['IN', { authentication: 'legalisation' }, []],
  ['ZZ', {}, ['authority.country-unknown authority[0].signedIn']],
  ['ZZ', { authentication: 'legalisation' }, []],
  ['HK', {}, ['authority.own-procedure authority[0].signedIn']],
  ['HK', { authentication: 'none', translated: false }, []],
  ['TW', { notarised: false, authentication: 'none' }, ['authority.own-procedure authority[0].signedIn']],
  ['CN', { notarised: false, authentication: 'none', translated: false }, []],
  [
    '',
    { notarised: false, authentication: 'none', translated: false },
    ['authority.place-unknown authority[0].signedIn'],
  ],
])('signed in %s with %o', (signedIn, changes, expected) => {
  expect(found([{ ...first, signedIn, ...changes }, second])).toEqual(expected)
})

test('before the convention applied, an apostille did not do', () => {
  const early = { ...first, signedOn: '2023-01-01', validFrom: '2023-01-01' }
  const later = { ...second, validFrom: '2023-01-01' }
  const legalisation = 'authority.needs-legalisation authority[0].authentication'
  expect(found([early, later], {}, '2023-11-06')).toEqual([legalisation])
  expect(found([early, later], {}, '2023-11-07')).toEqual([verify])
  expect(found([{ ...early, signedIn: 'CA' }, later], {}, '2024-01-10')).toEqual([legalisation])
  expect(found([{ ...early, signedIn: 'CA' }, later], {}, '2024-01-11')).toEqual([verify])
})

test.each([
  [{ kind: 'other' }, 'agent.not-eligible agents[0].kind'],
  [{ licenceNumber: '' }, 'agent.licence-missing agents[0].licenceNumber'],
  [{ kind: 'relative-or-friend' }, 'agent.relative-of-company agents[0].kind'],
  [{ name: '张某某' }, 'agent.is-suspect agents[0].name'],
])('an agent with %o is noted', (changes, expected) => {
  expect(noted([], { agents: [{ ...agent, ...changes }], suspects: [{ name: '张某某' }] })).toEqual([
    expected,
  ])
})

test('a relative of a person, and staff, are no doubt', () => {
  const person = { id: 'holder', kind: 'individual', nameZh: '周示例' }
  expect(noted([], { agents: [{ ...agent, kind: 'relative-or-friend' }], rightHolders: [person] })).toEqual(
    [],
  )
  expect(noted([], { agents: [{ ...agent, kind: 'staff', licenceNumber: '' }] })).toEqual([])
})

test('a holder from elsewhere whose place of signing is blank is asked for it; in the mainland it is said', () => {
  const { signedIn: _, ...unsaid } = first
  expect(found([unsaid, second])).toEqual(['authority.place-unknown authority[0].signedIn'])
  expect(found([{ ...first, signedIn: 'CN' }, second])).toEqual([])
  const domestic = { ...holder, kind: 'domestic-company' }
  expect(found([unsaid, second], { rightHolders: [domestic] })).toEqual([])
})
