import { Input } from 'antd'
import { useField } from '../case-context.ts'
import { CaseField, type CaseControl, type CaseFieldProps } from './CaseField.tsx'

interface TextFieldProps extends CaseFieldProps {
  readonly placeholder?: string
  /** Kind of keyboard on devices that show one. */
  readonly inputMode?: 'text' | 'tel' | 'email'
}

/** One line of text, stored as it is typed. */
export function TextField({ placeholder, inputMode = 'text', ...field }: TextFieldProps) {
  const [value, set] = useField(field.path)
  return (
    <CaseField {...field}>
      {({ visit, label: _label, ...control }: CaseControl) => (
        <Input
          {...control}
          inputMode={inputMode}
          placeholder={placeholder}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => set(event.target.value, visit())}
        />
      )}
    </CaseField>
  )
}
