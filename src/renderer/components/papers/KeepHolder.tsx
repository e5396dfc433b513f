import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useNotify } from '../../app/notify.ts'
import type { CaseDraft } from '../../../shared/domain/case-draft.ts'
import { isSameHolder, nameOfHolder, profileOfHolder } from '../../../shared/domain/holder-profile.ts'
import { useServices } from '../../services.ts'
import { useWork } from '../use-work.ts'
import { useLibrary } from './use-library.ts'

/** Keeps a right holder of a case in the library, or leads to the profile where it is kept already. */
export function KeepHolder({
  draft,
  index,
  readOnly,
}: {
  readonly draft: CaseDraft
  readonly index: number
  readonly readOnly: boolean
}) {
  const { t } = useTranslation('library')
  const { session, newId } = useServices()
  const [, go] = useLocation()
  const notify = useNotify()
  const work = useWork()
  const library = useLibrary()
  const holder = draft.rightHolders[index]
  if (!holder || !library || nameOfHolder(holder) === '') return null
  const kept = library.holders.find((one) => !one.isDamaged && isSameHolder(one, holder))
  if (kept) {
    return (
      <div>
        <Button type="link" size="small" onClick={() => go(`/holders/${kept.id}`)}>
          {t('inLibrary')}
        </Button>
      </div>
    )
  }
  if (readOnly) return null
  const keep = () =>
    void work.run(async () => {
      try {
        const profile = profileOfHolder(holder, draft.rights, draft.brand ?? '', newId())
        await session.register().holders.add(profile)
        notify({
          text: t('keptHolder', { name: nameOfHolder(holder) }),
          kind: 'done',
          action: { label: t('inLibrary'), run: () => go(`/holders/${profile.id}`) },
        })
      } catch (error) {
        notify.failure(error)
      }
    })
  return (
    <div>
      <Button size="small" loading={work.busy} onClick={keep}>
        {t('keepHolder')}
      </Button>
    </div>
  )
}
