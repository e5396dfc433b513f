import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { NumberField } from '../fields/NumberFields.tsx'

/** How the bundle is set. */
export function BundlePart() {
  const { t } = useTranslation('case')
  return (
    <>
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
