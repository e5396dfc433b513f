import { instantOf } from '../../../shared/domain/instant.ts'
import { LoadingOutlined } from '@ant-design/icons'
import { Button, Modal, Radio } from 'antd'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkPaperRequest } from '../../../engine/jobs.ts'
import { containerName } from '../../../shared/domain/container-name.ts'
import type { Language } from '../../../shared/messages/explain.ts'
import { isAbort } from '../../app/error-details.ts'
import { useNotify } from '../../app/notify.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useServices } from '../../services.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { Preview } from '../preview/Preview.tsx'
import type { PreviewSource } from '../preview/use-preview-document.ts'
import { useWork } from '../use-work.ts'
import styles from './case-papers.module.css'
import { saveWritten } from './save-written.ts'

interface PaperDialogProps {
  readonly title: string
  /** Of the saved file, before its title and ending; blank for none. */
  readonly fileStem: string
  /** What is to be set in a language; `createdAt` is a UTC instant to the second. */
  readonly request: (language: Language, createdAt: string) => WorkPaperRequest
  readonly onClose: () => void
}

interface Written {
  readonly key: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const mostNameCharacters = 70

/** A paper about the work as it prints, in a language of one's choice, to be saved as PDF or printed. */
export function PaperDialog({ title, fileStem, request, onClose }: PaperDialogProps) {
  const { t } = useTranslation('workPapers')
  const { engine, platform, now, newId } = useServices()
  const notify = useNotify()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [written, setWritten] = useState<Written>()
  const [failed, setFailed] = useState<unknown>()
  const work = useWork()
  const languageId = useId()
  // What the dialog was opened for; the window behind it may change.
  const asked = useRef(request)

  useEffect(() => {
    const control = new AbortController()
    setWritten(undefined)
    setFailed(undefined)
    engine
      .writePaper(asked.current(language, instantOf(now())), control.signal)
      .then((bytes) => setWritten({ key: newId(), bytes }))
      .catch((error: unknown) => {
        if (!control.signal.aborted && !isAbort(error)) setFailed(error)
      })
    return () => control.abort(new DOMException('stopped', 'AbortError'))
  }, [engine, language, now, newId])

  const name = `${containerName([fileStem, title].filter(Boolean).join('_'), mostNameCharacters)}.pdf`
  const save = () =>
    work.run(async () => {
      if (!written) return
      const sink = await saveWritten(platform, name, written.bytes)
      if (!sink) return
      const open = () => platform.open?.(sink).catch(notify.failure)
      notify({
        text: t('saved', { name: sink.name }),
        kind: 'done',
        ...(platform.open ? { action: { label: t('open'), run: open, stays: true } } : {}),
      })
    })
  const print = () =>
    work.run(async () => {
      if (!written) return
      const { bytes } = written
      await platform.print?.({
        name,
        bytes: bytes.length,
        stream: () => once(bytes),
        copies: 1,
        sides: 'single',
      })
      notify({ text: t('opened', { name: title }), kind: 'done' })
    })
  return (
    <Modal
      open
      title={title}
      width={720}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button disabled={!written || work.busy} onClick={() => void save()}>
            {t('save')}
          </Button>
          {platform.print && (
            <Button type="primary" disabled={!written} loading={work.busy} onClick={() => void print()}>
              {t('print')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <div className={styles.line}>
          <span id={languageId}>{t('language')}</span>
          <Radio.Group
            aria-labelledby={languageId}
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
        {failed !== undefined && <ErrorNotice error={failed} />}
        {work.error !== undefined && <ErrorNotice error={work.error} />}
        {written ? (
          <PaperPages key={written.key} written={written} />
        ) : (
          failed === undefined && (
            <p className="quiet" role="status">
              <LoadingOutlined aria-hidden /> {t('making')}
            </p>
          )
        )}
      </div>
    </Modal>
  )
}

function PaperPages({ written: { key, bytes } }: { readonly written: Written }) {
  const { t } = useTranslation('workPapers')
  const [rotation, setRotation] = useState<0 | 90 | 180 | 270>(0)
  const name = t('preview')
  const source = useMemo<PreviewSource>(
    () => ({
      key,
      name,
      mediaType: 'application/pdf',
      bytes: bytes.length,
      // Opening hands the bytes over; saving and printing need them too.
      read: () => Promise.resolve(bytes.slice()),
    }),
    [key, name, bytes],
  )
  return (
    <div className={styles.pages}>
      <Preview source={source} rotation={rotation} onRotate={setRotation} />
    </div>
  )
}

async function* once(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield await Promise.resolve(bytes)
}
