import { useTranslation } from 'react-i18next'
import { Suspect } from '../../../../shared/domain/parties.ts'
import { EntryList } from '../EntryList.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'

/** Who is suspected, as the office names them. */
export function SuspectsPart() {
  const { t } = useTranslation('case')
  const statuses = Suspect.shape.status.unwrap().options
  return (
    <EntryList list="suspects">
      {(index) => (
        <>
          <TextField path={`suspects[${index}].name`} help={t('help.suspects.name')} />
          <ChoiceField
            path={`suspects[${index}].status`}
            options={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          />
          <TextField path={`suspects[${index}].alias`} />
        </>
      )}
    </EntryList>
  )
}
