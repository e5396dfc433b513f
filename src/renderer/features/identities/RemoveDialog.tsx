import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { ConfirmTyped } from '../../components/ConfirmTyped.tsx'
import { localDate } from '../../i18n/formats.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'

interface RemoveDialogProps {
  readonly identity: StoredIdentity
  readonly onClose: () => void
}

/** Takes an identity out of the register for ever, once its loss is understood. */
export function RemoveDialog({ identity, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('identity')
  const { session } = useServices()
  const notify = useNotify()
  const remove = async () => {
    onClose()
    try {
      await session.register().identities.remove(identity.id)
      notify({ text: t('removed', { label: identity.label }) })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <ConfirmTyped
      title={t('removeTitle', { label: identity.label })}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <p>{t('removeText')}</p>
      <p>{t('removeBackup', { date: localDate(new Date(identity.backedUpAt)) })}</p>
    </ConfirmTyped>
  )
}
