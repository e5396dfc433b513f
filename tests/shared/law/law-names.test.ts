import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lawFiles } from '../../../src/shared/law/law-book.ts'
import { caseWorkWords as findings } from '../../../src/shared/messages/zh/case-work.ts'
import { caseWorkWords as window } from '../../../src/shared/messages/zh/window/case-work.ts'

const texts = [
  ...lawFiles.map((name) => readFileSync(`resources/law/${name}.json`, 'utf8')),
  JSON.stringify(findings),
  JSON.stringify(window),
]

test('the Rules of the procuratorates and the Interpretation have one short name each, which says what they are', () => {
  const all = texts.join('\n')
  expect(all).not.toMatch(/检规/)
  // A bare 解释第…条 could be any of a dozen interpretations; the full title ends in 》的解释.
  expect(all.match(/.{0,6}(?<!刑诉法|》的)解释第/g)).toBeNull()
})
