import { BarChartOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Months } from '../../../shared/domain/response-rate.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useToday } from '../../i18n/use-today.ts'
import { useLive } from '../../register/use-live.ts'
import { figureRows, monthsOf } from './figure-rows.ts'
import styles from './figures.module.css'
import { ObstacleSection } from './ObstacleSection.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { ResponseSection } from './ResponseSection.tsx'

/** How notices were answered over all cases, and what stood in the way. */
export function FiguresPage() {
  const { t } = useTranslation('figures')
  const [, go] = useLocation()
  const [months, setMonths] = useState<Months>({ from: '', to: '' })
  const summaries = useLive((register) => register.cases.summaries(), [])
  const today = useToday()
  const figures = useMemo(() => summaries && figureRows(summaries), [summaries])
  const choices = useMemo(() => monthsOf(figures?.rows ?? [], today), [figures, today])
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        {figures !== undefined && figures.ids.length > 0 && (
          <PeriodFields choices={choices} months={months} onMonths={setMonths} />
        )}
      </div>
      {figures === undefined ? (
        <p className="quiet">{t('loading')}</p>
      ) : figures.ids.length === 0 ? (
        <EmptyState
          icon={<BarChartOutlined aria-hidden />}
          title={t('emptyTitle')}
          text={t('emptyText')}
          actions={
            <Button type="primary" onClick={() => go('/cases')}>
              {t('toCases')}
            </Button>
          }
        />
      ) : (
        <>
          {figures.waiting > 0 && (
            <p className="quiet" role="status">
              {t('waiting', { count: figures.waiting })}
            </p>
          )}
          <ResponseSection rows={figures.rows} months={months} today={today} />
          <ObstacleSection ids={figures.ids} months={months} />
        </>
      )}
    </div>
  )
}
