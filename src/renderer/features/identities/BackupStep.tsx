import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useWork } from '../../components/use-work.ts'
import type { WrappedIdentity } from '../../engine-host/engine.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { useServices } from '../../services.ts'
import { identityToStore } from './new-identity.ts'
import { StepFrame } from './StepFrame.tsx'
import { useIdentityFiles } from './use-identity-files.ts'

interface BackupStepProps {
  readonly made: WrappedIdentity
  readonly onStored: (identity: StoredIdentity, savedAs: string) => void
  /** `leftBehind`: a backup was saved all the same. */
  readonly onGiveUp: (leftBehind: boolean) => void
}

/** Saves the backup, and then puts the identity into the register; in this order, or not at all. */
export function BackupStep({ made, onStored, onGiveUp }: BackupStepProps) {
  const { t } = useTranslation('identity')
  const { session, newId, now } = useServices()
  const files = useIdentityFiles()
  const announce = useAnnounce()
  const work = useWork()
  const [savedAs, setSavedAs] = useState<string>()
  const [cancelled, setCancelled] = useState(false)
  const submit = () =>
    void work.run(async () => {
      setCancelled(false)
      const name = savedAs ?? (await files.backUp(made.subjectName, made))
      setSavedAs(name)
      if (name === undefined) {
        setCancelled(true)
        announce(t('backupNotYet'), 'assertive')
        return
      }
      const identity = identityToStore(made, 'made', newId(), now())
      await session.register().identities.add(identity)
      onStored(identity, name)
    })
  return (
    <StepFrame
      heading={t('backupTitle')}
      foot={
        <>
          <Button disabled={work.busy} onClick={() => onGiveUp(savedAs !== undefined)}>
            {t('giveUp')}
          </Button>
          <Button type="primary" loading={work.busy} onClick={submit}>
            {savedAs === undefined ? t('backupDo') : t('backupAgain')}
          </Button>
        </>
      }
    >
      <p>{t('backupText', { name: made.subjectName })}</p>
      {work.busy && (
        <p className="quiet" role="status">
          {t('backupBusy')}
        </p>
      )}
      {cancelled && <p className="field-error">{t('backupNotYet')}</p>}
      {work.error !== undefined && savedAs !== undefined && <p>{t('backupNotStored', { name: savedAs })}</p>}
      {work.error !== undefined && <ErrorNotice error={work.error} />}
    </StepFrame>
  )
}
