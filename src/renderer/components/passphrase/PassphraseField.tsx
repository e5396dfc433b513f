import { FormField } from '../FormField.tsx'
import { PassphraseInput } from './PassphraseInput.tsx'

interface PassphraseFieldProps {
  readonly label: string
  readonly required?: boolean
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}

/** Asks for the passphrase that is in force; the first field of its form. */
export function PassphraseField({ label, required, error, ...input }: PassphraseFieldProps) {
  return (
    <FormField label={label} required={required ?? false} error={error}>
      {(control) => <PassphraseInput control={control} {...input} autoFocus />}
    </FormField>
  )
}
