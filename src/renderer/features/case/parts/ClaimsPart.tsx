import { useTranslation } from 'react-i18next'
import { claimKinds } from '../../../../shared/domain/case-stage.ts'
import { ChecksField } from '../fields/CheckFields.tsx'

/** What the right holder asks for, or gives. Each brings papers of its own onto the checklist. */
export function ClaimsPart() {
  const { t } = useTranslation('case')
  return (
    <ChecksField
      path="claims"
      help={t('help.claims')}
      options={claimKinds.map((claim) => ({ value: claim, label: t(`claim.${claim}`) }))}
    />
  )
}
