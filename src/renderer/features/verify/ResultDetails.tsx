import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationReport } from '../../../engine/jobs.ts'
import { verdictsOf } from '../../../shared/messages/verdicts.ts'
import { useNotify } from '../../app/notify.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { useSentences } from './sentences.ts'
import type { DeskEntry } from './verify-desk.ts'
import styles from './verify.module.css'
import type { VerifiableFile } from '../../platform/platform.ts'

interface ResultDetailsProps {
  readonly entry: DeskEntry
  readonly report: VerificationReport
}

/** Certificate, digests and counts, for those who compare them; closed until they ask. */
export function ResultDetails({ entry, report }: ResultDetailsProps) {
  const { t } = useTranslation('verify')
  const formats = useFormats()
  const { verdict: say } = useSentences()
  const { signerName, issuerName, certificateSha256, sha256, files, bytes, pdf } = report.details
  const inside = pdf && verdictsOf({ ...pdf, details: report.details }, false).integrity
  return (
    <details className={styles.details}>
      <summary>{t('details')}</summary>
      <dl className="facts">
        {signerName !== undefined && (
          <>
            <dt>{t('details.signer')}</dt>
            <dd data-own-words>{signerName}</dd>
          </>
        )}
        {issuerName !== undefined && (
          <>
            <dt>{t('details.issuer')}</dt>
            <dd data-own-words>{issuerName}</dd>
          </>
        )}
        {certificateSha256 !== undefined && (
          <>
            <dt>{t('details.fingerprint')}</dt>
            <dd>
              <Fingerprint hex={certificateSha256} />
            </dd>
          </>
        )}
        {entry.subject.kind === 'file' && (
          <>
            <dt>{t('details.sha256')}</dt>
            <dd>
              {sha256 === undefined ? (
                <DigestLater entry={entry} file={entry.subject.file} />
              ) : (
                <Fingerprint hex={sha256} />
              )}
              <div className="quiet">{t('details.sha256Help')}</div>
            </dd>
          </>
        )}
        <dt>{t('details.counted')}</dt>
        <dd>
          {t('details.countedValue', {
            files: t('result.files', { count: files }),
            bytes: formats.number(bytes),
          })}
        </dd>
        {inside !== undefined && (
          <>
            <dt>{t('details.pdf')}</dt>
            <dd>
              <div data-own-words>{pdf?.path}</div>
              <div>{say(inside)}</div>
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}

/** The digest of a large file, made when somebody wants to compare it. */
function DigestLater({ entry, file }: { readonly entry: DeskEntry; readonly file: VerifiableFile }) {
  const { t } = useTranslation('verify')
  const { engine, jobs } = useServices()
  const notify = useNotify()
  const [digest, setDigest] = useState<string>()
  const [isMaking, setMaking] = useState(false)
  if (digest !== undefined) return <Fingerprint hex={digest} />
  const make = async () => {
    setMaking(true)
    try {
      setDigest(
        await jobs.run('verify', entry.name, (job) =>
          engine.digestOf(file, {
            signal: job.signal,
            report: (bytesDone, bytesTotal) => job.report({ bytesDone, bytesTotal }),
          }),
        ),
      )
    } catch (error) {
      notify.failure(error)
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button size="small" loading={isMaking} onClick={() => void make()}>
      {isMaking ? t('details.sha256Making') : t('details.sha256Make')}
    </Button>
  )
}
