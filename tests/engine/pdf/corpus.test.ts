import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { setPdfiumBinary } from '../../../src/engine/pdf/pdfium.ts'
import { surveySource } from '../../../src/engine/pdf/survey-source.ts'
import type { SourceSurvey } from '../../../src/engine/pdf/assembly.ts'
import { hasTool, suitesFolder } from '../../judges.ts'
import { assemble, difference, paint, pdfiumBinary, qpdfCheck, type Raster } from './pdf-fixtures.ts'

const folder = suitesFolder()
const judged = folder !== undefined && hasTool('qpdf') && hasTool('pdfinfo') && hasTool('pdftoppm')

/** How many files of each suite are taken; always the same ones. */
const samples = { pdfjs: 40, qpdf: 20, pyhanko: 12, hmcts: 6 } as const

beforeAll(() => setPdfiumBinary(pdfiumBinary))

/** The same files on every machine: ordered by a hash of their names. */
function sampleOf(suite: string, count: number): string[] {
  if (folder === undefined) return []
  const hash = (name: string) => {
    let value = 20260304
    for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
    return value
  }
  return readdirSync(join(folder, suite))
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort((one, other) => hash(one) - hash(other))
    .slice(0, count)
    .map((name) => join(folder, suite, name))
}

/** Pages as qpdf counts them, or poppler where qpdf gives up; -1 when both do. */
function countedPages(path: string): number {
  const qpdf = spawnSync('qpdf', ['--show-npages', path], { encoding: 'utf8' })
  if (qpdf.status === 0 || qpdf.status === 3) return Number(qpdf.stdout)
  const poppler = spawnSync('pdfinfo', [path], { encoding: 'utf8' })
  return Number(/^Pages:\s+(\d+)/m.exec(poppler.stdout)?.[1] ?? -1)
}

describe.skipIf(!judged)('files that nobody here wrote', () => {
  for (const [suite, count] of Object.entries(samples)) {
    it(`${suite}: are counted like others count them, and assembled soundly`, async () => {
      const complaints: string[] = []
      let shown = 0
      for (const path of sampleOf(suite, count)) {
        const bytes = new Uint8Array(readFileSync(path))
        const survey = await surveySource(bytes, 'application/pdf', 'E001')
        if (!survey.shown) continue
        shown++
        const problem = await judge(path, bytes, survey)
        if (problem !== undefined) complaints.push(`${path.split('/').at(-1)}: ${problem}`)
      }
      expect(complaints).toEqual([])
      expect(shown).toBeGreaterThan(count * 0.7)
    })
  }
})

async function judge(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  survey: Extract<SourceSurvey, { shown: true }>,
): Promise<string | undefined> {
  const counted = countedPages(path)
  if (counted > 0 && counted !== survey.pageCount) return `${survey.pageCount} pages, others count ${counted}`
  const bundle = await assemble([{ bytes }], { stampText: () => '' })
  if (bundle.result.pageCount !== survey.pageCount + 1) return 'the second pass counts otherwise'
  const ours = qpdfCheck(bundle.bytes)
  const theirs = qpdfCheck(bytes)
  if (ours.status !== 0 && theirs.status === 0) return `qpdf: ${ours.message}`
  if (ours.status === 2 && theirs.status !== 2) return `qpdf: ${ours.message}`
  if (survey.route !== 'lazy') return undefined
  const before = paintedOrNothing(bytes, 1)
  if (before === undefined) return undefined
  const changed = difference(before, paint(bundle.bytes, 2, 36))
  return changed > 0.002 ? `page 1 differs in ${(changed * 100).toFixed(1)} % of its pixels` : undefined
}

function paintedOrNothing(bytes: Uint8Array, page: number): Raster | undefined {
  try {
    return paint(bytes, page, 36)
  } catch {
    return undefined
  }
}
