import { useTranslation } from 'react-i18next'
import { useDraftPart } from '../case-context.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberFields.tsx'
import { TextField } from '../fields/TextField.tsx'

/** What the case is called, and in which language and which round it is handed in. */
export function CasePart() {
  const { t } = useTranslation('case')
  const createdAt = useDraftPart((draft) => draft.createdAt)
  return (
    <>
      <TextField path="brand" help={t('help.brand')} />
      <TextField path="caseCode" help={t('help.caseCode')} />
      <ChoiceField
        path="documentLanguage"
        help={t('help.documentLanguage')}
        options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <NumberField path="round" help={t('help.round')} />
      {createdAt !== undefined && <TextField path="createdAt" help={t('help.createdAt')} />}
    </>
  )
}
