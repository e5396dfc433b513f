import { Input } from 'antd'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** Lines of text, one entry each; blank lines go when the field is left. */
export function PowersField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  const lines = Array.isArray(value) ? (value as string[]) : []
  return (
    <CaseField {...field} whole>
      {({ visit, label: _label, ...control }) => (
        <Input.TextArea
          {...control}
          rows={2}
          value={lines.join('\n')}
          onChange={(event) => {
            const text = event.target.value
            set(text === '' ? [] : text.split('\n'), visit())
          }}
          onBlur={() => {
            const kept = lines.map((line) => line.trim()).filter((line) => line !== '')
            if (kept.join('\n') !== lines.join('\n')) set(kept, visit())
          }}
        />
      )}
    </CaseField>
  )
}
