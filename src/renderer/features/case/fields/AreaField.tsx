import { Input } from 'antd'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** Text of one or more paragraphs. */
export function AreaField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  return (
    <CaseField {...field}>
      {({ visit, label: _label, ...control }) => (
        <Input.TextArea
          {...control}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => set(event.target.value, visit())}
        />
      )}
    </CaseField>
  )
}
