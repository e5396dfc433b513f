import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Months } from '../../../shared/domain/response-rate.ts'
import { FormField } from '../../components/FormField.tsx'
import { moveMonths } from './figure-rows.ts'
import styles from './figures.module.css'

interface PeriodFieldsProps {
  readonly choices: readonly string[]
  readonly months: Months
  readonly onMonths: (months: Months) => void
}

/** From and to which month notices are counted; without either, all of them. */
export function PeriodFields({ choices, months, onMonths }: PeriodFieldsProps) {
  const { t } = useTranslation('figures')
  const options = [
    { value: '', label: t('anyMonth') },
    ...choices.toReversed().map((month) => ({ value: month, label: month })),
  ]
  return (
    <div role="group" aria-label={t('period')} className={styles.period}>
      {(['from', 'to'] as const).map((end) => (
        <FormField key={end} label={t(end)}>
          {({ autoComplete: _autoComplete, spellCheck: _spellCheck, ...control }) => (
            <Select
              {...control}
              className={styles.month ?? ''}
              value={months[end]}
              options={options}
              onChange={(value: string) => onMonths(moveMonths(months, { [end]: value }))}
            />
          )}
        </FormField>
      ))}
    </div>
  )
}
