import { existsSync } from 'node:fs'
import { link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBenchCase } from './bench-case.ts'
import { writeRandomFile } from './random-files.ts'
import { ScanPapers } from './scan-papers.ts'
import { TextPapers } from './text-papers.ts'

/** What a corpus is made of; change its `version` when its bytes change, so that it is made anew. */
const recipes = {
  zip: { version: 1, make: makeZip },
  pdf: { version: 1, make: (folder: string) => makeMixed(folder, 300) },
  'pdf-text': { version: 1, make: makeText },
  'pdf-5000': { version: 1, make: (folder: string) => makeMixed(folder, 750) },
} as const

export type CorpusName = keyof typeof recipes

export const corpusNames = Object.keys(recipes) as CorpusName[]

export interface Corpus {
  /** A case folder: the files and a `case.json` without gaps. */
  readonly folder: string
  /** Absolute paths, in the order of the case. */
  readonly files: readonly string[]
  readonly bytes: number
}

/** Where the benchmarks keep what they make; ignored by git. */
export const benchFolder = fileURLToPath(new URL('../../out/bench/', import.meta.url))

/** A corpus that was made before; undefined when `makeCorpus` must come first. */
export async function findCorpus(name: CorpusName): Promise<Corpus | undefined> {
  const folder = folderOf(name)
  if (!existsSync(join(folder, 'case.json'))) return undefined
  const files = (await readdir(folder)).filter((file) => file !== 'case.json').sort()
  const paths = files.map((file) => join(folder, file))
  let bytes = 0
  for (const path of paths) bytes += (await stat(path)).size
  return { folder, files: paths, bytes }
}

/** Makes a corpus; the same bytes on every machine. Hundreds of megabytes take a minute. */
export async function makeCorpus(name: CorpusName): Promise<void> {
  const folder = folderOf(name)
  const unfinished = `${folder}.part`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await recipes[name].make(unfinished)
  const files = (await readdir(unfinished)).sort()
  await writeBenchCase(unfinished, `BENCH-${name.toUpperCase()}`, files)
  await rename(unfinished, folder)
}

function folderOf(name: CorpusName): string {
  return join(benchFolder, 'corpora', `${name}-v${recipes[name].version}`)
}

const numbered = (prefix: string, index: number, ending: string) =>
  `${prefix}${String(index + 1).padStart(4, '0')}.${ending}`

/** 1,000 MiB in 40 files of random bytes. */
async function makeZip(folder: string): Promise<void> {
  for (let i = 0; i < 40; i++) await writeRandomFile(join(folder, numbered('R', i, 'bin')), i + 1, 25)
}

/** 200 text papers of 10 pages, each with a subset font of its own. */
async function makeText(folder: string): Promise<void> {
  const papers = await TextPapers.open()
  for (let i = 0; i < 200; i++) {
    await writeFile(join(folder, numbered('T', i, 'pdf')), await papers.paper(10_000 + i, 10))
  }
}

/** A text paper of 6 pages, then two scans of 7, and again. The papers of the small corpus are those of the large. */
async function makeMixed(folder: string, count: number): Promise<void> {
  const [text, scans] = [await TextPapers.open(), new ScanPapers()]
  for (let i = 0; i < count; i++) {
    const name = numbered('P', i, 'pdf')
    const made = join(folderOf('pdf-5000'), name)
    if (existsSync(made)) await link(made, join(folder, name))
    else await writeFile(join(folder, name), await (i % 3 === 0 ? text.paper(i, 6) : scans.paper(i, 7)))
  }
}
