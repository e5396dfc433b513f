import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { CertificateFacts } from '../../components/signing/CertificateFacts.tsx'
import type { WrappedIdentity } from '../../engine-host/engine.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import { BackupStep } from './BackupStep.tsx'
import { NewIdentityStep } from './NewIdentityStep.tsx'
import { StepFrame } from './StepFrame.tsx'
import { WhatItProves } from './WhatItProves.tsx'

type Step =
  | { readonly kind: 'form' }
  | { readonly kind: 'backup'; readonly made: WrappedIdentity }
  | { readonly kind: 'done'; readonly identity: StoredIdentity; readonly savedAs: string }

/**
 * Makes an identity: first its key, then a backup outside of the register, and only then a place in it. Given up before
 * that, nothing is stored.
 */
export function MakeIdentityDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('identity')
  const notify = useNotify()
  const [step, setStep] = useState<Step>({ kind: 'form' })
  const giveUp = (leftBehind: boolean) => {
    onClose()
    if (!leftBehind) notify({ text: t('notMade'), kind: 'info' })
  }
  // What was made may not go by a slip: only a button gives it up.
  const isFirm = step.kind === 'backup'
  return (
    <Modal
      open
      title={t('makeTitle')}
      width={560}
      footer={null}
      mask={{ closable: false }}
      closable={!isFirm}
      keyboard={!isFirm}
      onCancel={onClose}
    >
      {step.kind === 'form' && (
        <NewIdentityStep onMade={(made) => setStep({ kind: 'backup', made })} onCancel={onClose} />
      )}
      {step.kind === 'backup' && (
        <BackupStep
          made={step.made}
          onStored={(identity, savedAs) => setStep({ kind: 'done', identity, savedAs })}
          onGiveUp={giveUp}
        />
      )}
      {step.kind === 'done' && <DoneStep identity={step.identity} savedAs={step.savedAs} onClose={onClose} />}
    </Modal>
  )
}

interface DoneStepProps {
  readonly identity: StoredIdentity
  readonly savedAs: string
  readonly onClose: () => void
}

function DoneStep({ identity, savedAs, onClose }: DoneStepProps) {
  const { t } = useTranslation('identity')
  const { now } = useServices()
  return (
    <StepFrame
      heading={t('madeTitle')}
      foot={
        <Button type="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <p>{t('madeText', { name: savedAs })}</p>
      <CertificateFacts of={identity} now={now()} />
      <WhatItProves level={4} />
    </StepFrame>
  )
}
