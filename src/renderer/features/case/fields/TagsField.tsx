import { Input } from 'antd'
import { useState } from 'react'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** Words of one's own with commas between; tidied when left. */
export function TagsField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  const [typed, setTyped] = useState<string>()
  const tags = Array.isArray(value) ? (value as string[]) : []
  return (
    <CaseField {...field} whole>
      {({ visit, label: _label, ...control }) => (
        <Input
          {...control}
          value={typed ?? tags.join('，')}
          onChange={(event) => {
            setTyped(event.target.value)
            const words = event.target.value.split(/[,，、;；]/).map((word) => word.trim())
            set([...new Set(words)].filter((word) => word !== '').slice(0, 20), visit())
          }}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </CaseField>
  )
}
