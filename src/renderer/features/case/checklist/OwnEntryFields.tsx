import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { withEntriesTakenBack, withoutOwnEntry } from '../../../../shared/domain/checklist-edit.ts'
import { OwnChecklistEntry } from '../../../../shared/domain/checklist-state.ts'
import { useNotify } from '../../../app/notify.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from './checklist.module.css'

/** An entry of one's own: what, how urgent, in what form, why and for whom. */
export function OwnEntryFields({ code }: { readonly code: string }) {
  const { t } = useTranslation('checklist')
  const notify = useNotify()
  const { editor, readOnly } = useCaseWork()
  const draft = useDraft()
  const index = (draft.ownEntries ?? []).findIndex((entry) => entry.code === code)
  if (index < 0) return null
  const at = `ownEntries[${index}]`
  const { need, addressee } = OwnChecklistEntry.shape
  const remove = () => {
    const before = editor.state().draft ?? draft
    const step = { kind: 'case.edit' } as const
    editor.change((now) => withoutOwnEntry(now, code), step)
    notify({
      text: t('ownRemoved'),
      kind: 'info',
      action: {
        label: t('undo'),
        run: () =>
          editor.change((now) => withEntriesTakenBack(now, before, withoutOwnEntry(before, code)), step),
      },
    })
  }
  return (
    <div className={styles.fields}>
      <TextField path={`${at}.title`} />
      <TextField path={`${at}.form`} />
      <TextField path={`${at}.why`} />
      <ChoiceField
        path={`${at}.need`}
        options={need.unwrap().options.map((value) => ({ value, label: t(`need.${value}`) }))}
      />
      <ChoiceField
        path={`${at}.addressee`}
        options={addressee.unwrap().options.map((value) => ({ value, label: t(`addressee.${value}`) }))}
      />
      {!readOnly && (
        <Button className={styles.remove ?? ''} icon={<DeleteOutlined aria-hidden />} onClick={remove}>
          {t('removeOwn')}
        </Button>
      )}
    </div>
  )
}
