import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/contract/failure.ts'
import { explainFailure } from '../../shared/messages/explain.ts'
import { useCopyDetails } from '../app/copy-details.ts'
import { useLanguage } from '../i18n/language.ts'

interface ErrorNoticeProps {
  readonly error: unknown
  /** What can be done about it, buttons first. */
  readonly actions?: ReactNode
}

/** How something failed, in a sentence with what to do next; a bug with its details to copy. */
export function ErrorNotice({ error, actions }: ErrorNoticeProps) {
  const { t } = useTranslation('frame')
  const language = useLanguage()
  const copyDetails = useCopyDetails()
  const foreseen = error instanceof Failure
  return (
    <Alert
      role="alert"
      type={foreseen ? 'warning' : 'error'}
      showIcon
      title={foreseen ? explainFailure(error, language) : t('bugTitle')}
      description={
        <>
          {!foreseen && <p className="error-notice-text">{t('bugText')}</p>}
          <div className="error-notice-actions">
            {actions}
            <Button size="small" type="text" onClick={() => void copyDetails(error)}>
              {t('copyDetails')}
            </Button>
          </div>
        </>
      }
    />
  )
}
