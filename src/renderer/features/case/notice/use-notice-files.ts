import { useTranslation } from 'react-i18next'
import { isHandedIn } from '../../../../shared/domain/evidence-item.ts'
import { useNotify } from '../../../app/notify.ts'
import { takeOwnPapersIn } from '../../../components/notice/take-own-papers-in.ts'
import type { PickedFile } from '../../../platform/platform.ts'
import type { Item } from '../../../register/register.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork } from '../case-context.ts'

/** The own papers of the case, the notice among them, and how more come in. `onTaken` hears the first id. */
export function useNoticeFiles(onTaken: (id: string) => void) {
  const { t } = useTranslation('notice')
  const services = useServices()
  const notify = useNotify()
  const { case: stored, items, editor } = useCaseWork()
  const own = new Set(stored.draft.groups.filter((group) => !isHandedIn(group)).map(({ id }) => id))
  const files: readonly Item[] = items.filter((item) => !item.trashed && own.has(item.groupId))

  const take = async (picked: readonly PickedFile[]) => {
    const { session, jobs } = services
    if (picked.length === 0 || !(await session.whenStorable())) return
    // What is typed is stored first: both write the case.
    await editor.settled()
    const { ids, added, failures } = await jobs.run('take-in', stored.draft.caseCode, (job) =>
      takeOwnPapersIn(services, stored.id, picked, job),
    )
    for (const failure of failures) notify.failure(failure)
    const [first] = ids
    if (first === undefined) return
    onTaken(first)
    notify({
      kind: added > 0 ? 'done' : 'info',
      text: added > 0 ? t('taken', { count: added }) : t('known'),
      ...(added > 0
        ? {
            action: {
              label: t('undo'),
              run: () =>
                session
                  .register()
                  .items.setTrashed(stored.id, ids.slice(0, added), true)
                  .catch(notify.failure),
            },
          }
        : {}),
    })
  }
  return {
    files,
    /** Takes files in; asks for a passphrase first where there is none. */
    take: (picked: readonly PickedFile[]) => void take(picked).catch(notify.failure),
  }
}
