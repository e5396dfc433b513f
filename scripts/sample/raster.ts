import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs work in a scratch folder that is removed afterwards. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-sample-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs a program the maker needs; says which one is missing. */
export async function tool(program: string, ...args: string[]): Promise<void> {
  try {
    await run(program, args, { maxBuffer: 1 << 26 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error(`The sample maker needs ${program} (Debian: poppler-utils, imagemagick, ffmpeg).`, {
        cause: error,
      })
    }
    throw error
  }
}

/** Renders every page of a PDF to PNG files in order of pages; returns their paths. */
export async function renderPages(pdf: Uint8Array, dpi: number, folder: string): Promise<string[]> {
  const source = join(folder, 'source.pdf')
  await writeFile(source, pdf)
  await tool('pdftoppm', '-r', String(dpi), '-png', source, join(folder, 'page'))
  const names = (await readdir(folder)).filter((name) => /^page-\d+\.png$/.test(name)).sort()
  return names.map((name) => join(folder, name))
}

/** Renders the first page and passes it through ImageMagick; `args` come after the input. */
export async function renderTo(
  pdf: Uint8Array,
  dpi: number,
  ending: string,
  args: readonly string[],
): Promise<Buffer> {
  return inScratch(async (folder) => {
    const [page] = await renderPages(pdf, dpi, folder)
    const target = join(folder, `result.${ending}`)
    await tool('convert', page!, '-seed', '7', ...args, '-strip', target)
    return readFile(target)
  })
}

/** What a flat-bed scanner does to a sheet: a slight turn, warm paper, soft edges, uneven light, grain. */
export function scanned(turn: number, paper = '#fbf8f0'): string[] {
  return [
    ['-background', 'white', '-virtual-pixel', 'white', '-distort', 'SRT', String(turn)],
    ['-fill', paper, '-opaque', 'white', '-blur', '0x0.45'],
    ['(', '+clone', '-fill', paper, '-colorize', '100', ')', '-compose', 'Multiply', '-composite'],
    ['(', '+clone', '-sparse-color', 'Bilinear', '0,0 #ffffff %w,0 #f7f6f2 0,%h #fbfaf7 %w,%h #efede8', ')'],
    ['-compose', 'Multiply', '-composite', '-attenuate', '0.06', '+noise', 'Gaussian'],
  ].flat()
}
