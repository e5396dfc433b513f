import { Input } from 'antd'
import { useState } from 'react'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

/** A whole number. Only digits can be typed; the field falls back to the stored number when it is left empty. */
export function NumberField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  const [empty, setEmpty] = useState(false)
  return (
    <CaseField {...field}>
      {({ visit, label: _label, ...control }) => (
        <Input
          {...control}
          inputMode="numeric"
          style={{ maxWidth: 120 }}
          maxLength={6}
          value={empty ? '' : String(typeof value === 'number' ? value : '')}
          onChange={(event) => {
            const digits = event.target.value.normalize('NFKC').replace(/\D/g, '')
            setEmpty(digits === '')
            if (digits !== '') set(Number(digits), visit())
          }}
          onBlur={() => setEmpty(false)}
        />
      )}
    </CaseField>
  )
}

/** Whole numbers with commas between, `9, 25`; tidied when left. */
export function NumbersField(field: CaseFieldProps) {
  const [value, set] = useField(field.path)
  const [typed, setTyped] = useState<string>()
  const numbers = Array.isArray(value) ? (value as number[]) : []
  return (
    <CaseField {...field} whole>
      {({ visit, label: _label, ...control }) => (
        <Input
          {...control}
          inputMode="numeric"
          value={typed ?? numbers.join(', ')}
          onChange={(event) => {
            const text = event.target.value
              .normalize('NFKC')
              .replace(/[、;]/g, ',')
              .replace(/[^\d, ]/g, '')
            setTyped(text)
            const read = [...text.matchAll(/\d{1,6}/g)].map(([digits]) => Number(digits))
            set(read, visit())
          }}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </CaseField>
  )
}
