import { Failure } from '../../shared/contract/failure.ts'
import { type Finding, finding } from '../../shared/contract/finding.ts'
import { draftOfRecord } from '../../shared/domain/case-draft.ts'
import type { EvidenceItem } from '../../shared/domain/evidence-item.ts'
import type { TakenIn } from '../../shared/domain/intake.ts'
import type { JobHandle } from '../engine-host/jobs.ts'
import type { NewItem, Register } from '../register/register.ts'
import type { FoundOriginal, InspectedCaseFolder } from './inspect-case-folder.ts'

export interface OpenCaseFolderPorts {
  readonly register: Pick<Register, 'cases' | 'contents'>
  /** Hashes and stores one original, as `Engine.takeIn` does. */
  readonly takeIn: (
    file: File,
    path: string,
    control: Pick<JobHandle, 'signal'> & { report(bytesDone: number): void },
  ) => Promise<{ readonly original: TakenIn; readonly contentId: string | undefined }>
  readonly newId: () => string
  readonly maxItems: number
  /**
   * Asked when originals are missing or are not what case.json says: true to go on without these items, false to stop.
   * Asked once before anything is read and, when reading finds more, once after.
   */
  readonly goWithout: (lost: readonly Finding[]) => Promise<boolean>
  readonly isSample?: boolean
}

export interface OpenedCaseFolder {
  readonly caseId: string
  /** Items that were left out, and what is good to know. */
  readonly findings: readonly Finding[]
}

/**
 * Makes a case of an inspected case folder: originals are taken in, then the case appears with all its items at once.
 * Undefined when the person rather stops. Throws Failure intake.too-many, register.*, content.missing, AbortError; then
 * there is no case, and of the originals only what was there before.
 */
export async function openCaseFolder(
  inspected: Extract<InspectedCaseFolder, { ok: true }>,
  ports: OpenCaseFolderPorts,
  job: JobHandle,
): Promise<OpenedCaseFolder | undefined> {
  const { originals, missing } = inspected
  if (originals.length > ports.maxItems) {
    throw new Failure('intake.too-many', { count: originals.length, limit: ports.maxItems })
  }
  if (missing.length > 0 && !(await ports.goWithout(missing))) return undefined
  const unused = new Set<string>()
  try {
    return await storeCase(inspected, ports, job, unused)
  } finally {
    // What cannot be removed now, for the vault is locked or the disk full, is swept at the next start.
    if (unused.size > 0) await ports.register.contents.removeUnused([...unused]).catch(() => undefined)
  }
}

/** Takes the originals in and makes the case; `unused` then holds the contents that came into no item. */
async function storeCase(
  inspected: Extract<InspectedCaseFolder, { ok: true }>,
  ports: OpenCaseFolderPorts,
  job: JobHandle,
  unused: Set<string>,
): Promise<OpenedCaseFolder | undefined> {
  const { record, originals, missing, notes } = inspected
  const { taken, lost } = await takeOriginalsIn(inspected, ports, job, unused)
  job.signal.throwIfAborted()
  if (lost.length > 0 && !(await ports.goWithout(lost))) return undefined
  job.signal.throwIfAborted()
  const { draft } = draftOfRecord(record, ports.newId)
  const items = originals.flatMap((found): NewItem[] => {
    const kept = taken.get(found)
    const details = record.groups[found.group]?.items[found.item]
    const groupId = draft.groups[found.group]?.id
    return kept && details && groupId !== undefined ? [{ ...kept, groupId, details: detailsOf(details) }] : []
  })
  const caseId = await ports.register.cases.create(draft, { isSample: ports.isSample ?? false, items })
  for (const { contentId } of items) unused.delete(contentId)
  return { caseId, findings: [...missing, ...lost, ...notes] }
}

type Kept = Pick<NewItem, 'contentId' | 'original'>

/** Takes every file in, each once; what cannot be taken in or is another than expected is a finding. */
async function takeOriginalsIn(
  { record, originals }: Extract<InspectedCaseFolder, { ok: true }>,
  ports: OpenCaseFolderPorts,
  job: JobHandle,
  unused: Set<string>,
): Promise<{ readonly taken: ReadonlyMap<FoundOriginal, Kept>; readonly lost: readonly Finding[] }> {
  const taken = new Map<FoundOriginal, Kept>()
  const lost: Finding[] = []
  const byFile = new Map<File, Kept>()
  const files = new Set(originals.map(({ file }) => file))
  const bytesTotal = [...files].reduce((sum, file) => sum + file.size, 0)
  job.report({ done: 0, total: files.size, bytesTotal })
  let bytesBefore = 0
  for (const found of originals) {
    const { path, file, at } = found
    try {
      let kept = byFile.get(file)
      if (kept === undefined) {
        const report = (bytes: number) => job.report({ bytesDone: bytesBefore + bytes })
        const { original, contentId } = await ports.takeIn(file, path, { signal: job.signal, report })
        if (contentId === undefined) throw new Failure('register.locked')
        unused.add(contentId)
        kept = { original, contentId }
        byFile.set(file, kept)
        bytesBefore += file.size
        job.report({ done: byFile.size, bytesDone: bytesBefore })
      }
      const expected = record.groups[found.group]?.items[found.item]?.sha256
      const actual = kept.original.sha256
      if (expected !== undefined && expected !== actual) {
        lost.push(finding('file.wrong-hash', at, { file: path, expected, actual }))
      } else taken.set(found, { ...kept, original: { ...kept.original, path } })
    } catch (error) {
      if (!(error instanceof Failure) || !error.code.startsWith('intake.')) throw error
      const reason = error.facts['reason'] ?? error.code.slice('intake.'.length)
      lost.push(finding('file.unreadable', at, { file: path, reason }))
    }
  }
  return { taken, lost }
}

function detailsOf(item: EvidenceItem): NewItem['details'] {
  const { file: _file, sha256: _sha256, ...details } = item
  return details
}
