import { useTranslation } from 'react-i18next'
import { gapsOf } from '../../../shared/domain/case-gaps.ts'
import { recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { caseFolderName, saveCaseFolder } from '../../case-folder/save-case-folder.ts'
import { useServices } from '../../services.ts'
import { buildCommand } from './build-command.ts'

/**
 * Saves a case as a case folder where the person chooses, as a job. Says when it is done, where it is and with which
 * command the bundle is made of it. Throws nothing: failures are shown.
 */
export function useSaveFolder(): (caseId: string) => Promise<void> {
  const { t } = useTranslation('cases')
  const { session, platform, jobs } = useServices()
  const notify = useNotify()

  const save = async (caseId: string) => {
    const register = session.register()
    const [stored, items] = await Promise.all([register.cases.get(caseId), register.items.ofCase(caseId)])
    if (!stored) return
    const { draft } = stored
    // Asked before the job waits its turn: the browser wants the click to be fresh.
    const folder = await platform.saveFolder(caseFolderName(draft))
    if (!folder) return
    const { contents } = register
    const name = draft.brand?.trim() || draft.caseCode
    await jobs
      .run('save-folder', name, (job) => saveCaseFolder({ draft, items, contents, folder }, job))
      .catch(async (error: unknown) => {
        await folder.abort()
        throw error
      })
    const kept = items.filter((item) => !item.trashed)
    const record = recordOfDraft(draft, (group) =>
      kept.filter((item) => item.groupId === group.id).map((item) => ({ ...item.details, file: item.id })),
    )
    const command = buildCommand(folder.name, gapsOf(record).length > 0)
    notify({
      text: t('savedFolder', { name: folder.name, count: kept.length }),
      kind: 'done',
      ...(platform.reveal
        ? { action: { label: t('reveal'), run: () => platform.reveal?.(folder).catch(notify.failure) } }
        : {}),
    })
    notify({
      text: t('savedFolderCommand', { command }),
      kind: 'info',
      seconds: 30,
      action: {
        label: t('copyCommand'),
        run: async () => {
          if (await copyText(command)) notify({ text: t('commandCopied'), kind: 'done', seconds: 3 })
        },
      },
    })
  }
  return async (caseId) => {
    try {
      await save(caseId)
    } catch (error) {
      notify.failure(error)
    }
  }
}
