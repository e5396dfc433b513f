import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { caseFolderName } from '../../case-folder/save-case-folder.ts'
import { useServices } from '../../services.ts'
import { buildCommand } from './build-command.ts'
import { saveNewest } from './save-newest.ts'

/** Cases that are being saved in this window. */
const underWay = new Set<string>()

/**
 * Saves a case as a case folder where the person chooses, as a job. Says when it is done, where it is, what in it is not
 * valid yet, and with which command the bundle is made of it. Throws nothing: failures are shown.
 */
export function useSaveFolder(): (caseId: string) => Promise<void> {
  const { t } = useTranslation('cases')
  const { session, platform, jobs } = useServices()
  const [, go] = useLocation()
  const notify = useNotify()

  const save = async (caseId: string) => {
    const stored = await session.register().cases.get(caseId)
    if (!stored) return
    // Asked before the job waits its turn: the browser wants the click to be fresh.
    const folder = await platform.saveFolder(caseFolderName(stored.draft))
    if (!folder) return
    const name = stored.draft.brand?.trim() || stored.draft.caseCode
    const saved = await jobs
      .run('save-folder', name, (job) => saveNewest(session, caseId, folder, job))
      .catch(async (error: unknown) => {
        await folder.abort()
        throw error
      })
    if (!saved) {
      notify({ text: t('savedNothing', { name }), kind: 'warning' })
      return
    }
    const invalid = saved.findings.length
    const command = buildCommand(folder.name, saved.hasGaps)
    const copyCommand = async () => {
      if (await copyText(command)) notify({ text: t('commandCopied'), kind: 'done', seconds: 3 })
    }
    const reveal = () => platform.reveal?.(folder).catch(notify.failure)
    notify({
      text: [
        t('savedFolder', { name: folder.name, count: saved.items }),
        ...(invalid > 0 ? [t('savedFolderInvalid', { count: invalid })] : []),
      ].join('\n'),
      kind: invalid > 0 ? 'warning' : 'done',
      ...(invalid > 0 ? { seconds: 60 } : {}),
      action:
        invalid > 0
          ? { label: t('openCase'), run: () => go(`/cases/${caseId}/overview`) }
          : { label: t('copyCommand'), run: copyCommand, stays: true },
      ...(platform.reveal ? { second: { label: t('reveal'), run: reveal, stays: true } } : {}),
    })
  }
  return async (caseId) => {
    // A second click while the place is asked for, or the job waits or runs, is the same wish.
    if (underWay.has(caseId)) return
    underWay.add(caseId)
    try {
      await save(caseId)
    } catch (error) {
      notify.failure(error)
    } finally {
      underWay.delete(caseId)
    }
  }
}
