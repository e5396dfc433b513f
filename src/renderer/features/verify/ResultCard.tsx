import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationReport } from '../../../engine/jobs.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { elideMiddle, useFormats } from '../../i18n/formats.ts'
import { useServices } from '../../services.ts'
import { CompareDialog } from './CompareDialog.tsx'
import { FindingList } from './FindingList.tsx'
import { LookCard } from './LookCard.tsx'
import { ResultDetails } from './ResultDetails.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import type { ResultProps } from './result-props.ts'
import { SaveReport } from './SaveReport.tsx'
import { UnderWay } from './UnderWay.tsx'
import { Verdicts } from './Verdicts.tsx'
import { fingerprintsOf } from './verify-desk.ts'
import styles from './verify.module.css'

const longestShown = 60

/** One thing that was put in: how far its verification is, and what came of it. */
export function ResultCard(props: ResultProps) {
  const { entry, desk } = props
  const { state } = entry
  const { t } = useTranslation('verify')
  const id = useId()
  if (state.kind === 'looked') return <LookCard {...props} look={state.look} />
  return (
    <article className={styles.card} aria-labelledby={id} data-state={state.kind}>
      <header className={styles.cardHead}>
        <h2 id={id} title={entry.name} data-own-words>
          {elideMiddle(entry.name, longestShown)}
        </h2>
        {state.kind === 'verified' && <SaveReport {...props} report={state.report} at={state.at} />}
        {state.kind !== 'running' && state.kind !== 'waiting' && (
          <Again {...props} prominent={state.kind !== 'verified'} />
        )}
        <RemoveButton entry={entry} desk={desk} />
      </header>
      {(state.kind === 'running' || state.kind === 'waiting') && <UnderWay {...props} />}
      {state.kind === 'stopped' && <p>{t('result.stopped')}</p>}
      {state.kind === 'failed' && <ErrorNotice error={state.error} />}
      {state.kind === 'verified' && (
        <Verified {...props} report={state.report} at={state.at} trustedThen={state.trusted} />
      )}
    </article>
  )
}

/** Verifies once more, with the signers that are trusted now. */
function Again({ entry, desk, trust, prominent }: ResultProps & { readonly prominent: boolean }) {
  const { t } = useTranslation('verify')
  return (
    <Button
      size="small"
      type={prominent ? 'primary' : 'default'}
      aria-label={t('result.againOf', { name: entry.name })}
      onClick={() => desk.again(entry.id, 'full', trust.signers)}
    >
      {t('result.again')}
    </Button>
  )
}

interface VerifiedProps extends ResultProps {
  readonly report: VerificationReport
  readonly at: Date
  readonly trustedThen: string
}

function Verified({ entry, desk, trust, report, at, trustedThen }: VerifiedProps) {
  const { t } = useTranslation('verify')
  const formats = useFormats()
  const { now } = useServices()
  const [comparing, setComparing] = useState(false)
  const { kind, files, bytes, draft, signerName, certificate, certificateSha256 } = report.details
  const own = trust.isOwn(certificateSha256)
  // Whoever signed what was changed since is beside the point.
  const canCompare =
    report.integrity === 'intact' && (report.signer === 'self-signed' || report.signer === 'unknown') && !own
  return (
    <>
      <p className={styles.cardFacts}>
        {t('result.size', {
          kind: t(`kind.${kind}`),
          files: t('result.files', { count: files }),
          size: formats.size(bytes),
        })}
        {' · '}
        {t('result.verifiedAt', { time: formats.recent(at.toISOString(), now()) })}
      </p>
      {draft === true && <p className={styles.remark}>{t('result.draft')}</p>}
      {trustedThen !== fingerprintsOf(trust.signers) && (
        <div className={styles.remark}>
          <span>{t('result.trustChanged')}</span>
          <Button size="small" type="primary" onClick={() => desk.again(entry.id, 'full', trust.signers)}>
            {t('result.again')}
          </Button>
        </div>
      )}
      <Verdicts
        report={report}
        own={own}
        signerAction={
          canCompare &&
          certificate && (
            <Button size="small" onClick={() => setComparing(true)}>
              {t('compare.open')}
            </Button>
          )
        }
      />
      <FindingList report={report} />
      <ResultDetails entry={entry} report={report} />
      {comparing && certificate && certificateSha256 !== undefined && (
        <CompareDialog
          signerName={signerName ?? ''}
          certificate={certificate}
          certificateSha256={certificateSha256}
          trust={trust}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  )
}
