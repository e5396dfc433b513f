import { useTranslation } from 'react-i18next'
import { AreaField } from '../fields/AreaField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { GivenField } from '../fields/GivenField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** What the police asked, often days before there is a notice, and what they were already given. */
export function PolicePart() {
  const { t } = useTranslation('case')
  return (
    <>
      <TextField path="police.agency" help={t('help.police.agency')} />
      <div className={styles.pair}>
        <TextField path="police.officer" />
        <TextField path="police.phone" inputMode="tel" />
      </div>
      <TextField path="police.requestNumber" />
      <div className={styles.pair}>
        <DateField path="police.receivedOn" />
        <DateField path="police.dueOn" help={t('help.police.dueOn')} />
      </div>
      <AreaField path="police.asked" />
      <GivenField />
    </>
  )
}
