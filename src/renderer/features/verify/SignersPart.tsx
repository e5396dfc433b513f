import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { localDate, useFormats } from '../../i18n/formats.ts'
import { pickFiles } from '../../platform/pick-files.ts'
import { useServices } from '../../services.ts'
import { Fingerprint } from './Fingerprint.tsx'
import type { Trust } from './use-trust.ts'
import styles from './verify.module.css'

/** A certificate file is small; what is larger is none. */
const largestCertificates = 1_048_576

/** Who is trusted, why and since when; others are added from certificate files. */
export function SignersPart({ trust }: { readonly trust: Trust }) {
  const { t } = useTranslation('verify')
  const { engine } = useServices()
  const notify = useNotify()
  const add = async () => {
    try {
      const { files } = await pickFiles()
      for (const { file } of files) {
        const bytes = new Uint8Array(await file.slice(0, largestCertificates).arrayBuffer())
        for (const read of await engine.readCertificates(bytes))
          await trust.add(read, read.described.subjectName, 'certificate-file')
      }
    } catch (error) {
      notify.failure(error)
    }
  }
  const addButton = (
    <Button type="primary" disabled={trust.readOnly} onClick={() => void add()}>
      {t('signers.add')}
    </Button>
  )
  return (
    <div className={styles.signers}>
      {trust.signers.length === 0 ? (
        <EmptyState title={t('signers.none')} text={t('signers.noneText')} actions={addButton} />
      ) : (
        <>
          <p className="quiet">{t('signers.text')}</p>
          <ul className={styles.signerList} aria-label={t('signers.list')}>
            {trust.signers.map((signer) => (
              <SignerLine
                key={signer.id}
                name={signer.label}
                facts={signer}
                since={{ date: signer.addedAt, way: t(`way.${signer.way}`) }}
                action={
                  <Button
                    size="small"
                    disabled={trust.readOnly}
                    aria-label={t('signers.removeOf', { name: signer.label })}
                    onClick={() => void trust.remove(signer)}
                  >
                    {t('signers.remove')}
                  </Button>
                }
              />
            ))}
          </ul>
          <div className="row">{addButton}</div>
        </>
      )}
      <p className="quiet">{t('signers.addHelp')}</p>
      {trust.identities.length > 0 && (
        <section className="stack-tight">
          <h2>{t('signers.own')}</h2>
          <p className="quiet">{t('signers.ownText')}</p>
          <ul className={styles.signerList} aria-label={t('signers.own')}>
            {trust.identities.map((identity) => (
              <SignerLine
                key={identity.id}
                name={identity.label}
                facts={identity}
                since={{ date: identity.addedAt, way: t('way.own-identity') }}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface SignerLineProps {
  readonly name: string
  readonly facts: {
    readonly subjectName: string
    readonly issuerName: string
    readonly certificateSha256: string
    readonly notBefore: string
    readonly notAfter: string
  }
  readonly since: { readonly date: string; readonly way: string }
  readonly action?: React.ReactNode
}

function SignerLine({ name, facts, since, action }: SignerLineProps) {
  const { t } = useTranslation('verify')
  const formats = useFormats()
  return (
    <li className={styles.signer}>
      <header className={styles.cardHead}>
        <h3 data-own-words>{name}</h3>
        {action}
      </header>
      <dl className="facts">
        <dt>{t('signers.subject')}</dt>
        <dd data-own-words>{facts.subjectName}</dd>
        <dt>{t('signers.issuer')}</dt>
        <dd data-own-words>{facts.issuerName}</dd>
        <dt>{t('signers.fingerprint')}</dt>
        <dd>
          <Fingerprint hex={facts.certificateSha256} />
        </dd>
        <dt>{t('signers.validity')}</dt>
        <dd>
          {t('signers.validityValue', {
            from: localDate(new Date(facts.notBefore)),
            to: localDate(new Date(facts.notAfter)),
          })}
        </dd>
        <dt>{t('signers.since')}</dt>
        <dd>{t('signers.sinceValue', { date: formats.instant(since.date), way: since.way })}</dd>
      </dl>
    </li>
  )
}
