import { useTranslation } from 'react-i18next'
import type { HolderProfile } from '../../../shared/domain/holder-profile.ts'
import { nameOfHolder } from '../../../shared/domain/holder-profile.ts'
import { blankPaper } from '../../../shared/domain/standing-paper.ts'
import { useNotify } from '../../app/notify.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import { takePapersIn } from './take-papers-in.ts'

/** Ways to new standing papers of a holder; each tells how it ended. `onAdded` hears the id of the last new paper. */
export function useAddPapers(holder: HolderProfile, onAdded: (id: string) => void) {
  const { t } = useTranslation('library')
  const services = useServices()
  const notify = useNotify()
  const { session, jobs, newId } = services

  const takeIn = async ({ files }: GatheredFiles) => {
    if (files.length === 0 || !(await session.whenStorable())) return
    const { added, known, failures } = await jobs.run('take-in', nameOfHolder(holder), (job) =>
      takePapersIn(services, holder.id, files, job),
    )
    const last = added.at(-1)
    if (last) onAdded(last.id)
    for (const failure of failures) notify.failure(failure)
    if (added.length === 0 && known === 0) return
    const text = [
      ...(failures.length > 0
        ? [t('takenInSome', { count: added.length, left: failures.length })]
        : added.length > 0
          ? [t('takenIn', { count: added.length })]
          : []),
      ...(known > 0 ? [t('takenInKnown', { count: known })] : []),
    ].join('\n')
    notify({
      text,
      kind: failures.length > 0 ? 'warning' : added.length > 0 ? 'done' : 'info',
      ...(added.length > 0
        ? {
            action: {
              label: t('undo'),
              run: () =>
                session
                  .register()
                  .papers.remove(added.map(({ id }) => id))
                  .catch(notify.failure),
            },
          }
        : {}),
    })
  }
  return {
    /** Takes files in; asks for a passphrase first where there is none. */
    addFiles: (files: Promise<GatheredFiles>) => void files.then(takeIn).catch(notify.failure),
    /** Records a paper that is not scanned. */
    addBlank: () => {
      const paper = blankPaper(newId(), holder.id, 'other', t('newPaper'))
      void session
        .register()
        .papers.add([paper])
        .then(() => onAdded(paper.id))
        .catch(notify.failure)
    },
  }
}
