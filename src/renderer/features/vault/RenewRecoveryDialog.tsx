import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import type { RecoverySheet } from '../../register/session.ts'
import { useServices } from '../../services.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { useWork } from './use-work.ts'

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
    <Modal
      open
      title={t('renewTitle')}
      width={480}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={work.busy}>
            {t('cancel')}
          </Button>
          <Button type="primary" onClick={submit} loading={work.busy}>
            {t('renewDo')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('renewText')}</p>
        <FormField
          label={t('currentPassphrase')}
          required
          error={missing ? t('passphraseMissing') : undefined}
        >
          {(control) => (
            <PassphraseInput
              control={control}
              value={passphrase}
              onChange={(value) => {
                setPassphrase(value)
                setMissing(false)
              }}
              onEnter={submit}
              autoFocus
            />
          )}
        </FormField>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
