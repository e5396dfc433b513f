import { Button, Input, type InputRef, Radio } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { NewPassphrase, useNewPassphrase } from '../../components/passphrase/NewPassphrase.tsx'
import { useWork } from '../../components/use-work.ts'
import type { WrappedIdentity } from '../../engine-host/engine.ts'
import { useServices } from '../../services.ts'
import styles from './identities.module.css'
import { longestName, yearsOf } from './new-identity.ts'
import { StepFrame } from './StepFrame.tsx'
import { useJobSignal } from './use-job-signal.ts'

const keyTypes = ['RSA-3072', 'EC-P256'] as const
type KeyType = (typeof keyTypes)[number]

interface NewIdentityStepProps {
  readonly onMade: (made: WrappedIdentity) => void
  readonly onCancel: () => void
}

/** What an identity is made of, and its making; cancelling ends that at once. */
export function NewIdentityStep({ onMade, onCancel }: NewIdentityStepProps) {
  const { t } = useTranslation('identity')
  const { engine, now } = useServices()
  const announce = useAnnounce()
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [keyType, setKeyType] = useState<KeyType>('RSA-3072')
  const [years, setYears] = useState('3')
  const [errors, setErrors] = useState<{ readonly name?: string; readonly years?: string }>({})
  const nameInput = useRef<InputRef>(null)
  const yearsInput = useRef<InputRef>(null)
  const passphrase = useNewPassphrase()
  const work = useWork()
  const beginJob = useJobSignal()

  const problems = (): typeof errors => {
    const wrongName = name.trim() === '' ? { name: t('nameMissing') } : {}
    const wrongYears = yearsOf(years) === undefined ? { years: t('yearsWrong') } : {}
    return { ...wrongName, ...wrongYears }
  }
  const submit = () => {
    const found = problems()
    setErrors(found)
    if (found.name !== undefined || found.years !== undefined) {
      const first = found.name === undefined ? yearsInput : nameInput
      first.current?.focus()
      announce([found.name, found.years].filter(Boolean).join(' '), 'assertive')
      return
    }
    void work.run(async () => {
      const typed = await passphrase.check()
      if (typed === undefined) return
      announce(t('making'))
      const named = organisation.trim() === '' ? {} : { organisation: organisation.trim() }
      const request = { name: name.trim(), ...named, keyType, years: yearsOf(years) ?? 0 }
      onMade(await engine.makeIdentity({ ...request, passphrase: typed, now: now() }, beginJob()))
    })
  }
  return (
    <StepFrame
      foot={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button type="primary" loading={work.busy} onClick={submit}>
            {t('makeDo')}
          </Button>
        </>
      }
    >
      <p>{t('makeText')}</p>
      <FormField label={t('name')} required help={t('nameHelp')} error={errors.name}>
        {(control) => (
          <Input
            {...control}
            ref={nameInput}
            autoFocus
            maxLength={longestName}
            disabled={work.busy}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setErrors({})
            }}
            onPressEnter={submit}
          />
        )}
      </FormField>
      <FormField label={t('organisation')} help={t('organisationHelp')}>
        {(control) => (
          <Input
            {...control}
            maxLength={longestName}
            disabled={work.busy}
            value={organisation}
            onChange={(event) => setOrganisation(event.target.value)}
            onPressEnter={submit}
          />
        )}
      </FormField>
      <KeyTypeChoice value={keyType} onChange={setKeyType} disabled={work.busy} />
      <FormField label={t('years')} required help={t('yearsHelp')} error={errors.years}>
        {(control) => (
          <Input
            {...control}
            ref={yearsInput}
            className={styles.years}
            inputMode="numeric"
            maxLength={3}
            disabled={work.busy}
            value={years}
            onChange={(event) => {
              setYears(event.target.value)
              setErrors({})
            }}
            onPressEnter={submit}
          />
        )}
      </FormField>
      <p>{t('ownPassphraseText')}</p>
      <NewPassphrase form={passphrase} label={t('ownPassphrase')} onEnter={submit} disabled={work.busy} />
      {work.busy && (
        <p className="quiet" role="status">
          {t('making')}
        </p>
      )}
      {work.error !== undefined && <ErrorNotice error={work.error} />}
    </StepFrame>
  )
}

interface KeyTypeChoiceProps {
  readonly value: KeyType
  readonly onChange: (value: KeyType) => void
  readonly disabled: boolean
}

function KeyTypeChoice({ value, onChange, disabled }: KeyTypeChoiceProps) {
  const { t } = useTranslation('identity')
  const id = useId()
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {t('keyKind')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        className={styles.radios ?? ''}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value as KeyType)}
      >
        {keyTypes.map((kind) => (
          <Radio key={kind} value={kind}>
            {t(`key.${kind}`)}
            <span className={styles.radioNote}>{t(`keyNote.${kind}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </div>
  )
}
