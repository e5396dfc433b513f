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
  ['individual', '日本', true],
  ['individual', 'Chile', true],
  ['licensee', 'Germany', true],
  ['licensee', 'ＣＮ', false],
  ['other-organisation', 'Monaco', true],
] as const)('%s of “%s”: foreign %s', (kind, country, expected) => {
  expect(isForeign({ kind, country })).toBe(expected)
})
