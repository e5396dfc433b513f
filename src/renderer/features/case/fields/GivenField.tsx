import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseDraft } from '../../../../shared/domain/case-draft.ts'
import { useCaseWork, useDraftPart } from '../case-context.ts'
import { DateField } from './DateField.tsx'
import { TextField } from './TextField.tsx'
import styles from '../case.module.css'

const step = { kind: 'case.edit' } as const
const most = 200

/** What the police already got: what, to whom, when. */
export function GivenField() {
  const { t } = useTranslation('case')
  const { editor, readOnly } = useCaseWork()
  const count = useDraftPart((draft) => draft.police?.given?.length ?? 0)
  return (
    <fieldset className={styles.inner} data-path="police.given">
      <legend>{t('field.police.given')}</legend>
      {count === 0 && <p className={styles.quiet}>{t('givenNone')}</p>}
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.row}>
          <TextField path={`police.given[${index}].what`} />
          <TextField path={`police.given[${index}].to`} />
          <DateField path={`police.given[${index}].on`} />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('givenRemove', { number: index + 1 })}
            title={t('givenRemove', { number: index + 1 })}
            disabled={readOnly}
            onClick={() =>
              editor.change(
                (draft) => withGiven(draft, (given) => given.filter((_g, i) => i !== index)),
                step,
              )
            }
          />
        </div>
      ))}
      {!readOnly && (
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={count >= most}
          onClick={() =>
            editor.change((draft) => withGiven(draft, (given) => [...given, { what: '' }]), step)
          }
        >
          {t('givenAdd')}
        </Button>
      )}
    </fieldset>
  )
}

type Given = NonNullable<NonNullable<CaseDraft['police']>['given']>

function withGiven(draft: CaseDraft, change: (given: Given) => Given): CaseDraft {
  const police = draft.police ?? { agency: '' }
  return { ...draft, police: { ...police, given: change(police.given ?? []) } }
}
