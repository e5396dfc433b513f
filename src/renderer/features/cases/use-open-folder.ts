import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useNotify } from '../../app/notify.ts'
import { caseFoldersIn, type CaseFolderFiles } from '../../case-folder/case-folder-files.ts'
import { inspectCaseFolder } from '../../case-folder/inspect-case-folder.ts'
import { openCaseFolder } from '../../case-folder/open-case-folder.ts'
import { droppedFiles } from '../../platform/dropped-files.ts'
import { pickFolder } from '../../platform/pick-files.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import { openingDesk } from './opening-desk.ts'

/** Opens case folders that were chosen or dropped, as jobs. What the person must decide goes to the desk. */
export function useOpenFolder() {
  const { t } = useTranslation('cases')
  const { session, engine, jobs, limits, newId } = useServices()
  const [, go] = useLocation()
  const notify = useNotify()
  const desk = openingDesk(jobs)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const ask = (...question: Parameters<typeof desk.ask>) => {
    if (!here.current) {
      notify({
        text: t('waitsForAnswer', { name: question[0].folder }),
        kind: 'warning',
        seconds: 60,
        action: { label: t('answer'), run: () => go('/cases') },
      })
    }
    return desk.ask(...question)
  }

  /** `alone`: the person waits for this one case, and is led to it. */
  const openOne = async (folder: CaseFolderFiles, alone: boolean): Promise<void> => {
    const inspected = await inspectCaseFolder(folder)
    if (!inspected.ok) {
      await ask({ id: newId(), kind: 'refused', folder: folder.name, findings: inspected.findings })
      return
    }
    const { record } = inspected
    const known = (await session.register().cases.summaries()).find(
      ({ caseCode, state }) => caseCode === record.caseCode && state !== 'trashed',
    )
    if (known) {
      const { id: caseId, caseCode } = known
      const question = { id: newId(), kind: 'known', folder: folder.name, findings: [] } as const
      if (!(await ask({ ...question, known: { caseId, caseCode } }))) return
    }
    if (!(await session.whenStorable())) return
    const opened = await jobs.run('open-folder', folder.name, (job) =>
      openCaseFolder(
        inspected,
        {
          register: session.register(),
          takeIn: (file, path, control) => engine.takeIn(file, path, control),
          newId,
          maxItems: limits.maxItems,
          goWithout: (findings) =>
            ask({ id: newId(), kind: 'lost', folder: folder.name, findings }, job.signal),
        },
        job,
      ),
    )
    if (!opened) return
    if (inspected.notes.length > 0) {
      void ask({ id: newId(), kind: 'opened', folder: folder.name, findings: inspected.notes })
    }
    const goThere = () => go(`/cases/${opened.caseId}/overview`)
    const staysHere = !alone || !here.current || desk.questions().length > 0
    notify({
      text: t('opened', { name: record.brand?.trim() || record.caseCode }),
      kind: 'done',
      ...(staysHere ? { action: { label: t('openCase'), run: goThere } } : {}),
    })
    if (!staysHere) goThere()
  }

  const openAll = async (gathering: Promise<GatheredFiles>) => {
    try {
      const { files, leftOut } = await gathering
      const folders = caseFoldersIn(files)
      if (folders.length === 0 && files.length + leftOut.length > 0) {
        notify({ text: t('notAFolder'), kind: 'warning' })
      }
      for (const folder of folders) await openOne(folder, folders.length === 1)
    } catch (error) {
      notify.failure(error)
    }
  }
  return {
    pick: () => void openAll(pickFolder()),
    /** Must be called while the drop is handled. */
    openDropped: (data: DataTransfer) => void openAll(droppedFiles(data)),
  }
}
