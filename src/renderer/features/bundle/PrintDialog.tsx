import { Button, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { isAbort } from '../../app/error-details.ts'
import { useNotify } from '../../app/notify.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { useJobs } from '../../components/JobIndicator.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { isUnderWay } from '../../engine-host/jobs.ts'
import { useFormats } from '../../i18n/formats.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import { useServices } from '../../services.ts'
import { papersOf, printPaper, savePaper, type Sides } from './print-papers.ts'
import styles from './bundle.module.css'

const mostCopies = 20

interface PrintDialogProps {
  readonly bundle: StoredBundle
  readonly onClose: () => void
}

/** What of a bundle is printed, and how often; it is shown before anything is printed. */
export function PrintDialog({ bundle, onClose }: PrintDialogProps) {
  const { t } = useTranslation('print')
  const formats = useFormats()
  const services = useServices()
  const notify = useNotify()
  const papers = papersOf(bundle)
  const [kind, setKind] = useState(papers[0]?.kind ?? 'whole')
  const [copies, setCopies] = useState(1)
  const [sides, setSides] = useState<Sides>('single')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const paper = papers.find((each) => each.kind === kind) ?? papers[0]
  const isToCome = paper !== undefined && paper.contentId === undefined
  const { platform } = services
  const making = useJobs().find((job) => job.kind === 'work-out' && isUnderWay(job))
  const canPrint = platform.print !== undefined

  const attempt = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (failure) {
      if (!isAbort(failure)) setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const show = () =>
    attempt(async () => {
      if (!paper) return
      const name = t(`paper.${paper.kind}`)
      try {
        await printPaper(services, bundle, paper, { name, copies, sides })
      } catch (failure) {
        // A browser opens no tab a while after the click; by now it is made.
        if (!isToCome || !(failure instanceof Failure) || failure.code !== 'print.blocked') throw failure
        notify({ text: t('sheetMade', { button: t('show') }), kind: 'info' })
        return
      }
      notify({ text: t('opened', { name }), kind: 'done' })
    })
  const save = () =>
    attempt(async () => {
      if (!paper) return
      const saved = await savePaper(services, bundle, paper, t(`paper.${paper.kind}`))
      if (!saved) return
      notify({
        text: t('saved', { name: saved.name }),
        kind: 'done',
        ...(platform.open
          ? {
              action: {
                label: t('open'),
                run: () => platform.open?.(saved).catch(notify.failure),
                stays: true,
              },
            }
          : {}),
      })
    })
  return (
    <Modal
      open
      title={t('title')}
      width={560}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button type={canPrint ? 'default' : 'primary'} disabled={busy} onClick={() => void save()}>
            {t('saveCopy')}
          </Button>
          {canPrint && (
            <Button type="primary" loading={busy} onClick={() => void show()}>
              {t('show')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <fieldset className={styles.papers}>
          <legend>{t('what')}</legend>
          <Radio.Group
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
            disabled={busy}
          >
            {papers.map((each) => (
              <Radio key={each.kind} value={each.kind}>
                {t(`paper.${each.kind}`)}
                <span className={styles.paperFacts}>
                  {t('pages', { count: each.pages })}
                  {each.contentId !== undefined && <> · {formats.size(each.bytes)}</>}
                </span>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        {canPrint && (
          <div className={styles.printing}>
            <FormField label={t('copies')} help={t('copiesHelp')}>
              {(control) => (
                <InputNumber
                  {...control}
                  min={1}
                  max={mostCopies}
                  controls={false}
                  precision={0}
                  value={copies}
                  disabled={busy}
                  onChange={(value) => setCopies(value ?? 1)}
                />
              )}
            </FormField>
            <FormField label={t('sides')} help={t('sidesHelp')}>
              {({ autoComplete: _autoComplete, spellCheck: _spellCheck, ...control }) => (
                <Select
                  {...control}
                  value={sides}
                  disabled={busy}
                  onChange={setSides}
                  options={(['single', 'double'] as const).map((value) => ({
                    value,
                    label: t(`sides.${value}`),
                  }))}
                />
              )}
            </FormField>
          </div>
        )}
        {isToCome && <p className={styles.quiet}>{t('sheetToCome')}</p>}
        {making && <JobProgress job={making} />}
        <p className={styles.quiet}>
          {t('exact')} {canPrint ? t('rangeHelp') : t('saveCopyHelp')}
        </p>
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Modal>
  )
}
