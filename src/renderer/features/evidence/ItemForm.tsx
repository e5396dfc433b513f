import { Input, Select } from 'antd'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceKinds, isHandedIn } from '../../../shared/domain/evidence-item.ts'
import { evidenceKindName } from '../../../shared/law/law-book.ts'
import { FormField } from '../../components/FormField.tsx'
import { SlipHints } from '../../components/wording/SlipHints.tsx'
import { WordingHints } from '../../components/wording/WordingHints.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { type EvidenceRow, requiredPlaces } from './evidence-rows.ts'
import { type ItemField, problemOf, tidied } from './item-form.ts'
import { judgesWording, kindOfOwnView, kindSlip } from './item-wording.ts'
import styles from './Evidence.module.css'
import { useItemSaver } from './use-item-saver.ts'

interface ItemFormProps {
  readonly caseId: string
  /** One item, or several that are edited together. */
  readonly rows: readonly EvidenceRow[]
  /** Names of the right holders of the case. */
  readonly holders: readonly string[]
  readonly readOnly: boolean
  /** The field of this item that was asked for; told once it has the focus. */
  readonly asked: string | undefined
  readonly onAskedFocused: () => void
}

const secrecies = ['none', 'business', 'trade-secret', 'personal'] as const
const forms = ['original', 'copy', 'electronic'] as const
let visits = 0

/** The details of items, stored as they are typed. With several items only fields that are touched change. */
export function ItemForm({ caseId, rows, holders, readOnly, asked, onAskedFocused }: ItemFormProps) {
  const { t } = useTranslation('evidence')
  const { law } = useServices()
  const language = useLanguage()
  const saver = useItemSaver(caseId, rows)
  const typed = useSyncExternalStore(saver.subscribe, saver.typed)
  const items = rows.map((row) => row.item)
  const form = useRef<HTMLDivElement>(null)
  const visit = useRef('')
  useEffect(() => saver.settle(items))
  useEffect(() => {
    if (asked === undefined) return
    const place = form.current?.querySelector(`[data-field="${CSS.escape(asked)}"]`) ?? form.current
    const control = place?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    control?.focus()
    if (asked === 'name') control?.select()
    onAskedFocused()
  }, [asked, onAskedFocused])

  const required = new Set(
    rows.flatMap((row) => [
      ...requiredPlaces(
        row.group.set,
        (typed.get('form') ?? row.item.details.form) as typeof row.item.details.form,
      ),
    ]),
  )
  const isRequired = (field: ItemField) =>
    field === 'collected.by' || field === 'collected.at' ? required.has('collected') : required.has(field)
  const field = (
    name: ItemField,
    render: (control: {
      readonly id: string
      readonly value: string
      readonly mixed: boolean
      readonly disabled: boolean
      readonly status: '' | 'error'
      readonly onChange: (text: string) => void
      readonly common: object
    }) => React.ReactNode,
    options: { readonly help?: string; readonly wide?: boolean } = {},
  ) => {
    const shown = saver.shown(items, name)
    const problem = problemOf(name, shown ?? (name === 'copies' ? '1' : ''))
    const { help } = options
    return (
      <div className={options.wide ? styles.wide : undefined} data-field={name}>
        <FormField
          label={t(`field.${name}`)}
          required={isRequired(name)}
          error={problem && t(`wrong.${problem}`)}
          {...(help === undefined ? {} : { help })}
        >
          {({ id, status, ...aria }) =>
            render({
              id,
              value: shown ?? '',
              mixed: shown === undefined,
              disabled: readOnly,
              status,
              onChange: (text) => saver.change(name, text, visit.current),
              common: {
                ...aria,
                onFocus: () => {
                  visits += 1
                  visit.current = `${name} ${visits}`
                },
                onBlur: () => {
                  const now = saver.typed().get(name)
                  const tidy = now === undefined ? undefined : tidied(name, now)
                  if (tidy !== undefined && tidy !== now) saver.change(name, tidy, visit.current)
                  saver.flush()
                },
              },
            })
          }
        </FormField>
      </div>
    )
  }
  const shown = (name: ItemField) => saver.shown(items, name)
  // A step of its own, so that undoing it gives back what was typed.
  const replace = (name: ItemField, better: string) => {
    saver.flush()
    saver.change(name, better, `${name} wording ${better}`)
    saver.flush()
  }
  const hints = (name: ItemField, value: string) =>
    judgesWording(rows, name, shown, holders, law) && (
      <WordingHints text={value} onReplace={readOnly ? undefined : (better) => replace(name, better)} />
    )
  const kindHints = () => {
    const slip = kindSlip(rows, shown, holders, law, language)
    return (
      <SlipHints
        slips={slip ? [slip] : []}
        onInstead={readOnly ? undefined : () => replace('kind', kindOfOwnView)}
      />
    )
  }
  const line = (
    name: ItemField,
    options?: { readonly help?: string; readonly wide?: boolean; readonly hint?: string },
  ) =>
    field(
      name,
      ({ id, value, mixed, disabled, status, onChange, common }) => (
        <>
          <div>
            <Input
              id={id}
              {...common}
              status={status}
              disabled={disabled}
              value={value}
              placeholder={mixed ? t('mixed') : options?.hint}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
          {hints(name, value)}
        </>
      ),
      options,
    )
  const choice = (
    name: ItemField,
    entries: readonly { readonly value: string; readonly label: string }[],
    options?: { readonly help?: string; readonly wide?: boolean },
  ) =>
    field(
      name,
      ({ id, value, mixed, disabled, status, onChange, common }) => (
        <>
          <div>
            <Select
              id={id}
              {...common}
              className={styles.choice ?? ''}
              status={status}
              disabled={disabled}
              value={value === '' ? null : value}
              placeholder={mixed ? t('mixed') : t('choose')}
              allowClear={name !== 'secrecy'}
              options={[...entries]}
              onChange={(next: string | null | undefined) => {
                onChange(next ?? '')
                saver.flush()
              }}
            />
          </div>
          {name === 'kind' && kindHints()}
        </>
      ),
      options,
    )
  return (
    <div ref={form} className={styles.form}>
      {rows.length > 1 && <p className={styles.formNote}>{t('bulk.note', { count: rows.length })}</p>}
      {rows.length === 1 && line('name', { wide: true })}
      {choice(
        'kind',
        evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindName(law, kind, language) })),
        { wide: true, help: t('kind.source', { source: law.evidenceKindsSource.text }) },
      )}
      {choice(
        'form',
        forms.map((value) => ({ value, label: t(`form.${value}`) })),
      )}
      {line('copies')}
      {line('source', { wide: true, hint: t('hint.source') })}
      {line('formedOn', { hint: t('hint.date') })}
      {choice(
        'secrecy',
        secrecies.map((value) => ({ value, label: t(`secrecy.${value}`) })),
      )}
      {field(
        'purpose',
        ({ id, value, mixed, disabled, status, onChange, common }) => (
          <>
            <div>
              <Input.TextArea
                id={id}
                {...common}
                status={status}
                disabled={disabled}
                rows={2}
                value={value}
                placeholder={mixed ? t('mixed') : t('hint.purpose')}
                onChange={(event) => onChange(event.target.value)}
              />
            </div>
            {hints('purpose', value)}
          </>
        ),
        { wide: true },
      )}
      <h3 className={styles.formHeading}>{t('collected.title')}</h3>
      {line('collected.by')}
      {line('collected.at', { hint: t('hint.moment') })}
      {line('collected.how')}
      {line('collected.with')}
      {line('remarks', {
        wide: true,
        ...(rows.some((row) => isHandedIn(row.group)) ? { help: t('remarks.printed') } : {}),
      })}
    </div>
  )
}
