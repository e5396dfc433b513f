import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fuses, languages, programName } from '../../electron-builder.config.ts'
import type { Facts } from '../../src/shared/contract/failure.ts'
import type { PackagingWord } from '../../src/shared/messages/zh/packaging.ts'
import { type Asar, readAsar } from './asar.ts'
import { type Fuse, fuseNames, readFuses } from './fuses.ts'
import { type Layout, layoutOf, type System } from './systems.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface PackageFault {
  readonly word: PackagingWord
  readonly facts: Facts
}

/** What is wrong with an unpacked application; nothing, if it is what the project built. */
export async function judgePackage(
  system: System,
  folder: string,
): Promise<{ readonly faults: readonly PackageFault[]; readonly files: number }> {
  const layout = layoutOf(system, folder, programName)
  const asar = await readAsar(layout.archive)
  const faults = await Promise.all([
    differingFiles(asar),
    differingFuses(layout),
    differingDigest(layout, asar),
    differingLanguages(layout),
    missingLicences(layout),
  ])
  return { faults: faults.flat(), files: asar.files.length }
}

async function differingFiles(asar: Asar): Promise<PackageFault[]> {
  const built = await builtFiles()
  const there = new Set(asar.files)
  const wrong = [
    ...asar.files.filter((path) => !built.has(path)),
    ...[...built].filter((path) => !there.has(path)),
  ]
  for (const path of built) {
    if (!there.has(path) || path === 'package.json') continue
    if (!(await asar.read(path)).equals(await readFile(join(root, path)))) wrong.push(path)
  }
  return wrong.map((path) => ({ word: 'packaging.wrong-file', facts: { path } }))
}

/** What belongs into the archive: everything built but source maps, and a package.json. */
async function builtFiles(): Promise<Set<string>> {
  const folders = ['main', 'preload', 'renderer'].map((name) => join(root, 'out', name))
  const entries = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const paths = entries
    .flat()
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  return new Set(['package.json', ...paths])
}

async function differingFuses(layout: Layout): Promise<PackageFault[]> {
  const states = await readFuses(layout.fuseBinary)
  const differs = (name: Fuse) => states[name] !== 'removed' && states[name] !== fuses[name]
  return fuseNames.filter(differs).map((fuse) => ({ word: 'packaging.wrong-fuse', facts: { fuse } }))
}

async function differingDigest({ integrityFile }: Layout, asar: Asar): Promise<PackageFault[]> {
  if (integrityFile === undefined) return []
  const recorded = (await readFile(integrityFile)).includes(asar.headerSha256)
  return recorded ? [] : [{ word: 'packaging.wrong-digest', facts: {} }]
}

async function differingLanguages({ languages: { folder, ending } }: Layout): Promise<PackageFault[]> {
  const found = (await readdir(folder)).filter((name) => name.endsWith(ending))
  // macOS writes zh_CN and calls American English en.
  const there = found.map((name) => name.slice(0, -ending.length).replace('_', '-'))
  const isWanted = (language: string) => languages.some((wanted) => wanted === language || language === 'en')
  const odd = there.filter((language) => !isWanted(language))
  const whole = odd.length === 0 && there.length === languages.length
  return whole ? [] : [{ word: 'packaging.wrong-languages', facts: { languages: there.join(', ') } }]
}

async function missingLicences({ resources }: Layout): Promise<PackageFault[]> {
  const faults: PackageFault[] = []
  for (const name of ['LICENSE', 'THIRD_PARTY_NOTICES.md', 'THIRD_PARTY_LICENSES.txt']) {
    const length = await stat(join(resources, name)).then(
      ({ size }) => size,
      () => 0,
    )
    if (length === 0) faults.push({ word: 'packaging.no-licence', facts: { name } })
  }
  return faults
}
