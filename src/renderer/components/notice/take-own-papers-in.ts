import { Failure } from '../../../shared/contract/failure.ts'
import { blankDetails } from '../../../shared/domain/case-draft.ts'
import { titleOfFile } from '../../../shared/domain/item-titles.ts'
import { withOwnGroup } from '../../../shared/domain/own-papers.ts'
import { isAbort } from '../../app/error-details.ts'
import type { JobHandle } from '../../engine-host/jobs.ts'
import type { PickedFile } from '../../platform/platform.ts'
import type { Services } from '../../services.ts'
import { type Scan, takeScanIn } from '../papers/take-scan-in.ts'

/** What became of files that were to be kept with a case. */
export interface TakenOwnPapers {
  /** Ids of the items that came in, and of those that were there already. */
  readonly ids: readonly string[]
  readonly added: number
  readonly failures: readonly unknown[]
}

/**
 * Takes the notice, its envelope or a letter into a case as items that are not handed in, one step of the history all
 * together. One that fails does not stop the others; stopping keeps nothing.
 */
export async function takeOwnPapersIn(
  services: Services,
  caseId: string,
  files: readonly PickedFile[],
  job: JobHandle,
): Promise<TakenOwnPapers> {
  const register = services.session.register()
  const scans: Scan[] = []
  const failures: unknown[] = []
  const bytesTotal = files.reduce((sum, { file }) => sum + file.size, 0)
  let bytesBefore = 0
  job.report({ done: 0, total: files.length, bytesTotal, bytesDone: 0 })
  for (const [index, picked] of files.entries()) {
    try {
      job.signal.throwIfAborted()
      const report = (done: number) => job.report({ bytesDone: bytesBefore + done })
      scans.push(await takeScanIn(services, picked, job.signal, report))
    } catch (error) {
      if (isAbort(error)) throw error
      failures.push(error)
    }
    bytesBefore += picked.file.size
    job.report({ done: index + 1, bytesDone: bytesBefore })
  }
  let known: readonly string[] = []
  const added = await register.items.compose(
    caseId,
    ({ draft: before, items }) => {
      const { draft, groupId } = withOwnGroup(before, services.newId)
      const own = new Set(draft.groups.filter(({ set }) => set === 'own').map(({ id }) => id))
      const kept = items.filter((item) => !item.trashed && own.has(item.groupId))
      known = kept.filter((item) => scans.some((one) => one.contentId === item.contentId)).map(({ id }) => id)
      const fresh = scans.filter(
        (one, index) =>
          !kept.some((item) => item.contentId === one.contentId) &&
          scans.findIndex((other) => other.contentId === one.contentId) === index,
      )
      const { maxItems } = services.limits
      if (items.filter((item) => !item.trashed).length + fresh.length > maxItems)
        throw new Failure('intake.case-full', { name: fresh[0]?.original.path ?? '', limit: maxItems })
      if (fresh.length === 0) return undefined
      return {
        draft,
        added: fresh.map((one) => ({
          ...one,
          groupId,
          details: blankDetails(titleOfFile(one.original.path)),
        })),
      }
    },
    { kind: 'item.add' },
  )
  return { ids: [...added, ...known], added: added.length, failures }
}
