import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { nodeHashing } from '../../../src/cli/files/node-hashing.ts'
import type { AssemblyPlan, AssembledPdf, Segment } from '../../../src/engine/pdf/assembly.ts'
import { assemblePdf } from '../../../src/engine/pdf/assemble-pdf.ts'
import { surveySource } from '../../../src/engine/pdf/survey-source.ts'
import type { ByteSink, Bytes, Hashing } from '../../../src/engine/ports.ts'

export const hashing: Hashing = nodeHashing

export const quiet = { signal: new AbortController().signal, report: () => {} }

/** The WebAssembly of the pinned PDFium. */
export async function pdfiumBinary(): Promise<Bytes> {
  const path = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))
  return new Uint8Array(readFileSync(path))
}

export interface MemorySink extends ByteSink {
  bytes(): Bytes
}

export function memorySink(): MemorySink {
  const kept: Uint8Array[] = []
  return {
    write: async (chunks) => void kept.push(...chunks.map((chunk) => chunk.slice())),
    bytes: () => new Uint8Array(Buffer.concat(kept)),
  }
}

/** Bytes of a text whose codes are all below 256. */
export function latin1(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** A PDF by hand: object 1 is the catalog; a string or a stream of entries and data per object. */
export function handPdf(
  objects: readonly (string | { entries: string; data: string })[],
  options: { junk?: string; trailer?: string } = {},
): Bytes {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    const body =
      typeof object === 'string'
        ? object
        : `<<${object.entries}/Length ${object.data.length}>>\nstream\n${object.data}\nendstream`
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${options.trailer ?? ''}>>\nstartxref\n${start}\n%%EOF\n`
  return latin1((options.junk ?? '') + text)
}

/** A one-page PDF by hand with the given content and further page entries; Helvetica is /F1. */
export function onePage(content: string | readonly string[], pageEntries = ''): Bytes {
  const parts = typeof content === 'string' ? [content] : content
  const contents = parts.map((_, index) => `${5 + index} 0 R`).join(' ')
  return handPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R${/MediaBox/.test(pageEntries) ? '' : '/MediaBox[0 0 595 842]'}${pageEntries}` +
      `/Resources<</Font<</F1 4 0 R>>>>/Contents[${contents}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...parts.map((data) => ({ entries: '', data })),
  ])
}

/** A PDF by pdf-lib with a line of text on every page. */
export async function textPdf(pages: number, label: string, objectStreams = true): Promise<Bytes> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++) {
    document.addPage([595, 842]).drawText(`${label} page ${page}`, { x: 80, y: 600, size: 24, font })
  }
  return new Uint8Array(await document.save({ useObjectStreams: objectStreams }))
}

export async function generatedDocument(pages: number): Promise<AssemblyPlan['generated']> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++) {
    document.addPage([595.28, 841.89]).drawText(`Generated ${page}`, { x: 80, y: 700, size: 24, font })
  }
  await document.flush()
  return {
    document,
    stampFont: {
      ref: font.ref,
      encode: (text) => ({
        hex: font.encodeText(text).toString().slice(1, -1),
        width: font.widthOfTextAtSize(text, 1),
      }),
    },
  }
}

export interface TestSource {
  readonly bytes: Bytes
  readonly mediaType?: string
}

type Changes = Partial<Omit<AssemblyPlan, 'generated' | 'segments'>> & { generatedPages?: number }

/** A plan of generated pages, then every source under the label E001, E002, … as the first pass found it. */
export async function planOf(sources: readonly TestSource[], changes: Changes = {}): Promise<AssemblyPlan> {
  const { generatedPages = 1, ...others } = changes
  const segments: Segment[] = [
    { kind: 'generated', pages: Array.from({ length: generatedPages }, (_, index) => index) },
  ]
  for (const [index, { bytes, mediaType = 'application/pdf' }] of sources.entries()) {
    const label = `E${String(index + 1).padStart(3, '0')}`
    const survey = await surveySource(bytes, mediaType, label)
    if (!survey.shown) throw new Error(`${label} is not shown: ${JSON.stringify(survey.findings)}`)
    const { route, pageCount } = survey
    segments.push({
      kind: 'source',
      label,
      sha256: '',
      route,
      pageCount,
      read: async () => bytes,
      stampLabel: label,
    })
  }
  return {
    generated: await generatedDocument(generatedPages),
    segments,
    outline: [],
    links: [],
    firstPageNumber: 1,
    stampText: (label, number, last) => `${label ?? 'FRONT'}-STAMP ${number} of ${last}`,
    information: {
      title: 'Bundle <1> & 卷',
      author: 'Author',
      subject: 'Subject',
      creator: 'Test 1.0',
      language: 'zh-CN',
      createdAt: new Date('2026-03-04T05:06:07Z'),
      id: '00112233445566778899aabbccddeeff',
    },
    ...others,
  }
}

/** Surveys, plans and assembles. */
export async function assemble(
  sources: readonly TestSource[],
  changes: Changes = {},
): Promise<{ bytes: Bytes; result: AssembledPdf; plan: AssemblyPlan }> {
  const plan = await planOf(sources, changes)
  const sink = memorySink()
  const result = await assemblePdf(plan, sink, hashing, quiet)
  return { bytes: sink.bytes(), result, plan }
}

/** Runs a judge over bytes in a folder of their own; the file is called in.pdf there. */
function inFolder<T>(bytes: Uint8Array, run: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-pdf-'))
  try {
    const path = join(folder, 'in.pdf')
    writeFileSync(path, bytes)
    return run(path, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Exit code of `qpdf --check`: 0 sound, 3 with warnings, 2 broken. */
export function qpdfCheck(bytes: Uint8Array): { status: number | null; message: string } {
  return inFolder(bytes, (path) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
    return { status, message: status === 0 ? '' : `${stdout}${stderr}` }
  })
}

/** The same document encrypted by qpdf (RC4), open to everyone who reads it. */
export function qpdfEncrypted(bytes: Uint8Array): Bytes {
  return inFolder(bytes, (path, folder) => {
    const out = join(folder, 'encrypted.pdf')
    const encrypt = ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=n', '--']
    execFileSync('qpdf', [...encrypt, path, out])
    return new Uint8Array(readFileSync(out))
  })
}

/** What qpdf says about a PDF for one of its JSON keys: pages, outlines, acroform, pagelabels. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- qpdf's own format, looked into by the tests
export function qpdfJson(bytes: Uint8Array, key: string): any {
  return inFolder(bytes, (path) => {
    const text = execFileSync('qpdf', ['--json=2', `--json-key=${key}`, path], { maxBuffer: 1 << 28 })
    return JSON.parse(text.toString())[key]
  })
}

/** Text of one page, or of all. */
export function textOf(bytes: Uint8Array, page?: number): string {
  return inFolder(bytes, (path) => {
    const range = page === undefined ? [] : ['-f', String(page), '-l', String(page)]
    return execFileSync('pdftotext', [...range, '-layout', path, '-'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
  })
}

export interface Word {
  readonly text: string
  readonly xMin: number
  readonly yMin: number
  readonly xMax: number
  readonly yMax: number
}

/** Size of a page as a reader sees it, and its words in points from the upper left corner of the crop box. */
export function wordsOf(bytes: Uint8Array, page: number): { width: number; height: number; words: Word[] } {
  return inFolder(bytes, (path) => {
    const range = ['-f', String(page), '-l', String(page)]
    const html = execFileSync('pdftotext', [...range, '-bbox', '-cropbox', path, '-'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
    const [, width, height] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(html) ?? []
    const words = [
      ...html.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g),
    ].map(([, xMin, yMin, xMax, yMax, text]) => ({
      text: text ?? '',
      xMin: Number(xMin),
      yMin: Number(yMin),
      xMax: Number(xMax),
      yMax: Number(yMax),
    }))
    return { width: Number(width), height: Number(height), words }
  })
}

export interface Raster {
  readonly width: number
  readonly height: number
  /** RGB, rows from the top. */
  readonly pixels: Uint8Array
}

/** A page as poppler paints its crop box. */
export function paint(bytes: Uint8Array, page: number, dpi = 72): Raster {
  return inFolder(bytes, (path, folder) => {
    const number = String(page)
    spawnSync('pdftoppm', [
      '-r',
      String(dpi),
      '-cropbox',
      '-f',
      number,
      '-l',
      number,
      path,
      join(folder, 'out'),
    ])
    const name = readdirSync(folder).find((file) => file.endsWith('.ppm'))
    if (name === undefined) throw new Error('poppler painted nothing')
    const file = readFileSync(join(folder, name))
    const [head = '', width, height] =
      /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? []
    return {
      width: Number(width),
      height: Number(height),
      pixels: new Uint8Array(file.subarray(head.length)),
    }
  })
}

/** Share of pixels that differ visibly in the rows [0, rows) of two pictures of equal size. */
export function difference(one: Raster, other: Raster, rows = one.height): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  return differenceWithin(one, other, rows)
}

/** Share of pixels of the upper left corner of `other`, as large as `one`, that differ visibly from it. */
export function differenceWithin(one: Raster, other: Raster, rows = one.height): number {
  if (other.width < one.width || other.height < one.height) return 1
  let different = 0
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < one.width * 3; at++) {
      const here = one.pixels[row * one.width * 3 + at] ?? 0
      if (Math.abs(here - (other.pixels[row * other.width * 3 + at] ?? 0)) > 24) different++
    }
  }
  return different / (rows * one.width * 3)
}

/** The colour of one pixel. */
export function pixel(raster: Raster, x: number, y: number): [number, number, number] {
  const at = (Math.floor(y) * raster.width + Math.floor(x)) * 3
  return [raster.pixels[at] ?? 0, raster.pixels[at + 1] ?? 0, raster.pixels[at + 2] ?? 0]
}
