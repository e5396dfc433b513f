import { Input } from 'antd'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** A whole number that may be left out. */
export function CountField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  return (
    <CaseField {...field}>
      {({ visit, label: _label, ...control }) => (
        <Input
          {...control}
          inputMode="numeric"
          style={{ maxWidth: 160 }}
          maxLength={9}
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(event) => {
            const digits = event.target.value.normalize('NFKC').replace(/\D/g, '')
            set(digits === '' ? undefined : Number(digits), visit())
          }}
        />
      )}
    </CaseField>
  )
}
