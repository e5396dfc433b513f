import { useTranslation } from 'react-i18next'
import { Right } from '../../../../shared/domain/parties.ts'
import { useDraftPart } from '../case-context.ts'
import { EntryList } from '../EntryList.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { HolderField } from '../fields/HoldersFields.tsx'
import { NumbersField } from '../fields/NumberFields.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** Which rights were infringed. */
export function RightsPart() {
  return <EntryList list="rights">{(index) => <OneRight index={index} />}</EntryList>
}

/** What does not apply to the kind of right is shown only when something stands there. */
function OneRight({ index }: { readonly index: number }) {
  const { t } = useTranslation('case')
  const right = useDraftPart((draft) => draft.rights[index])
  const at = `rights[${index}]`
  if (!right) return null
  const secret = right.kind === 'trade-secret'
  const mark = right.kind === 'trademark'
  const filled = (text: string | undefined) => (text ?? '') !== ''
  return (
    <>
      <ChoiceField
        path={`${at}.kind`}
        options={Right.shape.kind.options.map((kind) => ({ value: kind, label: t(`rightKind.${kind}`) }))}
      />
      <TextField path={`${at}.name`} help={secret ? t('help.right.secret') : undefined} />
      {(!secret || filled(right.registrationNumber)) && <TextField path={`${at}.registrationNumber`} />}
      {(mark || (right.classes ?? []).length > 0) && (
        <NumbersField path={`${at}.classes`} help={t('help.rights.classes')} />
      )}
      {(mark || filled(right.goods)) && <TextField path={`${at}.goods`} />}
      <HolderField path={`${at}.holder`} />
      {(!secret || filled(right.validFrom) || filled(right.validTo)) && (
        <div className={styles.pair}>
          <DateField path={`${at}.validFrom`} />
          <DateField path={`${at}.validTo`} />
        </div>
      )}
      <TextField path={`${at}.remarks`} />
    </>
  )
}
