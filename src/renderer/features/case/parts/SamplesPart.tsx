import { EntryList } from '../EntryList.tsx'
import { CheckField } from '../fields/CheckFields.tsx'
import { CountField } from '../fields/CountField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** Samples of the seized goods on their way to the examination and back. */
export function SamplesPart() {
  return (
    <EntryList list="samples">
      {(index) => {
        const at = `samples[${index}]`
        return (
          <>
            <TextField path={`${at}.name`} />
            <div className={styles.pair}>
              <TextField path={`${at}.seizedListNumber`} />
              <DateField path={`${at}.seizedOn`} />
            </div>
            <div className={styles.pair}>
              <CountField path={`${at}.quantitySeized`} />
              <CountField path={`${at}.quantityExamined`} />
            </div>
            <div className={styles.pair}>
              <TextField path={`${at}.fetchedBy`} />
              <DateField path={`${at}.fetchedOn`} />
            </div>
            <div className={styles.pair}>
              <TextField path={`${at}.sealNumberBefore`} />
              <TextField path={`${at}.sealNumberAfter`} />
            </div>
            <DateField path={`${at}.identifiedOn`} />
            <CheckField path={`${at}.photos`} />
            <div className={styles.pair}>
              <DateField path={`${at}.returnedOn`} />
              <TextField path={`${at}.returnedTo`} />
            </div>
            <TextField path={`${at}.remarks`} />
          </>
        )
      }}
    </EntryList>
  )
}
