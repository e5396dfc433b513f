import { ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../shared/contract/finding.ts'
import { explainFinding } from '../../../shared/messages/explain.ts'
import { useLanguage } from '../../i18n/language.ts'
import styles from './bundle.module.css'

const shownAtFirst = 3

/** What was found in the originals when they were opened, the gravest first. */
export function FoundInOriginals({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('bundle')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const told = findings.filter(({ severity }) => severity !== 'info')
  if (told.length === 0) return null
  const shown = all ? told : told.slice(0, shownAtFirst)
  return (
    <section className={styles.found} aria-label={t('foundTitle')}>
      <h3>{t('foundTitle')}</h3>
      <ul>
        {shown.map((found, index) => (
          <li key={index}>
            {found.severity === 'error' ? (
              <ExclamationCircleOutlined aria-hidden />
            ) : (
              <InfoCircleOutlined aria-hidden />
            )}
            <span>
              {!explainFinding(found, language).includes(found.subject) && <strong>{found.subject} </strong>}
              {explainFinding(found, language)}
            </span>
          </li>
        ))}
      </ul>
      {told.length > shown.length && (
        <button type="button" className={styles.foundMore} onClick={() => setAll(true)}>
          {t('foundMore', { count: told.length - shown.length })}
        </button>
      )}
    </section>
  )
}
