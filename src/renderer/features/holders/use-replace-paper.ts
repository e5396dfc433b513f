import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { titleOfFile } from '../../../shared/domain/item-titles.ts'
import type { StandingPaper } from '../../../shared/domain/standing-paper.ts'
import { useNotify } from '../../app/notify.ts'
import { replaceInCase, undoIfLast } from '../../components/papers/library-actions.ts'
import { useWork } from '../../components/use-work.ts'
import { pickFiles } from '../../platform/pick-files.ts'
import type { PickedFile } from '../../platform/platform.ts'
import type { CaseSummary } from '../../register/register.ts'
import { useServices } from '../../services.ts'
import { takeScanIn } from '../../components/papers/take-scan-in.ts'

/** The open cases that have the old paper, and what answers the question. */
export interface ReplaceQuestion {
  readonly cases: readonly CaseSummary[]
  readonly answer: (caseIds: readonly string[]) => void
  readonly busy: boolean
}

/** A paper that was replaced, and where the question is still open. */
interface Asked {
  readonly cases: readonly CaseSummary[]
  readonly old: StandingPaper
  readonly by: StandingPaper
}

/**
 * Replaces a paper by a new file: the old one is put away, the new one is like it but for its validity and where its
 * original is. Then asks in which open cases the new one takes the place of the old; others are never touched.
 */
export function useReplacePaper(onReplaced: (id: string) => void) {
  const { t } = useTranslation('library')
  const services = useServices()
  const { session, jobs, newId } = services
  const notify = useNotify()
  const work = useWork()
  const [asked, setAsked] = useState<Asked>()

  const replace = async (paper: StandingPaper, picked: PickedFile) => {
    // Stored as part of the work: whoever waits for it to end may lock the vault then.
    const by = await jobs.run('take-in', paper.name, async (job) => {
      job.report({ total: 1, done: 0, bytesTotal: picked.file.size })
      const scan = await takeScanIn(services, picked, job.signal, (bytesDone) => job.report({ bytesDone }))
      if (scan.contentId === paper.contentId) return undefined
      const { archived: _archived, replacedBy: _replacedBy, ...kept } = paper
      const next: StandingPaper = {
        ...kept,
        ...scan,
        id: newId(),
        // A name that came from the file goes with the file.
        name:
          paper.original && paper.name === titleOfFile(paper.original.path)
            ? titleOfFile(picked.path)
            : paper.name,
        validFrom: '',
        validTo: '',
        lentTo: '',
        lentOn: '',
        archived: false,
      }
      await session.register().papers.replace(paper.id, next)
      return next
    })
    if (!by) {
      notify({ text: t('sameFile'), kind: 'info' })
      return
    }
    const register = session.register()
    notify({ text: t('replacedDone', { name: by.name }), kind: 'done' })
    const [ids, summaries] = await Promise.all([
      register.papers.casesWith(paper.contentId),
      register.cases.summaries(),
    ])
    const cases = summaries.filter(
      ({ id, state, isDamaged }) => state === 'open' && !isDamaged && ids.includes(id),
    )
    if (cases.length === 0) onReplaced(by.id)
    else setAsked({ cases, old: paper, by })
  }

  const inCases = async (caseIds: readonly string[], { old, by }: Asked) => {
    const register = session.register()
    for (const id of caseIds) await replaceInCase(register, id, old, by)
    if (caseIds.length > 0) {
      notify({
        text: t('replacedIn', { count: caseIds.length }),
        kind: 'done',
        action: {
          label: t('undo'),
          run: async () => {
            for (const id of caseIds) await undoIfLast(register, id, 'paper.replace')
          },
        },
      })
    }
    setAsked(undefined)
    onReplaced(by.id)
  }

  const guarded = (run: () => Promise<void>) => () =>
    work.run(async () => {
      try {
        await run()
      } catch (error) {
        notify.failure(error)
      }
    })
  const question: ReplaceQuestion | undefined = asked && {
    cases: asked.cases,
    answer: (caseIds) => void guarded(() => inCases(caseIds, asked))(),
    busy: work.busy,
  }
  return {
    busy: work.busy,
    question,
    /** Asks for the file; must be called while handling a click or key. */
    pick: (paper: StandingPaper) =>
      void pickFiles()
        .then(async ({ files: [file] }) => {
          if (file && (await session.whenStorable())) await guarded(() => replace(paper, file))()
        })
        .catch(notify.failure),
  }
}
