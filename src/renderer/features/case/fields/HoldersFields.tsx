import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDraft, useField } from '../case-context.ts'
import type { CasePath } from '../case-path.ts'
import { holderName } from '../place-words.ts'
import styles from '../case.module.css'
import { CaseField } from './CaseField.tsx'
import { ChoiceField } from './ChoiceField.tsx'

/** Right holders by name, as boxes to tick. Ids nobody has any more stay visible until they are taken out. */
export function HoldersField({ path }: { readonly path: CasePath }) {
  const { t } = useTranslation('case')
  const [value, set] = useField(path)
  const options = useHolderOptions()
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const gone = chosen.filter((id) => !options.some((option) => option.value === id))
  return (
    <CaseField path={path} whole>
      {({ visit, readOnly, label, id }) => (
        <div id={id} role="group" aria-label={label} className={styles.boxes}>
          {options.length === 0 && <span className={styles.quiet}>{t('noHoldersYet')}</span>}
          {[...options, ...gone.map((id) => ({ value: id, label: t('holderUnknown') }))].map((option) => (
            <Checkbox
              key={option.value}
              disabled={readOnly}
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                set(
                  event.target.checked
                    ? [...chosen, option.value]
                    : chosen.filter((id) => id !== option.value),
                  visit(),
                )
              }
            >
              {option.label}
            </Checkbox>
          ))}
        </div>
      )}
    </CaseField>
  )
}

/** One right holder by name, or none. */
export function HolderField({ path }: { readonly path: CasePath }) {
  const { t } = useTranslation('case')
  const [value] = useField(path)
  const options = useHolderOptions()
  const known = typeof value !== 'string' || value === '' || options.some((option) => option.value === value)
  return (
    <ChoiceField
      path={path}
      none={t('noHolderChosen')}
      options={known ? options : [...options, { value, label: t('holderUnknown') }]}
    />
  )
}

function useHolderOptions(): { value: string; label: string }[] {
  const { t } = useTranslation('case')
  const draft = useDraft()
  const seen = new Set<string>()
  return draft.rightHolders.flatMap((holder, index) => {
    if (seen.has(holder.id)) return []
    seen.add(holder.id)
    return [
      { value: holder.id, label: holderName(draft, index) || t('holderUnnamed', { number: index + 1 }) },
    ]
  })
}
