import { FileExclamationOutlined } from '@ant-design/icons'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useLanguage } from '../../i18n/language.ts'
import { EmptyState } from '../EmptyState.tsx'
import { ErrorNotice } from '../ErrorNotice.tsx'
import styles from './Preview.module.css'

/** A preview that is not there yet. */
export function PreviewOpening() {
  const { t } = useTranslation('preview')
  return (
    <div className={styles.state} role="status">
      <Spin size="small" delay={200} />
      <span className="quiet">{t('opening')}</span>
    </div>
  )
}

/** Why there is no preview, and what can be done instead. */
export function PreviewFailure({
  error,
  actions,
}: {
  readonly error: unknown
  readonly actions?: ReactNode
}) {
  const { t } = useTranslation('preview')
  const language = useLanguage()
  if (!(error instanceof Failure)) {
    return (
      <div className={styles.state}>
        <ErrorNotice error={error} actions={actions} />
      </div>
    )
  }
  return (
    <div className={styles.state}>
      <EmptyState
        level={3}
        icon={<FileExclamationOutlined aria-hidden />}
        title={t('none')}
        text={explainFailure(error, language)}
        actions={actions}
      />
    </div>
  )
}
