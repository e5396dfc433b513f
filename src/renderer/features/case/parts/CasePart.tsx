import { useTranslation } from 'react-i18next'
import { caseStages } from '../../../../shared/domain/case-stage.ts'
import { useDraftPart } from '../case-context.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberFields.tsx'
import { TagsField } from '../fields/TagsField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { LanguageField } from './LanguageField.tsx'
import styles from '../case.module.css'

/** What the case is called, and in which language and which round it is handed in. */
export function CasePart() {
  const { t } = useTranslation('case')
  const stage = useDraftPart((draft) => draft.stage ?? 'review')
  const createdAt = useDraftPart((draft) => draft.createdAt)
  return (
    <>
      <TextField path="brand" help={t('help.brand')} />
      <TextField path="caseCode" help={t('help.caseCode')} />
      <ChoiceField
        path="stage"
        help={t('help.stage')}
        value={stage}
        options={caseStages.map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
      <div className={styles.pair}>
        <TextField path="owner" />
        <TextField path="raid" help={t('help.raid')} />
      </div>
      <TagsField path="labels" help={t('help.labels')} />
      <LanguageField />
      <NumberField path="round" help={t('help.round')} />
      {createdAt !== undefined && <TextField path="createdAt" help={t('help.createdAt')} />}
    </>
  )
}
