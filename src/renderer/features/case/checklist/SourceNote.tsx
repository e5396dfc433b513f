import { useTranslation } from 'react-i18next'
import type { ChecklistRow } from '../../../../shared/domain/checklist.ts'
import { isLaw } from '../../../../shared/law/checklist.ts'
import { useLanguage } from '../../../i18n/language.ts'
import styles from './checklist.module.css'

/** Why a paper is needed, and what says so: text, article, since when, and how sure that is. Never more than the data says. */
export function SourceNote({ row }: { readonly row: ChecklistRow }) {
  const { t } = useTranslation('checklist')
  const language = useLanguage()
  const { source } = row
  return (
    <>
      <p data-own-words>{row.why[language]}</p>
      {source && (
        <p className={styles.source}>
          {t(isLaw(source) ? 'source.law' : source.practice ? 'source.practice' : 'source.other', {
            text: source.text,
            article: source.article ?? '',
            date: source.inForceFrom,
          })}{' '}
          {source.byAnalogy && t('source.byAnalogy')} {t(`confidence.${source.confidence}`)}
        </p>
      )}
    </>
  )
}
