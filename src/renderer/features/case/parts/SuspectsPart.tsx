import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Suspect } from '../../../../shared/domain/parties.ts'
import { usePageCommand } from '../../../app/commands.ts'
import { useCaseWork } from '../case-context.ts'
import { EntryList } from '../EntryList.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { SplitForSuspects } from '../split/SplitForSuspects.tsx'

/** Who is suspected, as the office names them; some of them may become a case of their own. */
export function SuspectsPart() {
  const { t } = useTranslation('case')
  const { t: inNotice } = useTranslation('notice')
  const { readOnly } = useCaseWork()
  const [splitting, setSplitting] = useState(false)
  usePageCommand({
    id: 'case.split',
    label: inNotice('split'),
    enabled: !readOnly,
    run: () => setSplitting(true),
  })
  const statuses = Suspect.shape.status.unwrap().options
  return (
    <>
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
      {!readOnly && (
        <div>
          <Button onClick={() => setSplitting(true)}>{inNotice('split')}</Button>
        </div>
      )}
      {splitting && <SplitForSuspects onClose={() => setSplitting(false)} />}
    </>
  )
}
