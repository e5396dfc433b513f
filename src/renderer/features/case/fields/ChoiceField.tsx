import { Radio, Select } from 'antd'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

interface ChoiceFieldProps extends CaseFieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** For a place that may be absent: the word for nothing chosen. */
  readonly none?: string
  /** What counts as chosen while nothing is. */
  readonly value?: string
}

/** One of a few values: all shown up to five, else a list to open. */
export function ChoiceField({ options, none, value: unset = '', ...field }: ChoiceFieldProps) {
  const [value, set] = useField(field.path)
  const chosen = typeof value === 'string' ? value : unset
  const all = none === undefined ? options : [{ value: '', label: none }, ...options]
  return (
    <CaseField {...field}>
      {({ visit, label, readOnly, status, ...control }) =>
        all.length <= 5 && none === undefined ? (
          <Radio.Group
            id={control.id}
            aria-label={label}
            aria-describedby={control['aria-describedby']}
            disabled={readOnly}
            value={chosen}
            options={all.map((option) => ({ ...option }))}
            onChange={(event) => set(event.target.value, visit())}
          />
        ) : (
          <Select
            {...control}
            status={status}
            disabled={readOnly}
            virtual={false}
            value={chosen}
            options={all.map((option) => ({ ...option }))}
            onChange={(next: string) => set(next === '' ? undefined : next, visit())}
          />
        )
      }
    </CaseField>
  )
}
