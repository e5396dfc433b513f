import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolderProfile, ProfileRight } from '../../../shared/domain/holder-profile.ts'
import { Right } from '../../../shared/domain/parties.ts'
import { useNotify } from '../../app/notify.ts'
import { DateInput } from '../../components/DateInput.tsx'
import { FormField } from '../../components/FormField.tsx'
import styles from './holders.module.css'

interface ProfileRightsProps {
  readonly holder: HolderProfile
  readonly onChange: (change: (holder: HolderProfile) => HolderProfile) => void
  readonly readOnly: boolean
}

type TextKey = 'name' | 'registrationNumber' | 'goods' | 'validFrom' | 'validTo'

/** The rights of a holder that come along into its cases. */
export function ProfileRights({ holder, onChange, readOnly }: ProfileRightsProps) {
  const { t } = useTranslation('library')
  const notify = useNotify()
  const box = useRef<HTMLFieldSetElement>(null)
  const focusNext = useRef<string>(undefined)
  useEffect(() => {
    if (focusNext.current === undefined) return
    box.current?.querySelector<HTMLElement>(focusNext.current)?.focus()
    focusNext.current = undefined
  })
  const edit = (change: (rights: readonly ProfileRight[]) => readonly ProfileRight[]) =>
    onChange((before) => ({ ...before, rights: [...change(before.rights)] }))
  const nameOf = (right: ProfileRight, index: number) =>
    right.name.trim() || t('rightNamed', { number: index + 1 })
  const add = () => {
    focusNext.current = `[data-right="${holder.rights.length}"] input`
    edit((rights) => [...rights, { kind: 'trademark', name: '' }])
  }
  const remove = (right: ProfileRight, index: number) => {
    focusNext.current = '[data-add-right]'
    edit((rights) => rights.filter((_, at) => at !== index))
    notify({
      text: t('removedRight', { name: nameOf(right, index) }),
      action: { label: t('undo'), run: () => edit((rights) => rights.toSpliced(index, 0, right)) },
    })
  }
  return (
    <fieldset ref={box} className={styles.rights}>
      <legend>{t('field.rights')}</legend>
      {holder.rights.length === 0 && <p className="quiet">{t('noRights')}</p>}
      {holder.rights.map((right, index) => (
        <section key={index} data-right={index} className={styles.right} aria-label={nameOf(right, index)}>
          <div className={styles.rightHead}>
            <h3>{nameOf(right, index)}</h3>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              disabled={readOnly}
              aria-label={t('removeRight', { name: nameOf(right, index) })}
              title={t('removeRight', { name: nameOf(right, index) })}
              onClick={() => remove(right, index)}
            />
          </div>
          <OneRight
            right={right}
            readOnly={readOnly}
            onChange={(changes) =>
              edit((rights) => rights.map((one, at) => (at === index ? { ...one, ...changes } : one)))
            }
          />
        </section>
      ))}
      {!readOnly && (
        <div>
          <Button data-add-right icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t('addRight')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface OneRightProps {
  readonly right: ProfileRight
  readonly readOnly: boolean
  readonly onChange: (changes: Partial<ProfileRight>) => void
}

function OneRight({ right, readOnly, onChange }: OneRightProps) {
  const { t } = useTranslation('library')
  const { t: tCase } = useTranslation('case')
  const text = (key: TextKey, label: string, help?: string) => (
    <FormField label={label} help={help}>
      {(control) => (
        <Input
          {...control}
          readOnly={readOnly}
          value={right[key] ?? ''}
          onChange={({ target: { value } }) => onChange({ [key]: value })}
        />
      )}
    </FormField>
  )
  const date = (key: 'validFrom' | 'validTo') => (
    <DateInput
      label={t(`field.${key}`)}
      value={right[key] ?? ''}
      wrong={t('dateWrong')}
      readOnly={readOnly}
      onChange={(value) => onChange({ [key]: value })}
    />
  )
  const secret = right.kind === 'trade-secret'
  const names = {
    trademark: tCase('field.right.mark'),
    copyright: tCase('field.right.work'),
    patent: tCase('field.right.invention'),
    'trade-secret': tCase('field.right.secret'),
  }
  return (
    <>
      <FormField label={tCase('field.rights.kind')}>
        {(control) => (
          <Select
            {...control}
            virtual={false}
            disabled={readOnly}
            value={right.kind}
            options={Right.shape.kind.options.map((kind) => ({
              value: kind,
              label: tCase(`rightKind.${kind}`),
            }))}
            onChange={(kind: ProfileRight['kind']) => onChange({ kind })}
          />
        )}
      </FormField>
      {text('name', names[right.kind], secret ? tCase('help.right.secret') : undefined)}
      {!secret && text('registrationNumber', tCase('field.rights.registrationNumber'))}
      {right.kind === 'trademark' && text('goods', tCase('field.rights.goods'))}
      {!secret && (
        <div className={styles.pair}>
          {date('validFrom')}
          {date('validTo')}
        </div>
      )}
    </>
  )
}
