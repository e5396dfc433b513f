import type { InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { FormField } from '../FormField.tsx'
import { minimumLength, normalisePassphrase, passphraseStrength } from '../../register/passphrase.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { StrengthMeter } from './StrengthMeter.tsx'
import { useStrength } from './use-strength.ts'

export interface NewPassphraseForm {
  readonly first: string
  readonly second: string
  readonly firstError: string | undefined
  readonly secondError: string | undefined
  setFirst(value: string): void
  setSecond(value: string): void
  /** Goes up with every check that found something. */
  readonly refusals: number
  /** The passphrase when both fields are right; otherwise shows what is wrong and gives undefined. */
  check(): Promise<string | undefined>
}

/** State of a new passphrase typed twice. */
export function useNewPassphrase(): NewPassphraseForm {
  const { t } = useTranslation('vault')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [errors, setErrors] = useState<{ first?: string; second?: string }>({})
  const [refusals, setRefusals] = useState(0)
  return {
    first,
    refusals,
    second,
    firstError: errors.first,
    secondError: errors.second,
    setFirst(value) {
      setFirst(value)
      setErrors({})
    },
    setSecond(value) {
      setSecond(value)
      setErrors(({ first: kept }) => (kept === undefined ? {} : { first: kept }))
    },
    async check() {
      const found: { first?: string; second?: string } = {}
      if (!first) found.first = t('passphraseMissing')
      else if (!(await passphraseStrength(first)).accepted) found.first = t('passphraseTooWeak')
      if (normalisePassphrase(first) !== normalisePassphrase(second)) found.second = t('passphraseMismatch')
      setErrors(found)
      if (found.first !== undefined || found.second !== undefined) setRefusals((before) => before + 1)
      return found.first === undefined && found.second === undefined ? first : undefined
    },
  }
}

interface NewPassphraseProps {
  readonly form: NewPassphraseForm
  readonly label: string
  readonly onEnter: () => void
  readonly autoFocus?: boolean
  readonly disabled: boolean
}

/** A new passphrase typed twice, with its strength in words. */
export function NewPassphrase({ form, label, onEnter, autoFocus = false, disabled }: NewPassphraseProps) {
  const { t } = useTranslation('vault')
  const strength = useStrength(form.first)
  const firstInput = useRef<InputRef>(null)
  const secondInput = useRef<InputRef>(null)
  const announce = useAnnounce()
  const { refusals } = form
  const answered = useRef(refusals)
  useEffect(() => {
    if (disabled || answered.current === refusals) return
    answered.current = refusals
    const wrong = form.firstError === undefined ? secondInput : firstInput
    wrong.current?.focus()
    announce([form.firstError, form.secondError].filter(Boolean).join(' '), 'assertive')
  })
  return (
    <>
      <FormField
        label={label}
        required
        error={form.firstError}
        help={t('passphraseHelp', { minimum: minimumLength })}
      >
        {(control) => (
          <>
            <PassphraseInput
              control={control}
              value={form.first}
              onChange={(value) => form.setFirst(value)}
              onEnter={onEnter}
              autoFocus={autoFocus}
              inputRef={firstInput}
              disabled={disabled}
            />
            <StrengthMeter strength={strength} />
          </>
        )}
      </FormField>
      <FormField label={t('passphraseAgain')} required error={form.secondError}>
        {(control) => (
          <PassphraseInput
            control={control}
            value={form.second}
            onChange={(value) => form.setSecond(value)}
            onEnter={onEnter}
            inputRef={secondInput}
            disabled={disabled}
          />
        )}
      </FormField>
    </>
  )
}
