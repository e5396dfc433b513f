import { CloseCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationReport } from '../../../engine/jobs.ts'
import type { Severity } from '../../../shared/contract/severity.ts'
import { withChangedFiles } from './changed-files.ts'
import { useSentences } from './sentences.ts'
import styles from './verify.module.css'

const order: readonly Severity[] = ['error', 'warning', 'info']
const icons = {
  error: <CloseCircleOutlined aria-hidden />,
  warning: <ExclamationCircleOutlined aria-hidden />,
  info: <InfoCircleOutlined aria-hidden />,
} as const
/** A hostile bundle brings as many as it likes; they are shown some at a time. */
const atOnce = 50

/** Everything that was found, the gravest first, each with what to do next; a changed file in one plain sentence. */
export function FindingList({ report }: { readonly report: VerificationReport }) {
  const { t } = useTranslation('verify')
  const sentences = useSentences()
  const [shown, setShown] = useState(atOnce)
  const entries = withChangedFiles(
    report.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
  )
  const names = report.details.originalNames
  const isSigned = report.signer !== 'none'
  return (
    <section className={styles.part}>
      <h3>{t('findings', { count: entries.length })}</h3>
      {entries.length === 0 ? (
        <p className="quiet">{t('findings.none')}</p>
      ) : (
        <ul className={styles.findings}>
          {entries.slice(0, shown).map((entry, index) => {
            if (entry.kind === 'changed') {
              const file = names?.get(entry.file) ?? entry.file
              return (
                <li key={index} className={styles.finding} data-severity="error">
                  {icons.error}
                  <div>
                    <span className={styles.severity}>{t('severity.error')}</span>
                    <span>{t(isSigned ? 'findings.changed' : 'findings.changedUnsigned', { file })}</span>
                    <details className={styles.technical}>
                      <summary>{t('findings.technical', { count: entry.findings.length })}</summary>
                      <ul>
                        {entry.findings.map((found, each) => (
                          <li key={each}>{sentences.finding(found)}</li>
                        ))}
                      </ul>
                    </details>
                  </div>
                </li>
              )
            }
            const { found } = entry
            const name = names?.get(found.subject)
            return (
              <li key={index} className={styles.finding} data-severity={found.severity}>
                {icons[found.severity]}
                <div>
                  <span className={styles.severity}>{t(`severity.${found.severity}`)}</span>
                  <span>{sentences.finding(found)}</span>
                  {name !== undefined && (
                    <span className={styles.originalName}>{t('findings.original', { name })}</span>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {entries.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 10 * atOnce)}>
          {t('findings.more', { count: entries.length - shown })}
        </Button>
      )}
    </section>
  )
}
