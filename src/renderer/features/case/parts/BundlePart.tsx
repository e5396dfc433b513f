import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberFields.tsx'
import { LanguageField } from './LanguageField.tsx'

interface BundlePartProps {
  /** On a page where the language of the papers is not asked for elsewhere. */
  readonly withLanguage?: boolean
}

/** How the bundle is set. */
export function BundlePart({ withLanguage = false }: BundlePartProps) {
  const { t } = useTranslation('case')
  return (
    <>
      {withLanguage && <LanguageField />}
      <ChoiceField
        path="bundle.dividers"
        options={(['group', 'item', 'none'] as const).map((value) => ({
          value,
          label: t(`dividers.${value}`),
        }))}
      />
      <NumberField path="bundle.firstPageNumber" help={t('help.bundle.firstPageNumber')} />
      <NumberField path="bundle.discs" />
    </>
  )
}
