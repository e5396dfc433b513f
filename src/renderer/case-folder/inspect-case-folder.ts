import { Failure } from '../../shared/contract/failure.ts'
import { type Finding, finding } from '../../shared/contract/finding.ts'
import { isInsideFolder } from '../../shared/domain/case-contradictions.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import { pathText, readCase } from '../../shared/domain/read-case.ts'
import { type CaseFolderFiles, fileFinder, mayGoUnlisted } from './case-folder-files.ts'

/** A case.json beyond this is none. */
const maxCaseBytes = 64 * 1024 * 1024

/** An item of case.json whose original is there. */
export interface FoundOriginal {
  /** Indexes in case.json. */
  readonly group: number
  readonly item: number
  /** Where in case.json: `groups[0].items[3].file`. */
  readonly at: string
  /** As written in case.json. */
  readonly path: string
  readonly file: File
}

/** What a case folder holds, before anything of it is stored. */
export type InspectedCaseFolder =
  /** case.json is refused; the findings say all that is wrong with it. */
  | { readonly ok: false; readonly findings: readonly Finding[] }
  | {
      readonly ok: true
      readonly record: CaseRecord
      readonly originals: readonly FoundOriginal[]
      /** Items that come without their original and so cannot be taken over; one error each. */
      readonly missing: readonly Finding[]
      /** What is good to know: files that are not listed. */
      readonly notes: readonly Finding[]
    }

/** Reads case.json and looks its originals up; nothing is stored. Throws Failure case.unreadable. */
export async function inspectCaseFolder(folder: CaseFolderFiles): Promise<InspectedCaseFolder> {
  const read = readCase(await textOf(folder))
  if (!read.ok) return read
  const find = fileFinder(folder.files)
  const originals: FoundOriginal[] = []
  const missing: Finding[] = []
  const used = new Set<string>()
  for (const [group, { items }] of read.case.groups.entries()) {
    for (const [item, { file: path }] of items.entries()) {
      const at = pathText(['groups', group, 'items', item, 'file'])
      const found = isInsideFolder(path) ? find(path) : undefined
      if (!isInsideFolder(path)) missing.push(finding('file.outside', at, { file: path }))
      else if (found === undefined) missing.push(finding('file.missing', at, { file: path }))
      else {
        used.add(found.path)
        originals.push({ group, item, at, path, file: found.file })
      }
    }
  }
  const notes = [...folder.files.keys()]
    .filter((path) => !used.has(path) && !mayGoUnlisted(path))
    .map((path) => finding('file.not-listed', path))
  return { ok: true, record: read.case, originals, missing, notes: [...read.findings, ...notes] }
}

async function textOf(folder: CaseFolderFiles): Promise<string> {
  const file = folder.files.get('case.json')
  if (file === undefined || file.size > maxCaseBytes) {
    throw new Failure('case.unreadable', { path: folder.name, reason: file ? 'EFBIG' : 'ENOENT' })
  }
  try {
    return await file.text()
  } catch (error) {
    const reason = error instanceof Error ? error.name : ''
    throw new Failure('case.unreadable', { path: folder.name, reason }, error)
  }
}
