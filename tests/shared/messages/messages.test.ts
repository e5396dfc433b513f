import { describe, expect, test } from 'vitest'
import { Failure, failureCodes } from '../../../src/shared/contract/failure.ts'
import { finding, type FindingCode, findingSeverities } from '../../../src/shared/contract/finding.ts'
import { caseWords as caseEn } from '../../../src/shared/messages/en/case.ts'
import { caseWorkWords as caseWorkEn } from '../../../src/shared/messages/en/case-work.ts'
import { checklistWords as checklistEn } from '../../../src/shared/messages/en/checklist.ts'
import { cliWords as cliEn } from '../../../src/shared/messages/en/cli.ts'
import { containerWords as containerEn } from '../../../src/shared/messages/en/container.ts'
import { boardWords as boardEn } from '../../../src/shared/messages/en/board.ts'
import { deadlineWords as deadlinesEn } from '../../../src/shared/messages/en/deadlines.ts'
import { holidayWords as holidaysEn } from '../../../src/shared/messages/en/holidays.ts'
import { failureWords as failureEn } from '../../../src/shared/messages/en/failure.ts'
import { requestLetterWords as requestLetterEn } from '../../../src/shared/messages/en/request-letter.ts'
import { workPaperWords as workPapersEn } from '../../../src/shared/messages/en/work-papers.ts'
import { packagingWords as packagingEn } from '../../../src/shared/messages/en/packaging.ts'
import { verificationWords as verificationEn } from '../../../src/shared/messages/en/verification.ts'
import { windowFindingWords as findingWindowEn } from '../../../src/shared/messages/en/finding-window.ts'
import { verificationWords as verificationZh } from '../../../src/shared/messages/zh/verification.ts'
import { windowFindingWords as findingWindowZh } from '../../../src/shared/messages/zh/finding-window.ts'
import { papersWords as papersEn } from '../../../src/shared/messages/en/papers.ts'
import { pdfWords as pdfEn } from '../../../src/shared/messages/en/pdf.ts'
import { signatureWords as signatureEn } from '../../../src/shared/messages/en/signature.ts'
import { explainFailure, explainFinding } from '../../../src/shared/messages/explain.ts'
import { fill } from '../../../src/shared/messages/fill.ts'
import { say, sizeText } from '../../../src/shared/messages/say.ts'
import { caseWords as caseZh } from '../../../src/shared/messages/zh/case.ts'
import { caseWorkWords as caseWorkZh } from '../../../src/shared/messages/zh/case-work.ts'
import { checklistWords as checklistZh } from '../../../src/shared/messages/zh/checklist.ts'
import { cliWords as cliZh } from '../../../src/shared/messages/zh/cli.ts'
import { containerWords as containerZh } from '../../../src/shared/messages/zh/container.ts'
import { boardWords as boardZh } from '../../../src/shared/messages/zh/board.ts'
import { deadlineWords as deadlinesZh } from '../../../src/shared/messages/zh/deadlines.ts'
import { holidayWords as holidaysZh } from '../../../src/shared/messages/zh/holidays.ts'
import { failureWords as failureZh } from '../../../src/shared/messages/zh/failure.ts'
import { requestLetterWords as requestLetterZh } from '../../../src/shared/messages/zh/request-letter.ts'
import { workPaperWords as workPapersZh } from '../../../src/shared/messages/zh/work-papers.ts'
import { packagingWords as packagingZh } from '../../../src/shared/messages/zh/packaging.ts'
import { papersWords as papersZh } from '../../../src/shared/messages/zh/papers.ts'
import { pdfWords as pdfZh } from '../../../src/shared/messages/zh/pdf.ts'
import { signatureWords as signatureZh } from '../../../src/shared/messages/zh/signature.ts'

type Words = Readonly<Record<string, string>>
const catalogues: readonly { area: string; zh: Words; en: Words; sentences: boolean }[] = [
  { area: 'case', zh: caseZh, en: caseEn, sentences: true },
  { area: 'work on a case', zh: caseWorkZh, en: caseWorkEn, sentences: true },
  { area: 'pdf', zh: pdfZh, en: pdfEn, sentences: true },
  { area: 'container', zh: containerZh, en: containerEn, sentences: true },
  { area: 'signature', zh: signatureZh, en: signatureEn, sentences: true },
  { area: 'holidays', zh: holidaysZh, en: holidaysEn, sentences: true },
  { area: 'deadlines', zh: deadlinesZh, en: deadlinesEn, sentences: false },
  { area: 'board', zh: boardZh, en: boardEn, sentences: false },
  { area: 'failure', zh: failureZh, en: failureEn, sentences: true },
  { area: 'cli', zh: cliZh, en: cliEn, sentences: false },
  { area: 'packaging', zh: packagingZh, en: packagingEn, sentences: false },
  { area: 'verification', zh: verificationZh, en: verificationEn, sentences: false },
  { area: 'findings in the window', zh: findingWindowZh, en: findingWindowEn, sentences: true },
  { area: 'checklist', zh: checklistZh, en: checklistEn, sentences: false },
  { area: 'request letter', zh: requestLetterZh, en: requestLetterEn, sentences: false },
  { area: 'work papers', zh: workPapersZh, en: workPapersEn, sentences: false },
  { area: 'papers', zh: papersZh, en: papersEn, sentences: false },
]

const placeholdersOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))].sort()

describe.each(catalogues)('words of $area', ({ zh, en }) => {
  test('both languages have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  test('both languages have exactly the same placeholders in every sentence', () => {
    const different = Object.keys(zh).filter(
      (key) => placeholdersOf(zh[key] ?? '').join() !== placeholdersOf(en[key] ?? '').join(),
    )
    expect(different).toEqual([])
  })

  test('every placeholder is one word that a fact can fill', () => {
    const bad = Object.entries({
      ...zh,
      ...Object.fromEntries(Object.entries(en).map(([k, v]) => [`en ${k}`, v])),
    })
      .filter(([, sentence]) => sentence.replace(/\{[a-zA-Z]+\}/g, '').match(/\{\}|\{\{|\}\}/))
      .map(([key]) => key)
    expect(bad).toEqual([])
  })

  test('nothing is doubled, padded or left as a note to ourselves', () => {
    const bad = [...Object.values(zh), ...Object.values(en)].filter((text) =>
      /TODO|FIXME|XXX|\s{3,}\S.*[。.]$| $^| ,|，，|。。|\.\.(?!\.)/.test(text.replace(/\n[ ]+/g, '\n')),
    )
    expect(bad).toEqual([])
  })
})

describe.each(catalogues.filter(({ sentences }) => sentences))('sentences of $area', ({ zh, en }) => {
  test('every sentence ends properly in its language', () => {
    expect(Object.values(zh).filter((sentence) => !/[。]$/.test(sentence))).toEqual([])
    expect(Object.values(en).filter((sentence) => !/[.]$/.test(sentence))).toEqual([])
  })

  test('a Chinese sentence uses Chinese quotes and full-width signs', () => {
    expect(Object.values(zh).filter((sentence) => /"|[\p{Script=Han}][,;:?!]/u.test(sentence))).toEqual([])
  })
})

const codes = Object.keys(findingSeverities) as FindingCode[]

test.each(codes)('finding %s names its subject or its facts, and nothing is left unfilled', (code) => {
  const facts = Object.fromEntries(
    ['zh', 'en'].flatMap((language) =>
      placeholdersOf(sentenceOf(code, language)).map((name) => [name, `<${name}>`]),
    ),
  )
  for (const language of ['zh', 'en'] as const) {
    const sentence = explainFinding(finding(code, '<subject>', facts), language)
    expect(sentence).not.toMatch(/[{}]/)
    expect(sentence.length).toBeGreaterThan(8)
  }
})

test.each(failureCodes)('failure %s has a sentence in both languages', (code) => {
  const facts = Object.fromEntries(placeholdersOf(failureZh[code]).map((name) => [name, 1]))
  for (const language of ['zh', 'en'] as const) {
    expect(explainFailure(new Failure(code, facts), language)).not.toMatch(/[{}]/)
  }
})

test('a finding without a needed fact is seen at once, not swallowed', () => {
  expect(fill('a {b} c', {})).toBe('a {b} c')
  expect(fill('{a}{a}{b}', { a: 1, b: false })).toBe('11false')
  expect(fill('{a}', { a: '{b}', b: 'never' })).toBe('{b}')
})

test('a hash is shown as it is, though it fills the same blank as a JSON type', () => {
  const found = finding('file.wrong-hash', 's', { file: 'a', expected: 'ab', actual: 'cd' })
  expect(explainFinding(found, 'en')).toContain('recorded ab')
})

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [10 * 1024, '10 KiB'],
  [1536 * 1024, '1.5 MiB'],
  [1024 ** 3, '1.0 GiB'],
  [1024 ** 5, '1024 TiB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

test('usage names every exit code and every command in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const usage = say('usage', language, { version: '1', format: 'f', law: 'l' })
    for (const word of [
      'sample',
      'init',
      'check',
      'board',
      'build',
      'verify',
      'identity new',
      'hash',
      '--json',
      '--lang',
    ]) {
      expect(usage).toContain(word)
    }
    expect(usage).not.toMatch(/[{}]/)
  }
})

function sentenceOf(code: FindingCode, language: string): string {
  const area = catalogues.find(({ zh }) => code in zh)
  return (language === 'zh' ? area?.zh : area?.en)?.[code] ?? ''
}
