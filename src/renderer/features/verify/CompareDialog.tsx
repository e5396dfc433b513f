import { Button, Input, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { FormField } from '../../components/FormField.tsx'
import { useServices } from '../../services.ts'
import { compareFingerprint, type Comparison } from './compare-fingerprint.ts'
import { Fingerprint } from './Fingerprint.tsx'
import type { Trust } from './use-trust.ts'
import styles from './verify.module.css'

interface CompareDialogProps {
  readonly signerName: string
  readonly certificateSha256: string
  readonly certificate: Uint8Array<ArrayBuffer>
  readonly trust: Trust
  readonly onClose: () => void
}

/** Compares the fingerprint with the one on paper, typed from there; a match may be kept. */
export function CompareDialog(props: CompareDialogProps) {
  const { signerName, certificateSha256, certificate, trust, onClose } = props
  const { t } = useTranslation('verify')
  const { engine } = useServices()
  const notify = useNotify()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [label, setLabel] = useState(signerName)
  const [outcome, setOutcome] = useState<Comparison>()
  const matches = outcome === 'match'
  const isKnown = trust.isTrusted(certificateSha256)
  const check = (event: FormEvent) => {
    event.preventDefault()
    setOutcome(compareFingerprint(certificateSha256, first, last))
  }
  const keep = async () => {
    try {
      const [read] = await engine.readCertificates(certificate.slice())
      if (read && (await trust.add(read, label.trim() || signerName, 'printed-sheet'))) onClose()
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <Modal open width={640} title={t('compare.title')} footer={null} onCancel={onClose}>
      <div className="stack">
        <p>{t('compare.how')}</p>
        <div role="group" aria-label={t('compare.shown')} className={styles.compared}>
          <Fingerprint
            hex={certificateSha256}
            {...(matches
              ? {}
              : {
                  hidden: { words: t('compare.hidden'), at: (index: number) => index === 0 || index === 7 },
                })}
          />
        </div>
        <form className={styles.compareForm} onSubmit={check}>
          <FormField
            label={t('compare.first')}
            error={outcome === 'wrong-first' ? t('compare.wrongForm') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                autoFocus
                className="mono"
                maxLength={100}
                value={first}
                onChange={(event) => {
                  setFirst(event.target.value)
                  setOutcome(undefined)
                }}
              />
            )}
          </FormField>
          <FormField
            label={t('compare.last')}
            error={outcome === 'wrong-last' ? t('compare.wrongForm') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                className="mono"
                maxLength={40}
                value={last}
                onChange={(event) => {
                  setLast(event.target.value)
                  setOutcome(undefined)
                }}
              />
            )}
          </FormField>
          <Button htmlType="submit" type={matches ? 'default' : 'primary'}>
            {t('compare.check')}
          </Button>
        </form>
        <div role="status">
          {matches && (
            <p className={styles.outcome} data-tone="good">
              {t('compare.match')}
            </p>
          )}
        </div>
        <div role="alert">
          {outcome === 'differs' && (
            <p className={styles.outcome} data-tone="bad">
              {t('compare.differs')}
            </p>
          )}
        </div>
        {matches && isKnown && <p>{t('compare.known')}</p>}
        {matches && !isKnown && (
          <FormField label={t('compare.label')} help={t('compare.labelHelp')}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={label}
                onChange={(event) => setLabel(event.target.value)}
              />
            )}
          </FormField>
        )}
        <div className="row">
          {matches && !isKnown && (
            <Button type="primary" disabled={trust.readOnly} onClick={() => void keep()}>
              {t('compare.trust')}
            </Button>
          )}
          <Button onClick={onClose}>{t('compare.close')}</Button>
        </div>
      </div>
    </Modal>
  )
}
