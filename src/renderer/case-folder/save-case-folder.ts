import { Failure } from '../../shared/contract/failure.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import { type CaseDraft, recordOfDraft } from '../../shared/domain/case-draft.ts'
import { caseJson } from '../../shared/domain/case-json.ts'
import { containerName } from '../../shared/domain/container-name.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import { readCase } from '../../shared/domain/read-case.ts'
import type { JobHandle } from '../engine-host/jobs.ts'
import { wasmHashing } from '../engine-host/wasm-hashing.ts'
import type { FolderSink } from '../platform/platform.ts'
import type { ContentRepository, Item } from '../register/register.ts'
import { placeItems } from './place-items.ts'

export interface SaveCaseFolderPorts {
  readonly draft: CaseDraft
  /** As `ItemRepository.ofCase` gives them; trashed ones are left out. */
  readonly items: readonly Item[]
  readonly contents: Pick<ContentRepository, 'open'>
  readonly folder: FolderSink
}

export interface SavedCaseFolder {
  readonly items: number
  readonly bytes: number
  /** What `dossier check` would refuse in case.json: text that is not valid yet. It is written as it is. */
  readonly findings: readonly Finding[]
}

/** A name to propose for the folder of a case. */
export function caseFolderName(draft: Pick<CaseDraft, 'caseCode' | 'brand'>): string {
  const parts = [draft.caseCode, draft.brand ?? ''].filter((part) => part.trim() !== '')
  return containerName(parts.join('_') || 'case', 60)
}

/**
 * Writes a case as a case folder: every original below the folder of its group, its digest checked once more, then
 * case.json; it becomes visible at once. Ends the sink. Throws Failure content.*, output.*, AbortError; then nothing is left.
 */
export async function saveCaseFolder(ports: SaveCaseFolderPorts, job: JobHandle): Promise<SavedCaseFolder> {
  const { draft, contents, folder } = ports
  try {
    const items = ports.items.filter((item) => !item.trashed)
    const paths = placeItems(draft.groups, items)
    const bytesTotal = items.reduce((sum, item) => sum + item.original.bytes, 0)
    job.report({ done: 0, total: items.length, bytesDone: 0, bytesTotal })
    let bytesDone = 0
    for (const [index, item] of items.entries()) {
      job.signal.throwIfAborted()
      await writeOriginal(item, paths.get(item.id) ?? item.id, contents, folder, job, (bytes) => {
        bytesDone += bytes
        job.report({ bytesDone })
      })
      job.report({ done: index + 1 })
    }
    const record = recordOfDraft(draft, (group) =>
      items
        .filter((item) => item.groupId === group.id)
        .map((item) => ({
          ...item.details,
          file: paths.get(item.id) ?? item.id,
          sha256: item.original.sha256,
        })),
    )
    const text = caseJson(record)
    const sink = await folder.create('case.json')
    await sink.write(new TextEncoder().encode(text))
    await sink.commit()
    job.signal.throwIfAborted()
    await folder.commit()
    return { items: items.length, bytes: bytesTotal, findings: readCase(text).findings }
  } catch (error) {
    await folder.abort()
    throw error
  }
}

async function writeOriginal(
  item: Item,
  path: string,
  contents: Pick<ContentRepository, 'open'>,
  folder: FolderSink,
  job: JobHandle,
  wrote: (bytes: number) => void,
): Promise<void> {
  const name = item.details.name || item.original.path
  const content = await withName(name, contents.open(item.contentId))
  const hasher = await wasmHashing.create('sha256')
  const sink = await folder.create(path)
  try {
    for await (const chunk of content.stream()) {
      job.signal.throwIfAborted()
      hasher.update(chunk)
      await sink.write(chunk)
      wrote(chunk.length)
    }
    if (hexOf(hasher.digest()) !== item.original.sha256) throw new Failure('content.damaged', { name })
    await sink.commit()
  } catch (error) {
    await sink.abort()
    throw named(error, name)
  }
}

async function withName<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw named(error, name)
  }
}

/** The register knows contents by id only; a person knows them by name. */
function named(error: unknown, name: string): unknown {
  const isContent = error instanceof Failure && error.code.startsWith('content.')
  return isContent ? new Failure(error.code, { ...error.facts, name }, error) : error
}
