import { describe, expect, test } from 'vitest'
import { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { type HolderProfile, isSameHolder } from '../../../src/shared/domain/holder-profile.ts'
import { daysOfCase, isUsableOn, leftOutOf, papersFor } from '../../../src/shared/domain/papers-for-case.ts'
import {
  blankPaper,
  type PaperKind,
  paperWarnings,
  type StandingPaper,
  validityOn,
} from '../../../src/shared/domain/standing-paper.ts'
import { aCase } from '../../builders/cases.ts'

function paper(changes: Partial<StandingPaper> = {}): StandingPaper {
  return { ...blankPaper('p', 'profile', 'business-licence', '执照'), originalAt: '柜', ...changes }
}

describe('validity', () => {
  test.each([
    ['', '', '2026-01-01', 'valid'],
    ['2026-01-01', '2026-12-31', '2025-12-31', 'not-yet-valid'],
    ['2026-01-01', '2026-12-31', '2026-01-01', 'valid'],
    ['2026-01-01', '2026-12-31', '2026-12-31', 'valid'],
    ['2026-01-01', '2026-12-31', '2027-01-01', 'expired'],
    ['2026-01-01', '', '2099-01-01', 'valid'],
    ['', '2024-02-29', '2024-03-01', 'expired'],
    // What is no date (yet) says nothing.
    ['next year', '2026-13-01', '2026-06-01', 'valid'],
  ])('from %s to %s is on %s %s', (validFrom, validTo, on, expected) => {
    expect(validityOn({ validFrom, validTo }, on)).toBe(expected)
  })

  const submission = '2026-11-22'
  test.each<[string, Partial<StandingPaper>, string | undefined, unknown[]]>([
    ['good', { validTo: '2030-01-01' }, undefined, []],
    ['ends on the last day that counts as soon', { validTo: '2026-12-22' }, undefined, ['expires-soon 30']],
    ['ends a day later', { validTo: '2026-12-23' }, undefined, []],
    ['ends on the day itself', { validTo: submission }, undefined, ['expires-soon 0']],
    ['ended the day before', { validTo: '2026-11-21' }, undefined, ['expired submission 2026-11-21']],
    ['begins later', { validFrom: '2026-12-01' }, undefined, ['not-yet-valid submission 2026-12-01']],
    ['a licence younger than the acts', { validFrom: '2026-06-01' }, '2026-03-01', []],
    [
      'a right younger than the acts',
      { kind: 'registration-certificate', validFrom: '2026-06-01' },
      '2026-03-01',
      ['not-yet-valid acts 2026-06-01'],
    ],
    [
      'a right that ended between acts and submission',
      { kind: 'registration-certificate', validTo: '2026-06-01' },
      '2026-03-01',
      ['expired submission 2026-06-01'],
    ],
    [
      'a right that ended before both',
      { kind: 'registration-certificate', validTo: '2026-01-01' },
      '2026-03-01',
      ['expired acts 2026-01-01', 'expired submission 2026-01-01'],
    ],
    ['lent', { lentTo: '李律师', lentOn: '2026-11-01' }, undefined, ['original-lent 2026-11-01']],
    ['nobody knows where', { originalAt: ' ' }, undefined, ['original-unknown']],
  ])('%s', (_name, changes, acts, expected) => {
    const found = paperWarnings(paper(changes), { acts, submission }, 30)
    expect(
      found.map(({ kind, against, date, days }) => {
        if (days !== undefined) return `${kind} ${days}`
        return [kind, against, date].filter((part) => part !== undefined).join(' ')
      }),
    ).toEqual(expected)
  })
})

describe('holders', () => {
  const base = { nameZh: '清江公司', registrationNumber: '91310000MA1K0000X1' }
  test.each<[string, Partial<HolderProfile>, boolean]>([
    ['the same', {}, true],
    ['another name, the same number', { nameZh: '清江(上海)公司' }, true],
    ['the same name, another number', { registrationNumber: '91310000MA1K0000X2' }, false],
    ['the same name, no number', { registrationNumber: '' }, true],
    ['number in other spelling', { nameZh: '', registrationNumber: '９1310000 ma1k0000x1' }, true],
    ['nothing at all', { nameZh: '', registrationNumber: '' }, false],
  ])('%s', (_name, changes, expected) => {
    expect(isSameHolder({ ...base, ...changes }, base)).toBe(expected)
  })
  test('foreign names are one in any case of letters', () => {
    const left = { nameZh: '', nameEn: 'Clear River Ltd.' }
    expect(isSameHolder(left, { nameZh: '清江公司', nameEn: 'CLEAR RIVER LTD.' })).toBe(true)
  })
})

describe('papers for a case', () => {
  const record = CaseRecord.parse({
    ...aCase(),
    rightHolders: [
      { id: 'holder-1', kind: 'domestic-company', nameZh: '清江公司' },
      { id: 'holder-2', kind: 'foreign-company', nameZh: '碧水公司' },
    ],
    agents: [
      { name: '李某', kind: 'lawyer', licenceNumber: '13101', actsFor: ['holder-1'] },
      { name: '王某', kind: 'lawyer', licenceNumber: '13102', actsFor: [] },
    ],
    rights: [
      { kind: 'trademark', name: '清江', registrationNumber: '00000001', holder: 'holder-1' },
      { kind: 'trademark', name: '清江二', registrationNumber: '00000002', holder: 'holder-1' },
      { kind: 'trademark', name: '碧水', registrationNumber: '00000003', holder: 'holder-2' },
    ],
  })
  const profile = (id: string, nameZh: string): HolderProfile => ({
    id,
    kind: 'domestic-company',
    nameZh,
    brands: [],
    remarks: '',
    rights: [],
  })
  const profiles = [profile('p1', '清江公司'), profile('p2', '碧水公司'), profile('p3', '别家公司')]
  const of = (holderId: string, kind: PaperKind, changes: Partial<StandingPaper> = {}) =>
    paper({ ...blankPaper(`${holderId}-${kind}`, holderId, kind, kind), ...changes })
  const codesFor = (one: StandingPaper, known?: readonly string[]) =>
    papersFor(record, profiles, [one], known && new Set(known)).map(
      ({ holderId, codes }) => `${holderId}: ${codes.join(' ')}`,
    )

  const licence = { codes: ['business-licence', 'incorporation-certificate'] }
  const marks = ['trademark-certificate@right-0', 'trademark-certificate@right-1']
  test.each<[string, StandingPaper, string[] | undefined, string[]]>([
    ['a price list', of('p1', 'price-list'), undefined, ['holder-1: price-basis@holder-1']],
    ['of another holder', of('p3', 'business-licence'), undefined, []],
    ['put away', of('p1', 'business-licence', { archived: true }), undefined, []],
    ['replaced', of('p1', 'business-licence', { replacedBy: 'x' }), undefined, []],
    [
      'a certificate by number',
      of('p1', 'registration-certificate', { number: '0000 0002' }),
      marks,
      ['holder-1: trademark-certificate@right-1'],
    ],
    [
      'a certificate of a right that is not in the case',
      of('p1', 'registration-certificate', { number: '9' }),
      marks,
      [],
    ],
    [
      'a certificate of another holder',
      of('p2', 'registration-certificate', { number: '00000001' }),
      marks,
      [],
    ],
    [
      'a certificate without number',
      of('p1', 'registration-certificate'),
      marks,
      ['holder-1: trademark-certificate@right-0 trademark-certificate@right-1'],
    ],
    ['a lawyer of one holder', of('p2', 'lawyer-licence', { number: '13101' }), undefined, []],
    [
      'a lawyer of all holders',
      of('p2', 'lawyer-licence', { number: '13102' }),
      undefined,
      ['holder-2: lawyer-licence@agent-1'],
    ],
    [
      'an authority for every agent of the holder',
      of('p1', 'power-of-attorney', { number: '委字1号' }),
      ['power-of-attorney@agent-0', 'power-of-attorney@agent-1'],
      ['holder-1: power-of-attorney@agent-0 power-of-attorney@agent-1'],
    ],
    ['what fulfils nothing', of('p1', 'other'), undefined, ['holder-1: ']],
    [
      'only what the checklist asks for',
      of('p1', 'business-licence', licence),
      ['business-licence@holder-1', 'other'],
      ['holder-1: business-licence@holder-1'],
    ],
    [
      'a rule asked once',
      of('p1', 'translation'),
      ['translation-statement'],
      ['holder-1: translation-statement'],
    ],
  ])('%s', (_name, one, known, expected) => {
    expect(codesFor(one, known)).toEqual(expected)
  })

  test('follow the order of the holders, then of the kinds', () => {
    const papers = [of('p2', 'business-licence'), of('p1', 'price-list'), of('p1', 'business-licence')]
    expect(papersFor(record, profiles, papers).map((one) => one.paper.id)).toEqual([
      'p1-business-licence',
      'p1-price-list',
      'p2-business-licence',
    ])
  })

  test.each<[string, Record<string, unknown>, string | undefined, string]>([
    ['the named day', { notice: { replyDueOn: '2026-12-05' } }, undefined, '2026-12-05'],
    ['a named day that is past', { notice: { replyDueOn: '2026-11-05' } }, undefined, '2026-11-22'],
    ['no day', { notice: {} }, undefined, '2026-11-22'],
    [
      'the police',
      { stage: 'investigation', police: { dueOn: '2026-11-25' }, notice: { replyDueOn: '2027-01-01' } },
      undefined,
      '2026-11-25',
    ],
    [
      'the first seizure',
      { notice: {}, samples: [{ seizedOn: '2026-05-02' }, { seizedOn: '2026-04-01' }, {}] },
      '2026-04-01',
      '2026-11-22',
    ],
  ])('is judged by %s', (_name, given, acts, submission) => {
    expect(daysOfCase(given as never, '2026-11-22')).toEqual({ acts, submission })
  })

  test('one that is over when handed in is not usable', () => {
    expect(isUsableOn(paper({ validTo: '2026-11-21' }), { submission: '2026-11-22' })).toBe(false)
    expect(isUsableOn(paper({ validTo: '2026-11-22' }), { submission: '2026-11-22' })).toBe(true)
  })

  test.each<[string, Partial<StandingPaper>, unknown]>([
    ['good', { contentId: 'c' }, undefined],
    ['expired', { contentId: 'c', validTo: '2026-11-21' }, { reason: 'expired', date: '2026-11-21' }],
    ['too new', { contentId: 'c', validFrom: '2026-11-23' }, { reason: 'not-yet-valid', date: '2026-11-23' }],
    ['not scanned', {}, { reason: 'no-scan' }],
    ['expired and not scanned', { validTo: '2026-11-21' }, { reason: 'expired', date: '2026-11-21' }],
  ])('a paper that is %s stays out with its reason', (_, changes, expected) => {
    const left = leftOutOf(paper(changes), { submission: '2026-11-22' })
    expect(left).toEqual(expected && { name: '执照', ...expected })
  })
})
