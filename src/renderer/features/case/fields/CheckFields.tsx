import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCaseWork, useDraftPart, useField } from '../case-context.ts'
import type { CasePath } from '../case-path.ts'
import { fieldWord } from '../place-words.ts'
import { CaseField, type CaseFieldProps } from './CaseField.tsx'
import styles from '../case.module.css'

interface ChecksFieldProps extends CaseFieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Any of a few values. */
export function ChecksField({ options, ...field }: ChecksFieldProps) {
  const [value, set] = useField(field.path)
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <CaseField {...field} whole>
      {({ label, readOnly, ...control }) => (
        <Checkbox.Group
          aria-label={label}
          aria-describedby={control['aria-describedby']}
          disabled={readOnly}
          className={styles.checks ?? ''}
          value={chosen}
          options={options.map((option) => ({ ...option }))}
          // In the order of the options, whatever the order of the clicks.
          onChange={(next) =>
            set(
              options.map((option) => option.value).filter((each) => next.includes(each)),
              field.path,
            )
          }
        />
      )}
    </CaseField>
  )
}

/** Yes or no; absent is no. */
export function CheckField({ path }: { readonly path: CasePath }) {
  const { t } = useTranslation('case')
  const { readOnly } = useCaseWork()
  const [value, set] = useField(path)
  const label = t(useDraftPart((draft) => fieldWord(draft, path)))
  return (
    <div className={styles.field} data-path={path}>
      <Checkbox
        checked={value === true}
        disabled={readOnly}
        onChange={(event) => set(event.target.checked, path)}
      >
        {label}
      </Checkbox>
    </div>
  )
}
