import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { identityState, maySign } from '../../../shared/domain/signing-identity.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'
import { FormField } from '../FormField.tsx'
import { CertificateFacts } from './CertificateFacts.tsx'
import { useStateWords } from './use-state-words.ts'

interface IdentityChoiceProps {
  /** Id of an identity, or the key that is made for one bundle. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Undefined while they are being read. */
  readonly identities: readonly StoredIdentity[] | undefined
  readonly now: Date
  readonly error?: string | undefined
  readonly disabled?: boolean
}

/** What `IdentityChoice` gives where nothing of the register signs. */
export const throwAwayChoice = 'throw-away'

/** Which identity signs. Those that may not sign now are shown with the reason, and cannot be chosen. */
export function IdentityChoice(props: IdentityChoiceProps) {
  const { value, onChange, identities, now, error, disabled = false } = props
  const { t } = useTranslation('identity')
  const words = useStateWords()
  const chosen = identities?.find(({ id }) => id === value)
  const options = (identities ?? []).map((identity) => {
    const state = identityState(identity, now)
    return {
      value: identity.id,
      label: t('choiceOf', { label: identity.label, state: words(state).state }),
      disabled: !maySign(state),
    }
  })
  return (
    <>
      <FormField
        label={t('choose')}
        error={error}
        {...(value === throwAwayChoice ? { help: t('throwAwayText') } : {})}
        extra={<Link href="/settings/identities">{t('makeOne')}</Link>}
      >
        {({ autoComplete: _autoComplete, spellCheck: _spellCheck, ...control }) => (
          <Select
            {...control}
            value={value}
            onChange={onChange}
            disabled={disabled}
            loading={identities === undefined}
            options={[...options, { value: throwAwayChoice, label: t('throwAway') }]}
          />
        )}
      </FormField>
      {chosen && <CertificateFacts of={chosen} now={now} />}
    </>
  )
}
