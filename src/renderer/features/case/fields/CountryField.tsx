import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/language.ts'
import { useServices } from '../../../services.ts'
import { useField } from '../case-context.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'

const components = { input: <input spellCheck={false} /> }

/** A country or territory, stored as its two letters (ISO 3166-1): one of the law data, the mainland, or any code typed. */
export function CountryField(field: CaseFieldProps) {
  const { t } = useTranslation('case')
  const { law } = useServices()
  const language = useLanguage()
  const [value, set] = useField(field.path)
  const [typed, setTyped] = useState('')
  const chosen = typeof value === 'string' && value !== '' ? value : undefined
  const known = [
    { value: 'CN', label: t('mainland') },
    ...law.countries.countries.map((country) => ({
      value: country.code,
      label: t('countryOption', { name: country[language], code: country.code }),
    })),
  ]
  const code = typed.trim().toUpperCase()
  const others = [chosen, /^[A-Z]{2}$/.test(code) ? code : undefined].filter(
    (each) => each !== undefined && !known.some((option) => option.value === each),
  )
  return (
    <CaseField {...field}>
      {({ visit, label: _label, readOnly, status, ...control }) => (
        <Select
          {...control}
          status={status}
          disabled={readOnly}
          allowClear
          components={components}
          showSearch={{
            onSearch: setTyped,
            filterOption: (text, option) => fits(text, option?.value ?? '', String(option?.label ?? '')),
          }}
          value={chosen ?? null}
          placeholder={t('notChosen')}
          options={[...known, ...[...new Set(others)].map((each) => ({ value: each, label: each }))]}
          onChange={(next: string | undefined) => set(next || undefined, visit())}
        />
      )}
    </CaseField>
  )
}

function fits(typed: string, code: string, label: string): boolean {
  const text = typed.trim().toLowerCase()
  return code.toLowerCase() === text || label.toLowerCase().includes(text)
}
