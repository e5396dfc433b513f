import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { identityState, weakKeyFindings } from '../../../shared/domain/signing-identity.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { CertificateFacts } from '../../components/signing/CertificateFacts.tsx'
import { IdentityStateMark } from '../../components/signing/IdentityStateMark.tsx'
import { useWork } from '../../components/use-work.ts'
import { localDate } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import styles from './identities.module.css'
import { useIdentityFiles } from './use-identity-files.ts'

interface IdentityCardProps {
  readonly identity: StoredIdentity
  readonly now: Date
  readonly readOnly: boolean
  readonly onRename: () => void
  readonly onCertificate: () => void
  readonly onRemove: () => void
}

/** One identity: how it stands, what its certificate says, what can be done with it. */
export function IdentityCard(props: IdentityCardProps) {
  const { identity, now, readOnly, onRename, onCertificate, onRemove } = props
  const { t } = useTranslation('identity')
  const language = useLanguage()
  const files = useIdentityFiles()
  const work = useWork()
  const id = useId()
  const date = localDate(new Date(identity.backedUpAt))
  // Until another backup is saved, what it was imported from is the only one.
  const isFromFile = identity.origin === 'imported' && identity.backedUpAt === identity.addedAt
  return (
    <article className={styles.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <h3 id={id}>{identity.label}</h3>
        <IdentityStateMark state={identityState(identity, now)} />
      </header>
      <CertificateFacts of={identity} now={now}>
        <dt>{t('backup')}</dt>
        <dd>{isFromFile ? t('fromFile', { date }) : t('backedUp', { date })}</dd>
      </CertificateFacts>
      {weakKeyFindings(identity.keyType, identity.label).map((found) => (
        <p key={found.code} className={styles.doubt}>
          {explainFinding(found, language)}
        </p>
      ))}
      <div className="row">
        <Button
          size="small"
          disabled={readOnly}
          loading={work.busy}
          onClick={() => void work.run(() => files.backUpAgain(identity))}
        >
          {t('saveBackup')}
        </Button>
        <Button size="small" onClick={onCertificate}>
          {t('certificate')}
        </Button>
        <Button size="small" disabled={readOnly} onClick={onRename}>
          {t('rename')}
        </Button>
        <Button size="small" type="text" danger disabled={readOnly} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </article>
  )
}
