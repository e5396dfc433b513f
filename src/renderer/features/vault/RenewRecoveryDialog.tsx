import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecoverySheet } from '../../register/session.ts'
import { useServices } from '../../services.ts'
import { PassphraseField } from '../../components/passphrase/PassphraseField.tsx'
import { useWork } from '../../components/use-work.ts'
import { PassphraseDialog } from '../../components/passphrase/PassphraseDialog.tsx'

interface RenewRecoveryDialogProps {
  readonly onMade: (sheet: RecoverySheet) => void
  readonly onClose: () => void
}

/** Makes a new recovery code, after the passphrase; the old one stops working. */
export function RenewRecoveryDialog({ onMade, onClose }: RenewRecoveryDialogProps) {
  const { t } = useTranslation('vault')
  const { session } = useServices()
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState(false)
  const work = useWork()
  const submit = () => {
    setMissing(!passphrase)
    if (passphrase) void work.run(async () => onMade(await session.renewRecovery(passphrase)))
  }
  return (
    <PassphraseDialog
      title={t('renewTitle')}
      text={t('renewText')}
      work={work}
      submitText={t('renewDo')}
      cancelText={t('cancel')}
      onSubmit={submit}
      onCancel={onClose}
      light
    >
      <PassphraseField
        label={t('currentPassphrase')}
        required
        error={missing ? t('passphraseMissing') : undefined}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value)
          setMissing(false)
        }}
        onEnter={submit}
      />
    </PassphraseDialog>
  )
}
