import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChecklistRow } from '../../../../shared/domain/checklist.ts'
import { type StateChange, withChecklistState } from '../../../../shared/domain/checklist-edit.ts'
import { DateInput } from '../../../components/DateInput.tsx'
import { FormField } from '../../../components/FormField.tsx'
import { useCaseWork } from '../case-context.ts'
import styles from './checklist.module.css'

/** What goes with a status: from whom and when a paper was requested, why it is not applicable, or a remark. */
export function StateFields({ row }: { readonly row: ChecklistRow }) {
  const { t } = useTranslation('checklist')
  const { editor, readOnly } = useCaseWork()
  const { status, state } = row
  const set = (change: StateChange, key: string) =>
    editor.change((draft) => withChecklistState(draft, row.code, change), {
      kind: 'case.edit',
      merge: `checklist:${row.code}:${key}`,
    })
  if (status === 'missing' || status === 'ready') return null
  return (
    <div className={styles.fields}>
      {status === 'not-applicable' ? (
        <Field
          label={t('reason')}
          value={state?.reason}
          readOnly={readOnly}
          onChange={(reason) => set({ reason }, 'reason')}
        />
      ) : (
        <>
          <Field
            label={t('requestedFrom')}
            value={state?.requestedFrom}
            readOnly={readOnly}
            onChange={(requestedFrom) => set({ requestedFrom }, 'from')}
          />
          <DateInput
            label={t('requestedOn')}
            value={state?.requestedOn ?? ''}
            readOnly={readOnly}
            wrong={t('notADate')}
            onChange={(requestedOn) => set({ requestedOn }, 'on')}
          />
          <Field
            label={t('remarks')}
            value={state?.remarks}
            readOnly={readOnly}
            onChange={(remarks) => set({ remarks }, 'remarks')}
          />
        </>
      )}
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
}

function Field({ label, value, readOnly, onChange }: FieldProps) {
  return (
    <FormField label={label}>
      {(control) => (
        <Input
          {...control}
          maxLength={500}
          readOnly={readOnly}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}
