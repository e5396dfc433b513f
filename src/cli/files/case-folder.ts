import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { type Finding, finding } from '../../shared/contract/finding.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import { isInsideFolder } from '../../shared/domain/case-contradictions.ts'
import { readCase, pathText } from '../../shared/domain/read-case.ts'
import { reasonOf } from './reason.ts'

/** Files an operating system leaves behind; never evidence. */
export const systemLitter = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*)$/i

export interface OpenedCase {
  readonly folder: string
  readonly record: CaseRecord
  readonly findings: readonly Finding[]
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
      const found = await locate(root, item.file)
      if (found === 'outside') findings.push(finding('file.outside', at, { file: item.file }))
      else if (typeof found === 'string') {
        if (found !== 'ENOENT')
          findings.push(finding('file.unreadable', at, { file: item.file, reason: found }))
      } else files.set(item.file, found)
    }
  }
  return { files: [...files.values()], findings }
}

/** A listed file, or why it cannot be used. Chinese and accented names are found in either Unicode form. */
async function locate(root: string, path: string): Promise<ListedFile | string> {
  let problem = 'ENOENT'
  for (const form of [path, path.normalize('NFC'), path.normalize('NFD')]) {
    const wanted = join(root, ...form.split('/'))
    try {
      const absolute = await realpath(wanted)
      const inside = relative(root, absolute)
      if (inside.startsWith('..') || resolve(inside) === inside) return 'outside'
      const status = await lstat(absolute)
      if (!status.isFile()) return 'EISDIR'
      return { path, absolute, bytes: status.size }
    } catch (error) {
      problem = reasonOf(error)
      if (problem !== 'ENOENT') return problem
    }
  }
  return problem
}

/** Files in the folder that the case does not list, as notes. */
export async function unlistedFiles(opened: OpenedCase): Promise<Finding[]> {
  const listed = new Set(
    opened.record.groups.flatMap((group) => group.items.map((item) => item.file.normalize('NFC'))),
  )
  const findings: Finding[] = []
  for (const path of await walk(opened.folder)) {
    if (path === 'case.json' || /^README(\.\w+)?$/i.test(path)) continue
    if (!listed.has(path.normalize('NFC'))) findings.push(finding('file.not-listed', path))
  }
  return findings
}

/** Paths of all files below a folder, with `/`, sorted; system litter and hidden files left out. */
export async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !systemLitter.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
