import { expect, test } from 'vitest'
import { visibleFacts, visibleText } from '../../src/cli/visible-text.ts'

test.each([
  ['证据 1 “合同” é.pdf', '证据 1 “合同” é.pdf'],
  ['\u001b[2J\u001b]0;x\u0007', '\\x1b[2J\\x1b]0;x\\x07'],
  ['a\nb\r\tc', 'a\\x0ab\\x0d\\x09c'],
  ['\u009b31m', '\\x9b31m'],
  ['fdp.\u202etxt', 'fdp.\\u202etxt'],
  ['\u2066\u200b\u200d\ufeff\u2028', '\\u2066\\u200b\\u200d\\ufeff\\u2028'],
  ['\u{e0001}\ud800', '\\u{e0001}\\ud800'],
])('%j is shown as %s', (text, shown) => {
  expect(visibleText(text)).toBe(shown)
})

test('of facts the texts are made visible', () => {
  expect(visibleFacts({ path: '\u001b', count: 3, yes: true })).toEqual({
    path: '\\x1b',
    count: 3,
    yes: true,
  })
})
