import { titleOfFile } from '../../../shared/domain/item-titles.ts'
import { kindOfFile } from '../../../shared/domain/paper-names.ts'
import { blankPaper, type StandingPaper } from '../../../shared/domain/standing-paper.ts'
import { isAbort } from '../../app/error-details.ts'
import { takeScanIn } from '../../components/papers/take-scan-in.ts'
import type { JobHandle } from '../../engine-host/jobs.ts'
import type { PickedFile } from '../../platform/platform.ts'
import type { Services } from '../../services.ts'

/** What became of files that were to be standing papers. */
export interface TakenPapers {
  readonly added: readonly StandingPaper[]
  /** Files whose content the holder has already. */
  readonly known: number
  readonly failures: readonly unknown[]
}

/**
 * Takes files in as standing papers of a holder, each of the kind its name proposes. One that fails does not stop the
 * others; stopping keeps what is in.
 */
export async function takePapersIn(
  services: Services,
  holderId: string,
  files: readonly PickedFile[],
  job: JobHandle,
): Promise<TakenPapers> {
  const { papers, contents } = services.session.register()
  const present = new Set((await papers.ofHolder(holderId)).map((paper) => paper.contentId))
  const added: StandingPaper[] = []
  const failures: unknown[] = []
  let known = 0
  const bytesTotal = files.reduce((sum, { file }) => sum + file.size, 0)
  let bytesBefore = 0
  job.report({ done: 0, total: files.length, bytesTotal, bytesDone: 0 })
  for (const [index, picked] of files.entries()) {
    const { file, path } = picked
    try {
      job.signal.throwIfAborted()
      const scan = await takeScanIn(services, picked, job.signal, (done) =>
        job.report({ bytesDone: bytesBefore + done }),
      )
      if (present.has(scan.contentId)) known += 1
      else {
        const paper = {
          ...blankPaper(services.newId(), holderId, kindOfFile(path), titleOfFile(path)),
          ...scan,
        }
        try {
          await papers.add([paper])
        } catch (error) {
          // What cannot be removed now is swept at the next start.
          await contents.removeUnused([scan.contentId]).catch(() => undefined)
          throw error
        }
        present.add(scan.contentId)
        added.push(paper)
      }
    } catch (error) {
      if (isAbort(error)) break
      failures.push(error)
    }
    bytesBefore += file.size
    job.report({ done: index + 1, bytesDone: bytesBefore })
  }
  return { added, known, failures }
}
