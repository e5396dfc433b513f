import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import type { PDFHexString, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { DossierIndex } from '../../src/shared/domain/dossier-index.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier } from '../cli/run-dossier.ts'
import { hasTool } from '../judges.ts'

const folder = await temporaryFolder()
const runs = process.env['SOAK'] === '1' ? 25 : 4

interface Shape {
  readonly groups: readonly { readonly set: 'identity' | 'evidence'; readonly pages: readonly number[] }[]
  readonly dividers: 'group' | 'item' | 'none'
  readonly first: number
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  groups: fc
    .array(
      fc.record({
        set: fc.constantFrom('identity' as const, 'evidence' as const),
        pages: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 50 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((groups) => groups),
  dividers: fc.constantFrom('group' as const, 'item' as const, 'none' as const),
  first: fc.constantFrom(1, 1, 96, 1234),
})

/** Items of 1 to 4 pages whose text names them; 0 pages stands for a file that cannot be shown. */
async function writeCase(target: string, shape: Shape): Promise<void> {
  await mkdir(target, { recursive: true })
  const groups = await Promise.all(
    shape.groups.map(async ({ set, pages }, g) => ({
      name: `第${g + 1}组材料`,
      set,
      items: await Promise.all(
        pages.map(async (count, i) => {
          const file = `g${g}-i${i}.${count === 0 ? 'bin' : 'pdf'}`
          if (count === 0) await writeFile(join(target, file), Buffer.from([0, 1, 2, g, i]))
          else {
            const document = await PDFDocument.create()
            for (let page = 0; page < count; page++)
              document
                .addPage([300 + i, 400 + g])
                .drawText(`marker-${g}-${i}-${page}`, { x: 20, y: 200, size: 12 })
            await writeFile(join(target, file), await document.save())
          }
          return {
            file,
            name: `材料${g}-${i}`,
            kind: 'documentary',
            source: '自存',
            purpose: '证明',
            form: 'copy',
          }
        }),
      ),
    })),
  )
  await writeFile(
    join(target, 'case.json'),
    JSON.stringify({
      format: 'rights-dossier/case-folder',
      version: 1,
      caseCode: 'P-1',
      createdAt: '2026-11-22T06:00:00Z',
      notice: { manner: 'written', office: '示例检察院', receivedOn: '2026-11-20' },
      suspects: [{ name: '某某' }],
      crimes: ['214'],
      rightHolders: [{ id: 'h', kind: 'domestic-company', nameZh: '示例公司', phone: '000' }],
      rights: [{ kind: 'trademark', name: '示例', registrationNumber: '1' }],
      groups,
      bundle: { dividers: shape.dividers, firstPageNumber: shape.first, discs: 0 },
    }),
  )
}

test('printed number = page label = outline target = link target = dossier.json, for every item', async () => {
  if (!hasTool('pdftotext') || !hasTool('unzip')) return
  let round = 0
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      round += 1
      const here = join(folder, String(round))
      await writeCase(join(here, 'case'), shape)
      const run = await dossier(here, 'build', 'case', '--out', 'out', '--json')
      expect(run.code, run.err).toBe(0)
      const built = run.json<{ pdf: { name: string; pages: number }; zip: { name: string } }>()
      const index = DossierIndex.parse(
        JSON.parse(
          execFileSync('unzip', ['-p', join(here, 'out', built.zip.name), 'dossier.json'], {
            encoding: 'utf8',
            maxBuffer: 1e8,
          }),
        ),
      )
      const path = join(here, 'out', built.pdf.name)
      const printed = printedNumbers(path)
      const document = await PDFDocument.load(await readFile(path), { updateMetadata: false })
      expect(document.getPageCount()).toBe(built.pdf.pages)
      expect(printed).toEqual(Array.from({ length: built.pdf.pages }, (_, i) => shape.first + i))
      expect(labelStart(document)).toBe(shape.first)
      const targets = outlineTargets(document)
      const links = linkTargets(document)
      for (const item of index.groups.flatMap((group) => group.items)) {
        const page = item.firstPage - shape.first
        expect(targets.get(item.name), item.label).toBe(page)
        expect(links.has(page), `link to ${item.label}`).toBe(true)
        if (item.shown) {
          const [, g, i] = /(\d+)-(\d+)$/.exec(item.name) ?? []
          const text = pageText(path, page + 1)
          expect(text).toContain(`marker-${g}-${i}-0`)
          expect(pageText(path, item.lastPage - shape.first + 1)).toContain(
            `marker-${g}-${i}-${item.lastPage - item.firstPage}`,
          )
        }
      }
    }),
    { numRuns: runs, seed: 20261122 },
  )
}, 600_000)

function pageText(path: string, page: number): string {
  return execFileSync('pdftotext', ['-f', String(page), '-l', String(page), path, '-'], { encoding: 'utf8' })
}

/** The x of every `第 x 页 / 共 y 页`, page by page. */
function printedNumbers(path: string): number[] {
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => Number([...page.matchAll(/第\s*(\d+)\s*页\s*\/\s*共/g)].at(-1)?.[1] ?? Number.NaN))
}

function labelStart(document: PDFDocument): number {
  const nums = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  return (nums.lookup(1, PDFDict).lookup(PDFName.of('St')) as PDFNumber | undefined)?.asNumber() ?? 1
}

function pageIndex(document: PDFDocument, destination: PDFArray): number {
  const target = destination.get(0) as PDFRef
  return document.getPages().findIndex((page) => page.ref === target)
}

function outlineTargets(document: PDFDocument): Map<string, number> {
  const found = new Map<string, number>()
  const walk = (node: PDFDict | undefined): void => {
    for (let at = node; at; at = at.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const title = at.lookup(PDFName.of('Title')) as PDFHexString | PDFString
      const destination = at.lookupMaybe(PDFName.of('Dest'), PDFArray)
      const name = /材料\d+-\d+/.exec(title.decodeText())?.[0]
      if (destination && name !== undefined) found.set(name, pageIndex(document, destination))
      walk(at.lookupMaybe(PDFName.of('First'), PDFDict))
    }
  }
  walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict))
  return found
}

/** Pages that a link on an earlier page leads to. */
function linkTargets(document: PDFDocument): Set<number> {
  const found = new Set<number>()
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let i = 0; i < (annotations?.size() ?? 0); i++) {
      const annotation = annotations?.lookup(i, PDFDict)
      const destination = annotation?.lookupMaybe(PDFName.of('Dest'), PDFArray)
      if (destination) found.add(pageIndex(document, destination))
    }
  }
  return found
}
