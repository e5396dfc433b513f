import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import { isInsideFolder } from '../../shared/domain/case-contradictions.ts'
import { isHandedIn } from '../../shared/domain/evidence-item.ts'
import { readCase, pathText } from '../../shared/domain/read-case.ts'
import { gatherFiles } from './gather-files.ts'
import { reasonOf } from './reason.ts'

export interface OpenedCase {
  readonly folder: string
  readonly record: CaseRecord
  readonly findings: readonly Finding[]
}

/** The case folder a person means who names it, or the case.json in it. */
export async function caseFolderAt(path: string): Promise<string> {
  const isFile = await stat(path).then(
    (status) => status.isFile(),
    () => false,
  )
  return isFile && basename(path) === 'case.json' ? dirname(path) : path
}

/**
 * Reads `case.json` of a case folder. Problems of the case come back as findings without a record.
 * Throws Failure case.unreadable when there is no such folder or file.
 */
export async function openCaseFolder(
  folder: string,
): Promise<OpenedCase | { readonly findings: readonly Finding[] }> {
  let text: string
  try {
    text = await readFile(join(folder, 'case.json'), 'utf8')
  } catch (error) {
    throw new Failure('case.unreadable', { path: folder, reason: reasonOf(error) }, error)
  }
  const read = readCase(text)
  if (!read.ok) return { findings: read.findings }
  return { folder, record: read.case, findings: read.findings }
}

export interface ListedFile {
  /** As written in case.json. */
  readonly path: string
  /** Where in case.json: `groups[0].items[3].file`. */
  readonly at: string
  readonly absolute: string
  readonly bytes: number
}

/** Every file the case lists, found on disk. Files that cannot be used are findings; symbolic links may not lead out. */
export async function locateFiles(opened: OpenedCase): Promise<{ files: ListedFile[]; findings: Finding[] }> {
  const root = await realpath(opened.folder)
  const files = new Map<string, ListedFile>()
  const findings: Finding[] = []
  for (const [g, group] of opened.record.groups.entries()) {
    for (const [i, item] of group.items.entries()) {
      if (!isInsideFolder(item.file) || files.has(item.file)) continue
      const at = pathText(['groups', g, 'items', i, 'file'])
      const found = await locate(root, item.file, at)
      if (found === 'outside') findings.push(finding('file.outside', at, { file: item.file }))
      // What is not handed in is neither read nor missed.
      else if (!isHandedIn(group)) continue
      else if (typeof found === 'string') {
        if (found !== 'ENOENT')
          findings.push(finding('file.unreadable', at, { file: item.file, reason: found }))
      } else files.set(item.file, found)
    }
  }
  return { files: [...files.values()], findings }
}

/** A listed file, or why it cannot be used. Chinese and accented names are found in either Unicode form. */
async function locate(root: string, path: string, at: string): Promise<ListedFile | string> {
  try {
    const absolute = await realpath(await asOnDisk(root, path))
    const inside = relative(root, absolute)
    if (inside === '..' || inside.startsWith('..' + sep) || isAbsolute(inside)) return 'outside'
    const status = await lstat(absolute)
    if (!status.isFile()) return 'EISDIR'
    return { path, at, absolute, bytes: status.size }
  } catch (error) {
    return reasonOf(error)
  }
}

/** The path as the disk spells it: a name that differs by Unicode form only is taken when the exact one is absent. */
async function asOnDisk(root: string, path: string): Promise<string> {
  let folder = root
  for (const name of path.split('/')) {
    const exact = join(folder, name)
    const present = await lstat(exact).then(
      () => true,
      () => false,
    )
    if (present) folder = exact
    else {
      const names = await readdir(folder)
      folder = join(folder, names.find((other) => other.normalize('NFC') === name.normalize('NFC')) ?? name)
    }
  }
  return folder
}

/** Files in the folder that the case does not list, as notes. Throws Failure case.unreadable. */
export async function unlistedFiles(opened: OpenedCase): Promise<Finding[]> {
  const { files, skipped } = await gatherFiles(opened.folder).catch((error: unknown) => {
    throw new Failure('case.unreadable', { path: opened.folder, reason: reasonOf(error) }, error)
  })
  // No case.json can name a file whose name is no Unicode text.
  const nameless = skipped.filter(({ reason }) => reason === 'bad-name').map(({ path }) => path)
  const present = [...files, ...nameless]
  const listed = opened.record.groups.flatMap((group) => group.items.map((item) => item.file))
  const exact = new Set(listed)
  // A listed path that is not there as written was found by its other Unicode form.
  const onDisk = new Set(present)
  const byForm = new Set(listed.filter((path) => !onDisk.has(path)).map((path) => path.normalize('NFC')))
  return present
    .filter((path) => path !== 'case.json' && !/^README(\.\w+)?$/i.test(path))
    .filter((path) => !exact.has(path) && !byForm.has(path.normalize('NFC')))
    .map((path) => finding('file.not-listed', path))
}
