import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyPdfSignatures } from '../../../src/engine/verification/pdf-signature.ts'
import { memorySource, nodeHashing } from '../../builders/byte-ports.ts'
import { suitesFolder } from '../../judges.ts'

const suites = suitesFolder()
const at = new Date('2026-11-22T00:00:00Z')

/** Files whose name says that somebody tampered with them, or that the signature cannot hold. */
const manipulated =
  /corrupted|spoofing|overlap|EDITED|copied|duplicated|HASH_FAILURE|double-signer|multiple-fields|removed|visible-change|replace|sneaky|weird-byterange|one-byterange|gap-too-big|tail-uncovered|econtent|no-signed-attrs|infinite_loop|unsupported|malformed|broken|hopeless/i

/** Genuine files with one signature over the whole file, by what is known about their making. */
const genuine =
  /^(check_(custom|sun)|(negative|positive)_coordinates|pades-(bes|epes)|pdf-signed-original|rotate90_top-left-signed|doc-firmado-T|certified-with)/

describe.skipIf(suites === undefined)('public suites of signed PDFs', () => {
  const judge = async (suite: string, file: string) => {
    const bytes = readFileSync(join(suites!, suite, file))
    return verifyPdfSignatures(memorySource(bytes), { trusted: [], at, hashing: nodeHashing, subject: file })
  }
  const files = ['dss', 'pyhanko'].flatMap((suite) =>
    suites === undefined
      ? []
      : readdirSync(join(suites, suite))
          .filter((file) => file.endsWith('.pdf'))
          .map((file) => ({ suite, file })),
  )

  test('no manipulated file is intact', async () => {
    const cases = files.filter(({ file }) => manipulated.test(file))
    expect(cases.length).toBeGreaterThan(20)
    for (const { suite, file } of cases) expect((await judge(suite, file)).integrity, file).not.toBe('intact')
  })

  test('genuine files with one signature over everything are intact', async () => {
    const cases = files.filter(({ file }) => genuine.test(file))
    expect(cases.length).toBeGreaterThan(20)
    for (const { suite, file } of cases) expect((await judge(suite, file)).integrity, file).toBe('intact')
  })

  test('every other verdict gives its reason', async () => {
    for (const { suite, file } of files) {
      const { integrity, findings } = await judge(suite, file)
      if (integrity !== 'intact') expect(findings.length, file).toBeGreaterThan(0)
    }
  })

  test(
    'whatever the pathological files are, the judge ends and does not throw',
    { timeout: 60_000 },
    async () => {
      for (const suite of ['qpdf', 'pdfjs']) {
        const all = readdirSync(join(suites!, suite)).filter((file) => file.endsWith('.pdf'))
        for (const file of all) {
          const { integrity } = await judge(suite, file)
          if (/sig/i.test(file)) continue
          expect(integrity, file).toMatch(/not-signed|unreadable|cannot-confirm|changed|intact/)
        }
      }
    },
  )
})
