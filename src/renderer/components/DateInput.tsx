import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { isCalendarDate } from '../../shared/domain/schema-pieces.ts'
import { tidyDateText } from './date-text.ts'
import { FormField } from './FormField.tsx'

interface DateInputProps {
  readonly label: string
  readonly value: string
  /** Said when the field holds something that is no date, once it is left. */
  readonly wrong: string
  /** Another thing that is wrong. */
  readonly error?: string | undefined
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
}

/** A plain date, typed in any usual way and tidied when the field is left. */
export function DateInput({ label, value, wrong, error, readOnly, onChange }: DateInputProps) {
  const { t } = useTranslation('case')
  const bad = value !== '' && !isCalendarDate(value) && tidyDateText(value) === value && value.length >= 8
  return (
    <FormField label={label} error={bad ? wrong : error}>
      {(control) => (
        <Input
          {...control}
          className="date-input"
          placeholder={t('datePlaceholder')}
          readOnly={readOnly}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            const tidy = tidyDateText(value)
            if (tidy !== value) onChange(tidy)
          }}
        />
      )}
    </FormField>
  )
}
