import { useTranslation } from 'react-i18next'
import { ContactEntry, obstacleKinds, Submission } from '../../../../shared/domain/case-log.ts'
import { EntryList } from '../EntryList.tsx'
import { AreaField } from '../fields/AreaField.tsx'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { NumberField } from '../fields/NumberFields.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** Talks, calls and letters with the office and others. */
export function ContactsPart() {
  const { t } = useTranslation('case')
  const { channel } = ContactEntry.shape
  return (
    <EntryList list="contacts">
      {(index) => {
        const at = `contacts[${index}]`
        return (
          <>
            <div className={styles.pair}>
              <TextField
                path={`${at}.at`}
                placeholder={t('momentPlaceholder')}
                help={t('help.contacts.at')}
              />
              <TextField path={`${at}.with`} />
            </div>
            <ChoiceField
              path={`${at}.channel`}
              options={channel.unwrap().options.map((kind) => ({ value: kind, label: t(`channel.${kind}`) }))}
            />
            <AreaField path={`${at}.note`} />
          </>
        )
      }}
    </EntryList>
  )
}

/** What stood in the way; the report over all cases is made of it. */
export function ObstaclesPart() {
  const { t } = useTranslation('case')
  return (
    <EntryList list="obstacles">
      {(index) => {
        const at = `obstacles[${index}]`
        return (
          <>
            <ChoiceField
              path={`${at}.kind`}
              options={obstacleKinds.map((kind) => ({ value: kind, label: t(`obstacle.${kind}`) }))}
            />
            <div className={styles.pair}>
              <DateField path={`${at}.on`} />
              <DateField path={`${at}.solvedOn`} />
            </div>
            <AreaField path={`${at}.note`} />
          </>
        )
      }}
    </EntryList>
  )
}

/** Hand-overs and whether their receipts came back. */
export function SubmissionsPart() {
  const { t } = useTranslation('case')
  const { manner } = Submission.shape
  return (
    <EntryList list="submissions">
      {(index) => {
        const at = `submissions[${index}]`
        return (
          <>
            <NumberField path={`${at}.round`} />
            <ChoiceField
              path={`${at}.manner`}
              options={manner.unwrap().options.map((kind) => ({ value: kind, label: t(`handOver.${kind}`) }))}
            />
            <div className={styles.pair}>
              <DateField path={`${at}.handedOverOn`} />
              <DateField path={`${at}.receiptOn`} />
            </div>
            <TextField path={`${at}.trackingNumber`} />
            <TextField path={`${at}.remarks`} />
          </>
        )
      }}
    </EntryList>
  )
}
