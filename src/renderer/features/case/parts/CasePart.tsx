import { useTranslation } from 'react-i18next'
import { useDraftPart } from '../case-context.ts'
import { NumberField } from '../fields/NumberFields.tsx'
import { TextField } from '../fields/TextField.tsx'
import { LanguageField } from './LanguageField.tsx'

/** What the case is called, and in which language and which round it is handed in. */
export function CasePart() {
  const { t } = useTranslation('case')
  const createdAt = useDraftPart((draft) => draft.createdAt)
  return (
    <>
      <TextField path="brand" help={t('help.brand')} />
      <TextField path="caseCode" help={t('help.caseCode')} />
      <LanguageField />
      <NumberField path="round" help={t('help.round')} />
      {createdAt !== undefined && <TextField path="createdAt" help={t('help.createdAt')} />}
    </>
  )
}
