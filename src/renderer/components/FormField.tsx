import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What the control of a field must carry; spread it onto the input. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
  readonly status: '' | 'error'
  readonly autoComplete: 'off'
  readonly spellCheck: false
}

interface FormFieldProps {
  readonly label: string
  readonly required?: boolean
  /** A sentence: what is wrong and what to type. */
  readonly error?: string | undefined
  /** Shown under the label before anything is wrong. */
  readonly help?: ReactNode
  /** Beside the label, at the end of its line. */
  readonly extra?: ReactNode
  readonly children: (control: FieldControl) => ReactNode
}

/** A label above one control, its help and its error; joined for screen readers. */
export function FormField({ label, required = false, error, help, extra, children }: FormFieldProps) {
  const { t } = useTranslation('frame')
  const id = useId()
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <div className="field-head">
        <label className="field-label" htmlFor={id}>
          {label}
          {required && (
            <span className="field-required" title={t('required')} aria-hidden="true">
              {'*'}
            </span>
          )}
        </label>
        {extra}
      </div>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error !== undefined,
        'aria-required': required,
        status: error === undefined ? '' : 'error',
        autoComplete: 'off',
        spellCheck: false,
      })}
      {help !== undefined && (
        <div className="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error !== undefined && (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  )
}
