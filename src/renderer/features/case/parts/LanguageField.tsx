import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../fields/ChoiceField.tsx'

/** The language the papers of the case are written in. */
export function LanguageField() {
  const { t } = useTranslation('case')
  return (
    <ChoiceField
      path="documentLanguage"
      help={t('help.documentLanguage')}
      options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
    />
  )
}
