import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { CertificateFacts } from '../../components/signing/CertificateFacts.tsx'
import { useWork } from '../../components/use-work.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import { pemOf } from './save-identity.ts'
import { useIdentityFiles } from './use-identity-files.ts'

interface CertificateDialogProps {
  readonly identity: StoredIdentity
  readonly onClose: () => void
}

/** The certificate of an identity, to look at, to copy and to give away. */
export function CertificateDialog({ identity, onClose }: CertificateDialogProps) {
  const { t } = useTranslation('identity')
  const { now } = useServices()
  const notify = useNotify()
  const files = useIdentityFiles()
  const work = useWork()
  const pem = pemOf(identity.certificate)
  const copy = async () => {
    const done = await copyText(pem)
    notify(done ? { text: t('pemCopied') } : { text: t('notCopied'), kind: 'warning' })
  }
  return (
    <Modal
      open
      title={t('certificateTitle', { label: identity.label })}
      width={640}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => void copy()}>{t('copyPem')}</Button>
          <Button loading={work.busy} onClick={() => void work.run(() => files.saveCertificate(identity))}>
            {t('saveCertificate')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('certificateText')}</p>
        <CertificateFacts of={identity} now={now()} />
        <pre className="log" tabIndex={0} role="region" aria-label={t('pem')}>
          {pem}
        </pre>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
