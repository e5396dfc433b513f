import { WarningOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { PaperWarning } from '../../../shared/domain/standing-paper.ts'
import styles from './papers.module.css'

type LibraryWordsOf = ReturnType<typeof useTranslation<'library'>>['t']

/** What a warning says. */
export function warningWords(t: LibraryWordsOf, { kind, against, date = '' }: PaperWarning): string {
  if (kind === 'expired' || kind === 'not-yet-valid') {
    return t(`warning.${kind}.${against ?? 'submission'}`, { date })
  }
  return t(`warning.${kind}`, { date })
}

/** Warnings as a list of words, each with a sign. */
export function PaperWarnings({ warnings }: { readonly warnings: readonly PaperWarning[] }) {
  const { t } = useTranslation('library')
  if (warnings.length === 0) return null
  return (
    <ul className={styles.warnings} aria-label={t('warnings')}>
      {warnings.map((warning) => {
        const words = warningWords(t, warning)
        return (
          <li key={words} className={styles.warning}>
            <WarningOutlined aria-hidden /> {words}
          </li>
        )
      })}
    </ul>
  )
}
