import { useTranslation } from 'react-i18next'
import { isNotice, Notice } from '../../../../shared/domain/notice.ts'
import { useDraftPart } from '../case-context.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** The notice: how and when it came, from whom, what it named. A notice not written has no number and no date of its own. */
export function NoticePart() {
  const { t } = useTranslation('case')
  const notice = useDraftPart((draft) => draft.notice)
  const written = notice.manner === 'written' || notice.manner === 'public'
  const received = isNotice(notice.manner)
  return (
    <>
      <ChoiceField
        path="notice.manner"
        options={Notice.shape.manner.options.map((manner) => ({
          value: manner,
          label: t(`manner.${manner}`),
        }))}
      />
      <TextField path="notice.office" help={t('help.notice.office')} />
      <TextField path="notice.department" help={t('help.notice.department')} />
      {(written || filled(notice.documentNumber)) && <TextField path="notice.documentNumber" />}
      <TextField path="notice.caseNumber" />
      <div className={styles.pair}>
        {(written || filled(notice.issuedOn)) && <DateField path="notice.issuedOn" />}
        <DateField path="notice.receivedOn" help={received ? undefined : t('help.notice.learnedOn')} />
      </div>
      <div className={styles.pair}>
        <DateField path="notice.acceptedOn" help={t('help.notice.acceptedOn')} />
        {(written || filled(notice.receiptReturnedOn)) && (
          <DateField path="notice.receiptReturnedOn" help={t('help.notice.receiptReturnedOn')} />
        )}
      </div>
      <DateField path="notice.replyDueOn" help={t('help.notice.replyDueOn')} />
      <div className={styles.pair}>
        <TextField path="notice.prosecutor.name" />
        <TextField path="notice.prosecutor.phone" inputMode="tel" />
      </div>
      <TextField path="notice.remarks" />
    </>
  )
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text !== ''
}
