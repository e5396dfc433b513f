import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HolderProfile } from '../../../shared/domain/holder-profile.ts'
import { RightHolder } from '../../../shared/domain/parties.ts'
import { FormField } from '../../components/FormField.tsx'
import styles from './holders.module.css'
import { ProfileRights } from './ProfileRights.tsx'

interface ProfileFormProps {
  readonly holder: HolderProfile
  readonly onChange: (change: (holder: HolderProfile) => HolderProfile) => void
  readonly readOnly: boolean
}

type TextKey =
  | 'nameZh'
  | 'nameEn'
  | 'registrationNumber'
  | 'country'
  | 'address'
  | 'representative'
  | 'contactPerson'
  | 'phone'
  | 'email'

/** The profile of a right holder, in the words a case has for it; stored as it is typed. */
export function ProfileForm({ holder, onChange, readOnly }: ProfileFormProps) {
  const { t } = useTranslation('library')
  const { t: tCase } = useTranslation('case')
  const text = (key: TextKey, label: string, help?: string) => (
    <FormField label={label} help={help} required={key === 'nameZh'}>
      {(control) => (
        <Input
          {...control}
          readOnly={readOnly}
          value={holder[key] ?? ''}
          onChange={({ target: { value } }) => onChange((before) => ({ ...before, [key]: value }))}
        />
      )}
    </FormField>
  )
  const numberWords =
    holder.kind === 'individual'
      ? tCase('field.holder.identityNumber')
      : holder.kind === 'foreign-company'
        ? tCase('field.holder.foreignNumber')
        : tCase('field.rightHolders.registrationNumber')
  return (
    <section className={styles.card} aria-labelledby="holder-profile">
      <h2 id="holder-profile">{t('profile')}</h2>
      <form className={styles.form} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <FormField label={tCase('field.rightHolders.kind')}>
          {(control) => (
            <Select
              {...control}
              virtual={false}
              disabled={readOnly}
              value={holder.kind}
              options={RightHolder.shape.kind.options.map((kind) => ({
                value: kind,
                label: tCase(`holderKind.${kind}`),
              }))}
              onChange={(kind: HolderProfile['kind']) => onChange((before) => ({ ...before, kind }))}
            />
          )}
        </FormField>
        {text('nameZh', tCase('field.rightHolders.nameZh'), tCase('help.rightHolders.nameZh'))}
        {text('nameEn', tCase('field.rightHolders.nameEn'))}
        {text('registrationNumber', numberWords)}
        {(holder.kind !== 'domestic-company' || (holder.country ?? '') !== '') &&
          text('country', tCase('field.rightHolders.country'))}
        {text('address', tCase('field.rightHolders.address'))}
        {(holder.kind !== 'individual' || (holder.representative ?? '') !== '') &&
          text('representative', tCase('field.rightHolders.representative'))}
        {text('contactPerson', tCase('field.rightHolders.contactPerson'))}
        {text('phone', tCase('field.rightHolders.phone'))}
        {text('email', tCase('field.rightHolders.email'))}
        <FormField label={t('field.brands')} help={t('help.brands')}>
          {(control) => (
            <Input.TextArea
              {...control}
              readOnly={readOnly}
              value={holder.brands.join('\n')}
              onChange={({ target: { value } }) =>
                onChange((before) => ({
                  ...before,
                  brands: value === '' ? [] : value.split('\n').slice(0, 50),
                }))
              }
            />
          )}
        </FormField>
        <FormField label={t('field.remarks')}>
          {(control) => (
            <Input.TextArea
              {...control}
              readOnly={readOnly}
              value={holder.remarks}
              onChange={({ target: { value } }) => onChange((before) => ({ ...before, remarks: value }))}
            />
          )}
        </FormField>
        <ProfileRights holder={holder} onChange={onChange} readOnly={readOnly} />
      </form>
    </section>
  )
}
