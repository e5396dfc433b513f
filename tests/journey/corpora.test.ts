import { execFileSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DossierIndex } from '../../src/shared/domain/dossier-index.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier } from '../cli/run-dossier.ts'
import { hasTool, suitesFolder } from '../judges.ts'

const soak = process.env['SOAK'] === '1'
const suites = suitesFolder()
const folder = await temporaryFolder()

/** Pages as poppler counts them; undefined where it cannot open the file. */
function pagesOf(path: string): number | undefined {
  try {
    const said = execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return Number(/^Pages:\s+(\d+)/m.exec(said)?.[1])
  } catch {
    return undefined
  }
}

/** A repeatable sample: every k-th file by name. */
function sampled<T>(values: readonly T[], count: number): T[] {
  if (values.length <= count) return [...values]
  const step = values.length / count
  return Array.from({ length: count }, (_, i) => values[Math.floor(i * step)]).filter((v) => v !== undefined)
}

test.skipIf(suites === undefined)(
  'ordinary court papers and pathological PDFs become one bundle, every page count right or explained',
  async () => {
    if (suites === undefined || !hasTool('pdfinfo') || !hasTool('qpdf') || !hasTool('unzip')) return
    const pdfjs = (await readdir(join(suites, 'pdfjs'))).filter((name) => name.endsWith('.pdf')).sort()
    const files = sampled(pdfjs, soak ? 200 : 60).map((name) => join(suites, 'pdfjs', name))
    const init = await dossier(folder, 'init', 'case', '--add', join(suites, 'hmcts'), ...files)
    expect(init.code, init.err).toBe(0)

    const run = await dossier(
      folder,
      'build',
      'case',
      '--out',
      'out',
      '--draft',
      '--json',
      '--created-at',
      '2026-11-22T06:00:00Z',
    )
    expect(run.code, run.err).toBe(0)
    const built = run.json<{ pdf: { name: string; pages: number }; zip: { name: string } }>()
    const index = DossierIndex.parse(
      JSON.parse(
        execFileSync('unzip', ['-p', join(folder, 'out', built.zip.name), 'dossier.json'], {
          encoding: 'utf8',
          maxBuffer: 1e8,
        }),
      ),
    )
    const record = await import(join(folder, 'case', 'case.json'), { with: { type: 'json' } })
    const paths = (record.default.groups as { items: { file: string }[] }[]).flatMap((group) => group.items)
    const items = index.groups.flatMap((group) => group.items)
    expect(items).toHaveLength(paths.length)
    const wrong: string[] = []
    items.forEach((item, i) => {
      const path = join(folder, 'case', paths[i]?.file ?? '')
      if (!path.endsWith('.pdf')) return
      const pages = pagesOf(path)
      const ours = item.lastPage - item.firstPage + 1
      if (item.shown && pages !== undefined && pages > 0 && ours !== pages && item.findings.length === 0) {
        wrong.push(`${path}: ${ours} pages, poppler says ${pages}`)
      }
      if (!item.shown) expect(item.findings.length, path).toBeGreaterThan(0)
    })
    expect(wrong).toEqual([])
    expect(pagesOf(join(folder, 'out', built.pdf.name))).toBe(built.pdf.pages)
    expect((await dossier(folder, 'verify', join('out', built.zip.name))).code).toBe(0)
  },
  900_000,
)
