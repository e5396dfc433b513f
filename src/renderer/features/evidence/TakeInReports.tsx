import { Button, Modal } from 'antd'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { useNotify } from '../../app/notify.ts'
import { isTextField } from '../../app/shortcut-keys.ts'
import { pickFiles } from '../../platform/pick-files.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { fileName } from './evidence-rows.ts'
import type { Twin } from './intake-plan.ts'
import { mustBeRead, type TakeInDesk } from './take-in-desk.ts'
import {
  type DoubleFile,
  type FailedFile,
  itemOf,
  nameOf,
  type TakeInReport,
  type WantedFile,
} from './take-in-run.ts'
import styles from './Evidence.module.css'

/** Lines of a list that are shown; the rest is counted. */
const mostLines = 200

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
  const readable = failed.filter((each) => !mustBeChosenAgain(each))
  const chooseAgain = async (each: FailedFile) => {
    try {
      const { files } = await pickFiles()
      if (files.length === 0) return
      change({ failed: failed.filter((other) => other !== each) })
      await onRetry(
        files.map((picked) => ({ picked, groupId: each.groupId })),
        [],
      )
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
        <Section
          heading={t('report.failed', { count: failed.length })}
          actions={
            readable.length > 0 && (
              <Button
                size="small"
                onClick={() => {
                  change({ failed: failed.filter(mustBeChosenAgain) })
                  void onRetry(readable, [])
                }}
              >
                {t('report.retryAll')}
              </Button>
            )
          }
          entries={failed}
          name={nameOf}
          why={({ error }) => reason(error)}
          choices={(each) =>
            mustBeChosenAgain(each) ? (
              <Button
                size="small"
                type="text"
                aria-label={t('report.chooseOne', { file: nameOf(each) })}
                onClick={() => void chooseAgain(each)}
              >
                {t('report.choose')}
              </Button>
            ) : (
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
            )
          }
        />
        <Section
          heading={t('report.doubles', { count: doubles.length })}
          actions={
            <>
              <Button size="small" onClick={() => skip(doubles)}>
                {t('report.skipAll')}
              </Button>
              <Button size="small" onClick={() => void addAnyway(doubles)}>
                {t('report.addAll')}
              </Button>
            </>
          }
          entries={doubles}
          name={({ stored }) => fileName(stored.original.path)}
          why={({ twin }) => twinWords(twin)}
          choices={(each) => (
            <>
              <Button size="small" type="text" onClick={() => skip([each])}>
                {t('report.skip')}
              </Button>
              <Button size="small" type="text" onClick={() => void addAnyway([each])}>
                {t('report.add')}
              </Button>
            </>
          )}
        />
        <Section
          heading={t('report.leftOut', { count: leftOut.length })}
          entries={leftOut}
          name={({ path }) => path}
          why={({ why }) => t(`leftOut.${why}`)}
        />
      </div>
    </Modal>
  )
}

/** The browser never reads a file again that was written to after it was chosen. */
function mustBeChosenAgain({ error }: FailedFile): boolean {
  return error instanceof Failure && error.code === 'intake.changed'
}

interface SectionProps<Entry> {
  readonly heading: string
  /** What can be done with all of them. */
  readonly actions?: ReactNode
  readonly entries: readonly Entry[]
  readonly name: (entry: Entry) => string
  readonly why: (entry: Entry) => string
  readonly choices?: (entry: Entry) => ReactNode
}

/** Files of one fate, each with its reason; nothing when there are none. */
function Section<Entry>({ heading, actions, entries, name, why, choices }: SectionProps<Entry>) {
  const { t } = useTranslation('evidence')
  if (entries.length === 0) return null
  return (
    <section>
      <header className={styles.reportHead}>
        <h3>{heading}</h3>
        {actions}
      </header>
      <ul className={styles.reportList}>
        {entries.slice(0, mostLines).map((entry, index) => (
          <li key={index}>
            <span className={styles.reportText}>
              <strong>{name(entry)}</strong>
              <span className={styles.reportWhy}>{why(entry)}</span>
            </span>
            {choices?.(entry)}
          </li>
        ))}
        {entries.length > mostLines && (
          <li className="quiet">{t('report.more', { count: entries.length - mostLines })}</li>
        )}
      </ul>
    </section>
  )
}
