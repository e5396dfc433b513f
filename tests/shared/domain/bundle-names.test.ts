import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleNames, compareUtf8 } from '../../../src/shared/domain/bundle-names.ts'
import { aCase } from '../../builders/cases.ts'

const moment = '2026-11-22T06:00:00Z'

test.each([
  {
    when: 'a Chinese bundle',
    changes: { caseCode: 'AB-1' },
    draft: false,
    names: {
      stem: 'AB-1_01_20261122',
      pdf: '00_bundle_AB-1_01.pdf',
      container: 'AB-1_01_20261122.zip',
      discFolder: 'AB-1_01_20261122_光盘',
      handOver: 'AB-1_01_20261122_移交单.pdf',
    },
  },
  {
    when: 'an English draft of the twelfth round',
    changes: { caseCode: 'AB-1', round: 12, documentLanguage: 'en' },
    draft: true,
    names: {
      stem: 'AB-1_12_20261122_DRAFT',
      pdf: '00_DRAFT_AB-1_12.pdf',
      container: 'AB-1_12_20261122_DRAFT.zip',
      discFolder: 'AB-1_12_20261122_DRAFT_disc',
      handOver: 'AB-1_12_20261122_DRAFT_hand-over.pdf',
    },
  },
])('names of $when', ({ changes, draft, names }) => {
  expect(bundleNames(aCase(changes), moment, draft)).toEqual(names)
})

test('the longest case code keeps every name within forty characters', () => {
  const names = bundleNames(
    aCase({ caseCode: 'A'.repeat(20), round: 99, documentLanguage: 'en' }),
    moment,
    true,
  )
  expect([...names.pdf].length).toBeLessThanOrEqual(40)
})

test('texts are compared as LC_ALL=C sort does, by the bytes of UTF-8', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
    }),
    { seed: 20261122, numRuns: 3000 },
  )
})

test.each([
  ['\uffee', '\u{10000}', -1],
  ['a', 'ab', -1],
  ['', '', 0],
  ['é', 'z', 1],
])('%j against %j is %j, where UTF-16 order would err', (a, b, expected) => {
  expect(Math.sign(compareUtf8(a, b))).toBe(expected)
})
