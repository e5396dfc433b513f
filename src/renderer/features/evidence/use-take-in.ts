import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import type { EvidenceSet } from '../../../shared/domain/evidence-item.ts'
import { setOfFile } from '../../../shared/domain/item-titles.ts'
import { withGroup } from '../../../shared/domain/own-papers.ts'
import { useNotify } from '../../app/notify.ts'
import { isAbort } from '../../app/error-details.ts'
import type { GatheredFiles, LeftOut, PickedFile } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import { askAbove, byFolder, type DropShape, shapeOf } from './intake-plan.ts'
import { mustBeRead, takeInDesk } from './take-in-desk.ts'
import { takeFilesIn, type TakeInReport, type WantedFile } from './take-in-run.ts'
import type { Evidence } from './use-evidence.ts'

/** Files that wait for an answer: how many there are, and whether folders become groups. */
export interface TakeInQuestion {
  readonly shape: DropShape
  /** Undefined: by the names of the files. */
  readonly groupName: string | undefined
  /** More groups than a case may have cannot be made. */
  readonly foldersFit: boolean
  readonly answer: (groups: 'from-folders' | 'one') => void
  readonly cancel: () => void
}

const mostGroups = 99

/** Taking files into a case: the limit, the question, the passphrase, the job, and the end of it. */
export function useTakeIn(evidence: Evidence | undefined, caseId: string) {
  const services = useServices()
  const { t } = useTranslation('evidence')
  const notify = useNotify()
  const [question, setQuestion] = useState<TakeInQuestion>()
  const desk = takeInDesk(services.jobs)

  const tell = useCallback(
    (report: TakeInReport) => {
      const left = report.failed.length
      if (mustBeRead(report)) desk.add(report)
      if (report.added.length === 0 && !report.cancelled) return
      const systemFiles = report.leftOut.filter(({ why }) => why === 'system').length
      const ended = report.cancelled
        ? t('takeIn.stopped', { count: report.added.length, total: report.total })
        : left > 0
          ? t('takeIn.doneSome', { count: report.added.length, left })
          : t('takeIn.done', { count: report.added.length })
      const text = systemFiles > 0 ? ended + t('takeIn.systemFiles', { count: systemFiles }) : ended
      notify({
        kind: report.cancelled || left > 0 ? 'warning' : 'done',
        text,
        ...(report.added.length > 0
          ? {
              action: {
                label: t('undo'),
                run: async () => {
                  try {
                    await services.session.register().items.setTrashed(caseId, report.added, true)
                  } catch (error) {
                    notify.failure(error)
                  }
                },
              },
            }
          : {}),
      })
    },
    [caseId, desk, notify, services, t],
  )

  const run = useCallback(
    async (files: readonly WantedFile[], leftOut: readonly LeftOut[]) => {
      try {
        const subject = evidence?.case.draft.caseCode ?? ''
        let stopped: TakeInReport | undefined
        try {
          tell(
            await services.jobs.run('take-in', subject, async (job) => {
              const report = await takeFilesIn(services, caseId, files, leftOut, job)
              if (!report.cancelled) return report
              stopped = report
              throw new DOMException('stopped', 'AbortError')
            }),
          )
        } catch (error) {
          if (stopped && isAbort(error)) tell(stopped)
          else throw error
        }
      } catch (error) {
        notify.failure(error)
      }
    },
    [caseId, evidence?.case.draft.caseCode, notify, services, tell],
  )

  const begin = async (
    files: readonly PickedFile[],
    leftOut: readonly LeftOut[],
    groupId: string | undefined,
    groups: 'from-folders' | 'one',
  ) => {
    try {
      if (!(await services.session.whenStorable())) return
      const wanted = await placed(files, groupId, groups)
      await run(wanted, leftOut)
    } catch (error) {
      notify.failure(error)
    }
  }

  /** Gives every file a group, making those that are not there yet. */
  const placed = async (
    files: readonly PickedFile[],
    groupId: string | undefined,
    groups: 'from-folders' | 'one',
  ): Promise<readonly WantedFile[]> => {
    const register = services.session.register()
    const now = (await register.cases.get(caseId))?.draft.groups ?? []
    const made: { id: string; set: 'evidence'; name: string }[] = []
    const named = (name: string): string => {
      const known = [...now.filter((group) => group.set === 'evidence'), ...made].find(
        (group) => group.name === name,
      )
      if (known) return known.id
      const group = { id: services.newId(), set: 'evidence' as const, name: name.slice(0, 500) }
      made.push(group)
      return group.id
    }
    const chosen = now.find((group) => group.id === groupId)?.id
    const ofSet = (set: EvidenceSet) => now.findLast((group) => group.set === set)?.id
    // Without a chosen group the file's name says whether it is a paper about somebody's identity.
    const target = (path: string) =>
      chosen ?? ofSet(setOfFile(path)) ?? ofSet('evidence') ?? named(t('group.firstName'))
    const wanted = byFolder(files).map(({ picked, folder }) => ({
      picked,
      groupId: groups === 'from-folders' && folder !== undefined ? named(folder) : target(picked.path),
    }))
    if (made.length > 0) {
      await register.cases.edit(caseId, (draft) => made.reduce(withGroup, draft), { kind: 'group.add' })
    }
    return wanted
  }

  /** Takes in what was chosen, dropped or pasted; asks first when that is much, or whole folders. */
  const offer = (gathered: GatheredFiles, groupId: string | undefined) => {
    if (!evidence || evidence.readOnly) return
    const { files, leftOut } = gathered
    if (files.length === 0) {
      if (leftOut.length > 0)
        notify({ kind: 'info', text: t('takeIn.onlyLeftOut', { count: leftOut.length }) })
      return
    }
    const limit = services.limits.maxItems
    // Files that are in the case already do not count; how many they are is known once they are read.
    if (files.length > limit) {
      notify.failure(new Failure('intake.too-many', { count: files.length, limit }))
      return
    }
    const shape = shapeOf(files)
    if (files.length <= askAbove && shape.folders.length === 0) {
      void begin(files, leftOut, groupId, 'one')
      return
    }
    const group = evidence.groups.find((each) => each.id === groupId)
    setQuestion({
      shape,
      groupName: group ? group.name || t('group.unnamed') : undefined,
      foldersFit: evidence.groups.length + shape.folders.length <= mostGroups,
      answer: (groups) => {
        setQuestion(undefined)
        void begin(files, leftOut, groupId, groups)
      },
      cancel: () => setQuestion(undefined),
    })
  }
  return { offer, question, retry: run, desk }
}
