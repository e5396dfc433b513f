import { Button, Input, Modal, Select } from 'antd'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfHolder } from '../../../shared/domain/holder-profile.ts'
import { type NoticeManner, noticeManners } from '../../../shared/domain/notice.ts'
import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import { DateInput } from '../../components/DateInput.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { FileDrop } from '../../components/notice/FileDrop.tsx'
import { useLibrary } from '../../components/papers/use-library.ts'
import { tidyDateText } from '../../components/date-text.ts'
import { useWork } from '../../components/use-work.ts'
import { localDate } from '../../i18n/formats.ts'
import { pickFiles } from '../../platform/pick-files.ts'
import type { PickedFile } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import type { RecordedNotice } from './use-record-notice.ts'
import styles from './cases.module.css'

interface RecordNoticeProps {
  readonly onRecord: (recorded: RecordedNotice) => Promise<unknown>
  readonly onClose: () => void
}

/** The few things that make a case of a notice: office, how and when, brand; a holder and the file where they are at hand. */
export function RecordNotice({ onRecord, onClose }: RecordNoticeProps) {
  const { t } = useTranslation('notice')
  const { t: inCase } = useTranslation('case')
  const { now } = useServices()
  const library = useLibrary()
  const work = useWork()
  const [office, setOffice] = useState('')
  const [manner, setManner] = useState<NoticeManner>('written')
  const [receivedOn, setReceivedOn] = useState(localDate(now()))
  const [brand, setBrand] = useState('')
  const [holderId, setHolderId] = useState('')
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const [asked, setAsked] = useState(false)
  const holders = (library?.holders ?? []).filter((one) => !one.isDamaged && nameOfHolder(one) !== '')
  const officeLabel = t(manner === 'police' ? 'officePolice' : 'office')
  const missing = (label: string, text: string) =>
    asked && text.trim() === '' ? t('missing', { field: label }) : undefined

  const submit = () => {
    setAsked(true)
    const day = tidyDateText(receivedOn)
    setReceivedOn(day)
    if (office.trim() === '' || brand.trim() === '' || !isCalendarDate(day)) return
    const holder = holders.find(({ id }) => id === holderId)
    void work.run(() =>
      onRecord({ office: office.trim(), manner, receivedOn: day, brand: brand.trim(), holder, files }),
    )
  }
  return (
    <Modal
      open
      title={t('recordTitle')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={work.busy}>
            {t('cancel')}
          </Button>
          <Button type="primary" loading={work.busy} onClick={submit}>
            {t('recordOk')}
          </Button>
        </>
      }
    >
      <form
        className="stack"
        autoComplete="off"
        // A file dropped beside its place is no case folder for the page below.
        onDragEnter={keepHere}
        onDragOver={keepHere}
        onDragLeave={keepHere}
        onDrop={keepHere}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="quiet">{t('recordText')}</p>
        <FormField label={officeLabel} required error={missing(officeLabel, office)}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={500}
              value={office}
              onChange={(event) => setOffice(event.target.value)}
            />
          )}
        </FormField>
        <FormField label={t('manner')} required>
          {({ status: _status, ...control }) => (
            <Select
              {...control}
              virtual={false}
              value={manner}
              options={noticeManners.map((one) => ({ value: one, label: inCase(`manner.${one}`) }))}
              onChange={setManner}
            />
          )}
        </FormField>
        <DateInput
          label={t('receivedOn')}
          value={receivedOn}
          wrong={t('notDate')}
          error={asked && !isCalendarDate(receivedOn) ? t('notDate') : undefined}
          readOnly={false}
          onChange={setReceivedOn}
        />
        <FormField label={t('brand')} required error={missing(t('brand'), brand)}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={brand}
              onChange={(event) => setBrand(event.target.value)}
            />
          )}
        </FormField>
        {holders.length > 0 && (
          <FormField label={t('holder')}>
            {({ status: _status, ...control }) => (
              <Select
                {...control}
                virtual={false}
                value={holderId}
                options={[
                  { value: '', label: t('holderNone') },
                  ...holders.map((one) => ({ value: one.id, label: nameOfHolder(one) })),
                ]}
                onChange={setHolderId}
              />
            )}
          </FormField>
        )}
        <div role="group" aria-label={t('file')}>
          <FileDrop enabled onFiles={setFiles}>
            <span className={styles.dropText}>
              {files.length === 0
                ? t('drop')
                : t('fileChosen', { count: files.length, names: files.map(({ path }) => path).join('、') })}
            </span>
            {files.length > 0 && <Button onClick={() => setFiles([])}>{t('fileRemove')}</Button>}
            <Button
              onClick={() =>
                void pickFiles().then((gathered) => gathered.files.length > 0 && setFiles(gathered.files))
              }
            >
              {t('choose')}
            </Button>
          </FileDrop>
        </div>
        {work.error !== undefined && <ErrorNotice error={work.error} />}
        {/* Enter in a field records, as in every form. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

function keepHere(event: DragEvent) {
  event.preventDefault()
  event.stopPropagation()
}
