import { Failure } from '../../../shared/contract/failure.ts'
import { hexOf } from '../../../shared/domain/hex.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import type { JobHandle } from '../../engine-host/jobs.ts'
import { wasmHashing } from '../../engine-host/wasm-hashing.ts'
import type { FileSink } from '../../platform/platform.ts'
import type { Item } from '../../register/register.ts'
import type { Services } from '../../services.ts'
import { type EvidenceRow, fileName } from './evidence-rows.ts'

const longestName = 60

/** Asks where to, and writes one original byte for byte. False when the person cancelled. */
export async function takeOutOne(services: Services, row: EvidenceRow): Promise<boolean> {
  const sink = await services.platform.saveFile(fileName(row.item.original.path))
  if (!sink) return false
  await services.jobs.run('take-out', row.label, async (job) => {
    try {
      job.report({ total: 1, bytesTotal: row.item.original.bytes })
      await copyOriginal(services, row.item, sink, job, 0)
      await sink.commit()
      job.report({ done: 1 })
    } catch (error) {
      await sink.abort()
      throw error
    }
  })
  return true
}

/** Asks where to, and writes originals into a new folder, in a folder for each group. False when cancelled. */
export async function takeOutSeveral(
  services: Services,
  rows: readonly EvidenceRow[],
  folderName: string,
): Promise<boolean> {
  const folder = await services.platform.saveFolder(folderName)
  if (!folder) return false
  await services.jobs.run('take-out', folderName, async (job) => {
    const bytesTotal = rows.reduce((sum, { item }) => sum + item.original.bytes, 0)
    let bytesBefore = 0
    try {
      job.report({ total: rows.length, bytesTotal })
      for (const [index, row] of rows.entries()) {
        const sink = await folder.create(pathOut(rows, row))
        try {
          await copyOriginal(services, row.item, sink, job, bytesBefore)
          await sink.commit()
        } catch (error) {
          await sink.abort()
          throw error
        }
        bytesBefore += row.item.original.bytes
        job.report({ done: index + 1, bytesDone: bytesBefore })
      }
      await folder.commit()
    } catch (error) {
      await folder.abort()
      throw error
    }
  })
  return true
}

/** The name of an original in a folder: its label and the name it came with, below its group when there are several. */
export function pathOut(rows: readonly EvidenceRow[], row: EvidenceRow): string {
  const name = containerName(`${row.label}_${fileName(row.item.original.path)}`, longestName)
  const groups = [...new Set(rows.map(({ group }) => group.id))]
  if (groups.length < 2) return name
  const number = String(groups.indexOf(row.group.id) + 1).padStart(2, '0')
  return `${containerName(`${number}_${row.group.name}`, longestName)}/${name}`
}

/** Copies an original and compares its digest with the one of its taking in. Throws Failure content.damaged. */
async function copyOriginal(
  services: Services,
  item: Item,
  sink: FileSink,
  job: JobHandle,
  bytesBefore: number,
): Promise<void> {
  const name = fileName(item.original.path)
  const reader = await services.session.register().contents.open(item.contentId)
  const hash = await wasmHashing.create('sha256')
  let done = 0
  for await (const chunk of reader.stream()) {
    job.signal.throwIfAborted()
    hash.update(chunk)
    await sink.write(chunk)
    done += chunk.length
    job.report({ bytesDone: bytesBefore + done })
  }
  if (hexOf(hash.digest()) !== item.original.sha256) throw new Failure('content.damaged', { name })
}
