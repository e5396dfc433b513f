import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Bytes } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { BundleLimits } from '../../shared/domain/limits.ts'
import { type LawBook, type LawFile, lawFiles, readLawBook as bookOf } from '../../shared/law/law-book.ts'
import { readBytes } from './whole-file.ts'

const resources = new URL('../../../resources/', import.meta.url)

/** Path of a file or folder that ships with the application, below `resources/`. */
export function resourcePath(name: string): string {
  return fileURLToPath(new URL(name, resources))
}

/** The law data in force for this build of the application. */
export async function readLawBook(): Promise<LawBook> {
  const read = async (name: LawFile): Promise<[LawFile, unknown]> => [
    name,
    JSON.parse(await readFile(resourcePath(`law/${name}.json`), 'utf8')),
  ]
  return bookOf(Object.fromEntries(await Promise.all(lawFiles.map(read))) as Record<LawFile, unknown>)
}

/** Limits of one bundle. */
export async function readLimits(): Promise<BundleLimits> {
  return BundleLimits.parse(JSON.parse(await readFile(resourcePath('limits.json'), 'utf8')))
}

/** Version of the application. */
export async function readVersion(): Promise<string> {
  const text = await readFile(fileURLToPath(new URL('../package.json', resources)), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** The faces that papers are set in. Throws Failure font.missing. */
export async function readFonts(): Promise<{ regular: Bytes; bold: Bytes; fallbacks: Bytes[] }> {
  const [regular, bold, ...fallbacks] = await Promise.all(
    [
      'NotoSerifSC-Regular.ttf',
      'NotoSerifSC-Bold.ttf',
      'NotoSerifJP-Regular.ttf',
      'NotoSerif-Regular.ttf',
    ].map(readFont),
  )
  if (!regular || !bold) throw new Failure('font.missing', { name: 'NotoSerifSC' })
  return { regular, bold, fallbacks }
}

async function readFont(name: string): Promise<Bytes> {
  try {
    return await readBytes(resourcePath(`fonts/${name}`))
  } catch (error) {
    throw new Failure('font.missing', { name: `resources/fonts/${name}` }, error)
  }
}
