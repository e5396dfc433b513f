import { Button, Input, Modal, Radio } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CaseDraft, recordOfDraft } from '../../../shared/domain/case-draft.ts'
import { checklistOf } from '../../../shared/domain/checklist.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import {
  type AskedFor,
  letterReaders,
  type LetterReader,
  requestLetter,
  rowsToAskFor,
} from '../../../shared/domain/request-letter.ts'
import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import type { Language } from '../../../shared/messages/explain.ts'
import { requestLetterText } from '../../../shared/messages/request-letter-text.ts'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { useToday } from '../../i18n/use-today.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { DateInput } from '../DateInput.tsx'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { FormField } from '../FormField.tsx'
import { useWork } from '../use-work.ts'
import { AskedRows } from './AskedRows.tsx'
import styles from './case-papers.module.css'
import { saveWritten, textFile } from './save-written.ts'

interface RequestLetterDialogProps {
  readonly draft: CaseDraft
  /** SHA-256 of the originals in the case. */
  readonly here: ReadonlySet<string>
  /** Notes in the checklist what was asked for (`markRequested`); absent where it cannot be changed. */
  readonly onRequested?: (asked: AskedFor) => Promise<void> | void
  readonly onClose: () => void
}

const mostNameCharacters = 60

/** A letter or e-mail that asks for the papers a case lacks: for whom, which, by when; copied, saved, and noted. */
export function RequestLetterDialog({ draft, here, onRequested, onClose }: RequestLetterDialogProps) {
  const { t } = useTranslation('workPapers')
  const { law, platform } = useServices()
  const notify = useNotify()
  const work = useWork()
  const today = useToday()
  const [reader, setReader] = useState<LetterReader>('client')
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [neededBy, setNeededBy] = useState('')
  const [from, setFrom] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const ids = { reader: useId(), language: useId() }

  const record = useMemo(() => recordOfDraft(draft, () => []), [draft])
  const rows = useMemo(
    () => rowsToAskFor(checklistOf(record, law, today, here), reader),
    [record, law, today, here, reader],
  )
  const chosen = rows.filter(({ code }) => !left.has(code))
  const day = isCalendarDate(neededBy) ? neededBy : ''
  const letter = requestLetterText(requestLetter(record, law, chosen, reader, day), language)

  const copy = async () => {
    const copied = await copyText(`${letter.subject}\n\n${letter.body}`)
    if (copied) notify({ text: t('letter.copied'), kind: 'done', seconds: 3 })
    else notify({ text: t('letter.copyFailed'), kind: 'warning' })
  }
  const save = () =>
    work.run(async () => {
      const name = containerName(`${draft.caseCode}_${t('letter.fileName')}`, mostNameCharacters)
      const sink = await saveWritten(platform, `${name}.txt`, textFile(`${letter.subject}\n\n${letter.body}`))
      if (sink) notify({ text: t('saved', { name: sink.name }), kind: 'done' })
    })
  const mark = () =>
    work.run(async () => {
      await onRequested?.({ codes: chosen.map(({ code }) => code), from: from.trim(), on: today })
      notify({ text: t('letter.marked', { count: chosen.length }), kind: 'done' })
      onClose()
    })
  const none = chosen.length === 0
  return (
    <Modal
      open
      title={t('letter.title')}
      width={720}
      onCancel={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t('close')}</Button>
          {onRequested && (
            <Button disabled={none} loading={work.busy} onClick={() => void mark()}>
              {none ? t('letter.markNone') : t('letter.mark', { count: chosen.length })}
            </Button>
          )}
          <Button disabled={none || work.busy} onClick={() => void save()}>
            {t('letter.save')}
          </Button>
          <Button type="primary" disabled={none} onClick={() => void copy()}>
            {t('letter.copy')}
          </Button>
        </div>
      }
    >
      <div className="stack">
        <div className={styles.line}>
          <span id={ids.reader}>{t('letter.reader')}</span>
          <Radio.Group
            aria-labelledby={ids.reader}
            value={reader}
            onChange={(event) => setReader(event.target.value as LetterReader)}
          >
            {letterReaders.map((one) => (
              <Radio key={one} value={one}>
                {t(`letter.reader.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        </div>
        <div className={styles.line}>
          <span id={ids.language}>{t('letter.language')}</span>
          <Radio.Group
            aria-labelledby={ids.language}
            value={language}
            onChange={(event) => setLanguage(event.target.value === 'zh' ? 'zh' : 'en')}
          >
            {(['zh', 'en'] as const).map((one) => (
              <Radio key={one} value={one}>
                {t(`language.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        </div>
        <div className={styles.fields}>
          <DateInput
            label={t('letter.neededBy')}
            value={neededBy}
            wrong={t('letter.neededByWrong')}
            readOnly={false}
            onChange={setNeededBy}
          />
          {onRequested && (
            <FormField label={t('letter.from')} help={t('letter.fromHelp')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={from}
                  onChange={(event) => setFrom(event.target.value)}
                />
              )}
            </FormField>
          )}
        </div>
        <AskedRows rows={rows} left={left} onLeft={setLeft} />
        {!none && (
          <>
            <FormField label={t('letter.subject')}>
              {(control) => <Input {...control} readOnly value={letter.subject} />}
            </FormField>
            <FormField label={t('letter.body')} help={t('letter.secrecy')}>
              {(control) => <Input.TextArea {...control} readOnly value={letter.body} />}
            </FormField>
          </>
        )}
        {work.error !== undefined && <ErrorNotice error={work.error} />}
      </div>
    </Modal>
  )
}
