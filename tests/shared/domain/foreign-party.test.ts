import { expect, test } from 'vitest'
import { isForeign } from '../../../src/shared/domain/foreign-party.ts'

test.each([
  ['foreign-company', '', true],
  ['foreign-company', '中国', true],
  ['domestic-company', 'Germany', false],
  ['hong-kong-macao-taiwan', '美国', false],
  ['individual', '', false],
  ['individual', ' 中国 ', false],
  ['individual', '中华人民共和国', false],
  ['individual', '中国大陆', false],
  ['individual', "People's Republic of China", false],
  ['individual', 'China', false],
  ['individual', '香港特别行政区', false],
  ['individual', 'Hong Kong SAR', false],
  ['individual', 'Taiwan, China', false],
  ['individual', '中国台湾', false],
  ...[
    '中国籍',
    '中国公民',
    '中國',
    '中国上海',
    '中华人民共和国香港特别行政区',
    '臺灣',
    'P.R. China',
    'PR China',
    'P.R.C.',
    'CHN',
    'China (Mainland)',
    'China Hong Kong',
    'HKSAR',
    'The People’s Republic of China',
  ].map((country) => ['individual', country, false] as const),
  ['individual', '法国', true],
  ['individual', '日本', true],
  ['individual', 'Chile', true],
  ['licensee', 'Germany', true],
  ['licensee', 'ＣＮ', false],
  ['other-organisation', 'Monaco', true],
] as const)('%s of “%s”: foreign %s', (kind, country, expected) => {
  expect(isForeign({ kind, country })).toBe(expected)
})
