import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationReport } from '../../../engine/jobs.ts'
import { verdictsOf } from '../../../shared/messages/verdicts.ts'
import { useSentences } from './sentences.ts'
import { toneOf, VerdictIcon, type VerdictOf } from './VerdictIcon.tsx'
import styles from './verify.module.css'

interface VerdictsProps {
  readonly report: VerificationReport
  /** The certificate is that of an identity of this register. */
  readonly own: boolean
  /** Below the sentence about the signer. */
  readonly signerAction?: ReactNode
}

/** The three verdicts, each a sentence with a shape of its own. */
export function Verdicts({ report, own, signerAction }: VerdictsProps) {
  const { t } = useTranslation('verify')
  const { verdict: say } = useSentences()
  const sentences = verdictsOf(report, own)
  const isKnown = report.integrity === 'intact'
  const rows: readonly VerdictOf[] = [
    { part: 'integrity', value: report.integrity },
    { part: 'signer', value: own && report.signer === 'self-signed' ? 'own' : report.signer },
    { part: 'time', value: report.time },
  ]
  return (
    <>
      <ul className={styles.verdicts} aria-label={t('result.verdicts')}>
        {rows.map((verdict) => {
          const tone = toneOf(verdict)
          return (
            <li
              key={verdict.part}
              className={styles.verdict}
              // A known signer of changed content is no good news.
              data-tone={tone === 'good' && !isKnown ? 'none' : tone}
              data-verdict={`${verdict.part}.${verdict.value}`}
            >
              <VerdictIcon verdict={verdict} />
              <div>
                <div className={styles.verdictPart}>{t(`verdict.${verdict.part}`)}</div>
                <div className={styles.verdictSentence}>{say(sentences[verdict.part])}</div>
                {verdict.part === 'signer' && signerAction}
              </div>
            </li>
          )
        })}
      </ul>
      <p className={styles.apart}>{t('result.apart')}</p>
    </>
  )
}
