import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { EmptyState } from '../components/EmptyState.tsx'

/** An address that leads nowhere. */
export function PageNotFound() {
  const { t } = useTranslation('frame')
  const [, go] = useLocation()
  return (
    <EmptyState
      level={1}
      title={t('pageNotFoundTitle')}
      text={t('pageNotFoundText')}
      actions={
        <Button type="primary" onClick={() => go('/cases')}>
          {t('toCases')}
        </Button>
      }
    />
  )
}
