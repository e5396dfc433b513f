import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseDraft } from '../../../../shared/domain/case-draft.ts'
import { type ClosingEntry, type ClosingTask, closingTasks } from '../../../../shared/domain/case-stage.ts'
import { useCaseWork, useDraftPart } from '../case-context.ts'
import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** What must be dealt with or waived before the case counts as closed. */
export function ClosingPart() {
  const { t } = useTranslation('case')
  const { editor, readOnly } = useCaseWork()
  const closing = useDraftPart((draft) => draft.closing)
  return (
    <div className={styles.entries} data-path="closing">
      <p className={styles.quiet}>{t('closingMore')}</p>
      {closingTasks.map((task) => {
        const index = closing?.findIndex((entry) => entry.task === task) ?? -1
        const state = closing?.[index]?.state ?? 'open'
        return (
          <fieldset key={task} className={styles.inner}>
            <legend>{t(`closing.${task}`)}</legend>
            <Radio.Group
              aria-label={t(`closing.${task}`)}
              disabled={readOnly}
              value={state}
              options={(['open', 'done', 'waived'] as const).map((value) => ({
                value,
                label: t(`closingState.${value}`),
              }))}
              onChange={(event) =>
                editor.change(
                  (draft) => withTask(draft, task, event.target.value as ClosingEntry['state'] | 'open'),
                  { kind: 'case.edit' },
                )
              }
            />
            {index >= 0 && (
              <div className={styles.pair}>
                <DateField path={`closing[${index}].on`} />
                <TextField path={`closing[${index}].reason`} />
              </div>
            )}
          </fieldset>
        )
      })}
    </div>
  )
}

function withTask(draft: CaseDraft, task: ClosingTask, state: ClosingEntry['state'] | 'open'): CaseDraft {
  const before = draft.closing ?? []
  const known = before.find((entry) => entry.task === task)
  if (state === 'open') return { ...draft, closing: before.filter((entry) => entry !== known) }
  const entry = { ...known, task, state }
  return {
    ...draft,
    closing: known ? before.map((each) => (each === known ? entry : each)) : [...before, entry],
  }
}
