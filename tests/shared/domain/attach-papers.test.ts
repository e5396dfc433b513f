import { expect, test } from 'vitest'
import {
  detailsOfPaper,
  withIdentityGroup,
  withPaperReplaced,
  withPapersReady,
  withProfile,
} from '../../../src/shared/domain/attach-papers.ts'
import { assertWellFormedDraft, blankDraft } from '../../../src/shared/domain/case-draft.ts'
import { itemGaps } from '../../../src/shared/domain/case-gaps.ts'
import {
  blankProfile,
  type HolderProfile,
  profileOfHolder,
} from '../../../src/shared/domain/holder-profile.ts'
import { blankPaper } from '../../../src/shared/domain/standing-paper.ts'

const none: ReadonlySet<string> = new Set()
const draft = blankDraft('QJ-2026-001', 'zh', () => 'g')
const paper = { ...blankPaper('paper-1', 'p', 'business-licence', '营业执照'), contentId: 'c' }
const profile: HolderProfile = {
  ...blankProfile('0b0c-profile'),
  nameZh: '清江公司',
  phone: '021-1',
  brands: ['清江'],
  rights: [{ kind: 'trademark', name: '清江', registrationNumber: '00000001' }],
}

test('papers go to the first group of identity papers, which is made where there is none', () => {
  expect(withIdentityGroup(draft, () => 'new')).toEqual({ draft, groupId: 'g' })
  const without = { ...draft, groups: draft.groups.filter((group) => group.set === 'evidence') }
  const made = withIdentityGroup(without, () => 'new')
  expect(made.groupId).toBe('new')
  expect(made.draft.groups.map((group) => group.set)).toEqual(['identity', 'evidence'])
})

test('an attached paper leaves no gap in the table of evidence', () => {
  const gaps: string[] = []
  itemGaps({ set: 'identity' }, detailsOfPaper(paper), (filled, key) => void (filled || gaps.push(key)))
  expect(gaps).toEqual([])
})

test('entries a paper fulfils are ready, keep what was asked of whom, and let go of another file', () => {
  const code = 'business-licence@holder-1'
  const before = {
    ...draft,
    checklist: [
      { code, status: 'requested' as const, requestedFrom: '法务部', sha256: 'ab'.repeat(32), reason: '无' },
      { code: 'other', status: 'missing' as const },
    ],
  }
  const after = withPapersReady(before, [{ paper, codes: [code, 'price-list'] }], none)
  expect(after.checklist).toEqual([
    { code, status: 'ready', requestedFrom: '法务部', paper: 'paper-1' },
    { code: 'other', status: 'missing' },
    { code: 'price-list', status: 'ready', paper: 'paper-1' },
  ])
  expect(withPapersReady(draft, [{ paper, codes: [] }], none)).toBe(draft)
  const replaced = withPaperReplaced(after, paper, { ...paper, id: 'paper-2' })
  expect(replaced.checklist?.map((state) => state.paper)).toEqual(['paper-2', undefined, 'paper-2'])
  expect(withPaperReplaced(after, { id: 'paper-9' }, { ...paper, id: 'paper-2' })).toBe(after)
  assertWellFormedDraft(after)
})

test('a holder of the library comes with rights and brand, and under an id of the case', () => {
  const { draft: after, holderId } = withProfile(draft, profile)
  expect(holderId).toBe('holder-1')
  expect(after.brand).toBe('清江')
  expect(after.rightHolders).toEqual([
    { id: 'holder-1', kind: 'domestic-company', nameZh: '清江公司', phone: '021-1' },
  ])
  expect(after.rights).toEqual([{ ...profile.rights[0], holder: 'holder-1' }])
  assertWellFormedDraft(after)
  // Once more, nothing is there twice.
  expect(withProfile(after, profile).draft).toEqual(after)
})

test('a blank entry is used, what the person typed stays, and other holders are let be', () => {
  const blank = { id: 'holder-7', kind: 'individual' as const, nameZh: ' ' }
  const filled = withProfile({ ...draft, brand: '旧牌', rightHolders: [blank] }, profile)
  expect(filled.draft.rightHolders).toEqual([
    { id: 'holder-7', kind: 'domestic-company', nameZh: '清江公司', phone: '021-1' },
  ])
  expect(filled.draft.brand).toBe('旧牌')
  const typed = { id: 'holder-1', kind: 'licensee' as const, nameZh: '清江公司', phone: '010-2', address: '' }
  const kept = withProfile({ ...draft, rightHolders: [typed] }, { ...profile, address: '某路1号' })
  expect(kept.draft.rightHolders).toEqual([{ ...typed, address: '某路1号' }])
  const other = { id: 'holder-1', kind: 'licensee' as const, nameZh: '别家公司' }
  const both = withProfile({ ...draft, rightHolders: [other] }, profile)
  expect(both.draft.rightHolders.map((holder) => holder.id)).toEqual(['holder-1', 'holder-2'])
})

test('the holder who is there is filled up before a blank entry is used, and half an entry is not written over', () => {
  const blank = { id: 'holder-1', kind: 'individual' as const, nameZh: '' }
  const same = { id: 'holder-2', kind: 'domestic-company' as const, nameZh: '清江公司' }
  const filled = withProfile({ ...draft, rightHolders: [blank, same] }, profile)
  expect(filled.holderId).toBe('holder-2')
  expect(filled.draft.rightHolders).toEqual([blank, { ...same, phone: '021-1' }])
  const half = { ...blank, address: '另一家的地址' }
  const added = withProfile({ ...draft, rightHolders: [half] }, profile)
  expect(added.draft.rightHolders[0]).toEqual(half)
  expect(added.holderId).toBe('holder-2')
})

test('a holder of a case becomes a profile with the rights that are its own', () => {
  const holder = { id: 'holder-1', kind: 'licensee' as const, nameZh: '清江公司', email: 'a@example.com' }
  const rights = [
    { kind: 'trademark' as const, name: '清江', holder: 'holder-1' },
    { kind: 'trademark' as const, name: '别家', holder: 'holder-2' },
  ]
  expect(profileOfHolder(holder, rights, ' 清江 ', 'new')).toEqual({
    ...holder,
    id: 'new',
    brands: ['清江'],
    remarks: '',
    rights: [{ kind: 'trademark', name: '清江' }],
  })
})

test('what a person set aside, or gave a paper, is changed only by a paper chosen for it; of several the first counts', () => {
  const other = { ...paper, id: 'paper-2' }
  const aside = { code: 'a', status: 'not-applicable' as const, reason: '该院不要' }
  const given = { code: 'b', status: 'ready' as const, sha256: 'ab'.repeat(32) }
  const before = { ...draft, checklist: [aside, given] }
  const here = new Set([given.sha256])
  expect(withPapersReady(before, [{ paper, codes: ['a', 'b'] }], here).checklist).toEqual([aside, given])
  const both = [
    { paper, codes: ['a', 'b'], asked: ['a'] },
    { paper: other, codes: ['a', 'c'], asked: ['a'] },
  ]
  expect(withPapersReady(before, both, here).checklist).toEqual([
    { code: 'a', status: 'ready', paper: 'paper-1' },
    given,
    { code: 'c', status: 'ready', paper: 'paper-2' },
  ])
})

test('a new paper takes the place of one that is gone, and the next version that of the scan it replaces', () => {
  const scanOf = (sha256: string) => ({
    path: 'a.pdf',
    bytes: 1,
    sha256,
    sha512: '',
    sm3: '',
    mediaType: 'application/pdf',
  })
  const [old, next] = ['aa'.repeat(32), 'bb'.repeat(32)]
  const gone = { ...draft, checklist: [{ code: 'a', status: 'ready' as const, paper: 'old', sha256: old }] }
  const renewed = { ...paper, original: scanOf(next) }
  expect(withPapersReady(gone, [{ paper: renewed, codes: ['a'] }], new Set([next])).checklist).toEqual([
    { code: 'a', status: 'ready', paper: 'paper-1', sha256: next },
  ])
  // By the scan alone, as one of the case's own items is named.
  const byScan = { ...draft, checklist: [{ code: 'a', status: 'ready' as const, sha256: old }] }
  const replaced = withPaperReplaced(byScan, { id: 'old', original: scanOf(old) }, renewed)
  expect(replaced.checklist).toEqual([{ code: 'a', status: 'ready', sha256: next }])
})
