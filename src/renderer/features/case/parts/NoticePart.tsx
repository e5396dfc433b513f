import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNotice, Notice } from '../../../../shared/domain/notice.ts'
import { FileDrop } from '../../../components/notice/FileDrop.tsx'
import { pickFiles } from '../../../platform/pick-files.ts'
import { useCaseWork, useDraftPart } from '../case-context.ts'
import { NoticeCame } from '../notice/NoticeCame.tsx'
import { NoticePane } from '../notice/NoticePane.tsx'
import { useNoticeFiles } from '../notice/use-notice-files.ts'
import notice from '../notice/notice.module.css'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'
import styles from '../case.module.css'

/** The notice: its file, and beside it how and when it came, from whom, what it named. */
export function NoticePart() {
  const { t } = useTranslation('notice')
  const { readOnly } = useCaseWork()
  const blank = useDraftPart(({ notice: { office, issuedOn, caseNumber } }) =>
    [office, issuedOn, caseNumber].some((text) => !filled(text)),
  )
  const [wanted, setWanted] = useState<string>()
  const [open, setOpen] = useState(blank)
  const { files, take } = useNoticeFiles((id) => {
    setWanted(id)
    setOpen(true)
  })
  const shown = files.find(({ id }) => id === wanted) ?? files[0]
  const choose = () => void pickFiles().then((gathered) => take(gathered.files))
  return (
    <div className={notice.work}>
      <NoticeCame />
      {!readOnly && (
        <FileDrop enabled onFiles={take}>
          <span className={notice.dropText}>{t('drop')}</span>
          <Button onClick={choose}>{t(shown ? 'more' : 'choose')}</Button>
        </FileDrop>
      )}
      {shown && (
        <div className={notice.turn}>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'close' : 'open')}
          </Button>
        </div>
      )}
      <div className={notice.columns} data-notice-open={(open && shown !== undefined) || undefined}>
        <div className={notice.fields}>
          <NoticeFields />
        </div>
        {open && shown && <NoticePane files={files} shown={shown} onShow={setWanted} />}
      </div>
    </div>
  )
}

/** A notice not written has no number and no date of its own. */
function NoticeFields() {
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
