import { Select } from 'antd'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** Words of one's own; each ends with Enter or a comma. */
export function TagsField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  return (
    <CaseField {...field} whole>
      {({ visit, label: _label, readOnly, status, ...control }) => (
        <Select
          {...control}
          status={status}
          mode="tags"
          open={false}
          spellCheck={false}
          suffixIcon={null}
          disabled={readOnly}
          tokenSeparators={[',', '，', '、']}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(next: string[]) =>
            set(
              next.map((word) => word.trim()).filter((word) => word !== ''),
              visit(),
            )
          }
        />
      )}
    </CaseField>
  )
}
