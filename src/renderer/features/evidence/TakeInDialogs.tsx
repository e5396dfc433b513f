import { Button, Modal, Radio } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import { isTextField } from '../../app/shortcut-keys.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { fileName } from './evidence-rows.ts'
import type { Twin } from './intake-plan.ts'
import { mustBeRead, type TakeInDesk } from './take-in-desk.ts'
import { type DoubleFile, itemOf, nameOf, type TakeInReport, type WantedFile } from './take-in-run.ts'
import styles from './Evidence.module.css'
import type { TakeInQuestion } from './use-take-in.ts'

/** Lines of a list that are shown; the rest is counted. */
const mostLines = 200

/** Asks before many files or whole folders are taken in. */
export function TakeInQuestionDialog({ question }: { readonly question: TakeInQuestion }) {
  const { t } = useTranslation('evidence')
  const formats = useFormats()
  const { shape, foldersFit } = question
  const [groups, setGroups] = useState<'from-folders' | 'one'>(
    shape.folders.length > 0 && foldersFit ? 'from-folders' : 'one',
  )
  const names = shape.folders.slice(0, 6).join(t('list.comma'))
  return (
    <Modal
      open
      title={t('question.title', { count: shape.files, size: formats.size(shape.bytes) })}
      okText={t('question.ok', { count: shape.files })}
      cancelText={t('cancel')}
      okButtonProps={{ autoFocus: true }}
      onOk={() => question.answer(groups)}
      onCancel={question.cancel}
    >
      {shape.folders.length === 0 ? (
        <p>
          {question.groupName === undefined
            ? t('question.byName')
            : t('question.into', { group: question.groupName })}
        </p>
      ) : (
        <Radio.Group
          className={styles.radios ?? ''}
          value={groups}
          onChange={(event) => setGroups(event.target.value as typeof groups)}
        >
          <Radio value="from-folders" disabled={!foldersFit}>
            {t('question.folders', { count: shape.folders.length })}
            <span className={styles.radioNote}>
              {foldersFit
                ? shape.folders.length > 6
                  ? t('question.names', { names, count: shape.folders.length })
                  : names
                : t('question.tooManyGroups')}
            </span>
          </Radio>
          <Radio value="one">
            {question.groupName === undefined
              ? t('question.oneByName')
              : t('question.one', { group: question.groupName })}
          </Radio>
        </Radio.Group>
      )}
    </Modal>
  )
}

interface TakeInReportsProps {
  readonly caseId: string
  readonly desk: TakeInDesk
  readonly onRetry: (files: readonly WantedFile[], leftOut: readonly []) => Promise<void>
}

/** What could not be taken in, and what was there before: told at the end, with a choice for each file. */
export function TakeInReports({ caseId, desk, onRetry }: TakeInReportsProps) {
  const { t } = useTranslation('evidence')
  const notify = useNotify()
  const reports = useSyncExternalStore(desk.subscribe, desk.reports)
  const report = reports.find((each) => each.caseId === caseId)
  const [seen, setSeen] = useState<string>()
  const id = report?.id
  useEffect(() => {
    if (id === undefined) return
    const look = () => setSeen(id)
    // Who is typing goes on typing.
    if (!isTextField(document.activeElement)) return look()
    return notify({
      text: t('report.waits'),
      kind: 'warning',
      seconds: Infinity,
      action: { label: t('report.look'), run: look },
    })
  }, [id, notify, t])
  return report && report.id === seen ? (
    <Report key={report.id} report={report} desk={desk} onRetry={onRetry} />
  ) : null
}

function Report({
  report,
  desk,
  onRetry,
}: Omit<TakeInReportsProps, 'caseId'> & { readonly report: TakeInReport }) {
  const { t } = useTranslation('evidence')
  const language = useLanguage()
  const notify = useNotify()
  const announce = useAnnounce()
  const { session } = useServices()
  const { failed, doubles, leftOut } = report
  const change = (part: Partial<TakeInReport>) => {
    const next = { ...report, ...part }
    desk.replace(report.id, mustBeRead(next) ? next : undefined)
  }
  const addAnyway = async (chosen: readonly DoubleFile[]) => {
    try {
      const ids = await session.register().items.add(
        report.caseId,
        chosen.map(({ stored }) => itemOf(stored)),
      )
      change({
        added: [...report.added, ...ids],
        doubles: doubles.filter((each) => !chosen.includes(each)),
      })
      announce(t('takeIn.done', { count: ids.length }))
    } catch (error) {
      notify.failure(error)
    }
  }
  const skip = (chosen: readonly DoubleFile[]) =>
    change({ doubles: doubles.filter((each) => !chosen.includes(each)) })
  const reason = (error: unknown) =>
    error instanceof Failure ? explainFailure(error, language) : t('report.bug')
  const twinWords = (twin: Twin) =>
    twin.kind === 'item'
      ? t('twin.item', { label: twin.label, name: twin.name })
      : twin.kind === 'trashed'
        ? t('twin.trashed', { name: twin.name })
        : t('twin.file', { file: fileName(twin.path) })
  const close = () => desk.replace(report.id, undefined)
  return (
    <Modal
      open
      width={720}
      title={t('report.title', { count: report.added.length })}
      footer={
        <Button autoFocus onClick={close}>
          {doubles.length > 0 ? t('report.closeSkip') : t('report.close')}
        </Button>
      }
      onCancel={close}
    >
      <div className={styles.report}>
        {failed.length > 0 && (
          <section>
            <header className={styles.reportHead}>
              <h3>{t('report.failed', { count: failed.length })}</h3>
              <Button
                size="small"
                onClick={() => {
                  change({ failed: [] })
                  void onRetry(failed, [])
                }}
              >
                {t('report.retryAll')}
              </Button>
            </header>
            <ul className={styles.reportList}>
              {failed.slice(0, mostLines).map((each, index) => (
                <li key={index}>
                  <span className={styles.reportText}>
                    <strong>{nameOf(each)}</strong>
                    <span className={styles.reportWhy}>{reason(each.error)}</span>
                  </span>
                  <Button
                    size="small"
                    type="text"
                    aria-label={t('report.retryOne', { file: nameOf(each) })}
                    onClick={() => {
                      change({ failed: failed.filter((other) => other !== each) })
                      void onRetry([each], [])
                    }}
                  >
                    {t('report.retry')}
                  </Button>
                </li>
              ))}
              <More count={failed.length - mostLines} />
            </ul>
          </section>
        )}
        {doubles.length > 0 && (
          <section>
            <header className={styles.reportHead}>
              <h3>{t('report.doubles', { count: doubles.length })}</h3>
              <Button size="small" onClick={() => skip(doubles)}>
                {t('report.skipAll')}
              </Button>
              <Button size="small" onClick={() => void addAnyway(doubles)}>
                {t('report.addAll')}
              </Button>
            </header>
            <ul className={styles.reportList}>
              {doubles.slice(0, mostLines).map((each, index) => (
                <li key={index}>
                  <span className={styles.reportText}>
                    <strong>{fileName(each.stored.original.path)}</strong>
                    <span className={styles.reportWhy}>{twinWords(each.twin)}</span>
                  </span>
                  <Button size="small" type="text" onClick={() => skip([each])}>
                    {t('report.skip')}
                  </Button>
                  <Button size="small" type="text" onClick={() => void addAnyway([each])}>
                    {t('report.add')}
                  </Button>
                </li>
              ))}
              <More count={doubles.length - mostLines} />
            </ul>
          </section>
        )}
        {leftOut.length > 0 && (
          <section>
            <header className={styles.reportHead}>
              <h3>{t('report.leftOut', { count: leftOut.length })}</h3>
            </header>
            <ul className={styles.reportList}>
              {leftOut.slice(0, mostLines).map((each) => (
                <li key={each.path}>
                  <span className={styles.reportText}>
                    <strong>{each.path}</strong>
                    <span className={styles.reportWhy}>{t(`leftOut.${each.why}`)}</span>
                  </span>
                </li>
              ))}
              <More count={leftOut.length - mostLines} />
            </ul>
          </section>
        )}
      </div>
    </Modal>
  )
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation('evidence')
  return count > 0 ? <li className="quiet">{t('report.more', { count })}</li> : null
}
