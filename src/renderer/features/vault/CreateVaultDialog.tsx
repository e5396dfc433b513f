import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import type { RecoverySheet } from '../../register/session.ts'
import { useServices } from '../../services.ts'
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx'
import { useWork } from './use-work.ts'

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
    <Modal
      open
      title={t('createTitle')}
      width={480}
      mask={{ closable: false }}
      closable={false}
      keyboard={!work.busy}
      onCancel={onDecline}
      footer={
        <>
          <Button onClick={onDecline} disabled={work.busy}>
            {t('later')}
          </Button>
          <Button type="primary" onClick={submit} loading={work.busy}>
            {work.busy ? t('creating') : t('createDo')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('createText')}</p>
        <NewPassphrase form={form} label={t('passphrase')} onEnter={submit} autoFocus disabled={work.busy} />
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
