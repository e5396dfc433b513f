import { CloseCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationReport } from '../../../engine/jobs.ts'
import type { Severity } from '../../../shared/contract/severity.ts'
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

/** Everything that was found, the gravest first, each with what to do next. */
export function FindingList({ report }: { readonly report: VerificationReport }) {
  const { t } = useTranslation('verify')
  const sentences = useSentences()
  const [shown, setShown] = useState(atOnce)
  const findings = report.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  const names = report.details.originalNames
  return (
    <section className={styles.part}>
      <h3>{t('findings', { count: findings.length })}</h3>
      {findings.length === 0 ? (
        <p className="quiet">{t('findings.none')}</p>
      ) : (
        <ul className={styles.findings}>
          {findings.slice(0, shown).map((found, index) => {
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
      {findings.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 10 * atOnce)}>
          {t('findings.more', { count: findings.length - shown })}
        </Button>
      )}
    </section>
  )
}
