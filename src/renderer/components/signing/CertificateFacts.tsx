import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { identityState } from '../../../shared/domain/signing-identity.ts'
import type { IdentityFacts } from '../../engine-host/engine.ts'
import { localDate } from '../../i18n/formats.ts'
import { Fingerprint } from './Fingerprint.tsx'
import styles from './signing.module.css'
import { useStateWords } from './use-state-words.ts'

interface CertificateFactsProps {
  readonly of: Omit<IdentityFacts, 'certificate'>
  readonly now: Date
  /** Further terms and their descriptions. */
  readonly children?: ReactNode
}

/** Whom a certificate names, who issued it, its key, its days, its fingerprint. */
export function CertificateFacts({ of, now, children }: CertificateFactsProps) {
  const { t } = useTranslation('identity')
  const words = useStateWords()
  const { days } = words(identityState(of, now))
  const range = { from: localDate(new Date(of.notBefore)), to: localDate(new Date(of.notAfter)) }
  return (
    <dl className={styles.facts}>
      <dt>{t('subject')}</dt>
      <dd>
        {of.organisation === undefined
          ? of.subjectName
          : t('subjectOf', { name: of.subjectName, organisation: of.organisation })}
      </dd>
      <dt>{t('issuer')}</dt>
      <dd>{of.selfSigned ? t('selfMade') : t('issuedBy', { issuer: of.issuerName })}</dd>
      <dt>{t('keyType')}</dt>
      <dd>{of.keyType}</dd>
      <dt>{t('valid')}</dt>
      <dd>{days === undefined ? t('validFromTo', range) : t('validFromToDays', { ...range, days })}</dd>
      <dt>{t('fingerprint')}</dt>
      <dd>
        <Fingerprint sha256={of.certificateSha256} />
      </dd>
      {children}
    </dl>
  )
}
