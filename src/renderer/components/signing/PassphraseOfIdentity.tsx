import type { InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../FormField.tsx'
import { PassphraseInput } from '../passphrase/PassphraseInput.tsx'

interface PassphraseOfIdentityProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly onEnter?: () => void
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<InputRef>
}

/** Asks for the passphrase of the identity that signs; `Engine.checkIdentity` says whether it is the right one. */
export function PassphraseOfIdentity({ error, ...input }: PassphraseOfIdentityProps) {
  const { t } = useTranslation('identity')
  return (
    <FormField label={t('ownPassphrase')} required error={error}>
      {(control) => <PassphraseInput control={control} {...input} />}
    </FormField>
  )
}
