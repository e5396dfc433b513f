import { useTranslation } from 'react-i18next'
import { milestoneKinds } from '../../../../shared/domain/case-stage.ts'
import { EntryList } from '../EntryList.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'

/** Steps of the proceedings: from them periods are worked out. */
export function MilestonesPart() {
  const { t } = useTranslation('case')
  return (
    <EntryList list="milestones">
      {(index) => {
        const at = `milestones[${index}]`
        return (
          <>
            <ChoiceField
              path={`${at}.kind`}
              options={milestoneKinds.map((kind) => ({ value: kind, label: t(`milestone.${kind}`) }))}
            />
            <DateField path={`${at}.on`} />
            <TextField path={`${at}.remarks`} />
          </>
        )
      }}
    </EntryList>
  )
}

/** Days of one's own: a goal for the answer, or an appointment. */
export function UserDatesPart() {
  const { t } = useTranslation('case')
  return (
    <EntryList list="userDates">
      {(index) => {
        const at = `userDates[${index}]`
        return (
          <>
            <ChoiceField
              path={`${at}.kind`}
              help={t('help.userDates.kind')}
              options={(['reply', 'other'] as const).map((kind) => ({
                value: kind,
                label: t(`userDateKind.${kind}`),
              }))}
            />
            <TextField path={`${at}.title`} />
            <DateField path={`${at}.on`} />
            <TextField path={`${at}.remarks`} />
          </>
        )
      }}
    </EntryList>
  )
}
