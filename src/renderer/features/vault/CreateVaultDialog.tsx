import { useTranslation } from 'react-i18next'
import type { RecoverySheet } from '../../register/session.ts'
import { useServices } from '../../services.ts'
import { NewPassphrase, useNewPassphrase } from '../../components/passphrase/NewPassphrase.tsx'
import { useWork } from '../../components/use-work.ts'
import { PassphraseDialog } from '../../components/passphrase/PassphraseDialog.tsx'

interface CreateVaultDialogProps {
  readonly onMade: (sheet: RecoverySheet) => void
  readonly onDecline: () => void
}

/** Asks for the passphrase that everything will be stored under, and makes the vault. */
export function CreateVaultDialog({ onMade, onDecline }: CreateVaultDialogProps) {
  const { t } = useTranslation('vault')
  const { session } = useServices()
  const form = useNewPassphrase()
  const work = useWork()
  const submit = () =>
    void work.run(async () => {
      const passphrase = await form.check()
      if (passphrase !== undefined) onMade(await session.createVault(passphrase))
    })
  return (
    <PassphraseDialog
      title={t('createTitle')}
      text={t('createText')}
      work={work}
      submitText={work.busy ? t('creating') : t('createDo')}
      cancelText={t('later')}
      onSubmit={submit}
      onCancel={onDecline}
      firm
    >
      <NewPassphrase form={form} label={t('passphrase')} onEnter={submit} autoFocus disabled={work.busy} />
    </PassphraseDialog>
  )
}
