import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/formats.ts'
import { decodeText, shownTextBytes, type ShownText } from './preview-text.ts'
import { PreviewFailure, PreviewOpening } from './PreviewStates.tsx'
import styles from './Preview.module.css'
import type { PreviewSource } from './use-preview-document.ts'

/** The beginning of a text file, as text. */
export function TextPreview({ source, actions }: { source: PreviewSource; actions?: React.ReactNode }) {
  const { t } = useTranslation('preview')
  const formats = useFormats()
  const [shown, setShown] = useState<{ key: string; text?: ShownText; error?: unknown }>()
  const { key, read } = source
  useEffect(() => {
    const control = new AbortController()
    read(shownTextBytes, control.signal)
      .then((bytes) => {
        if (!control.signal.aborted) setShown({ key, text: decodeText(bytes) })
      })
      .catch((error: unknown) => {
        if (!control.signal.aborted) setShown({ key, error })
      })
    return () => control.abort(new DOMException('stopped', 'AbortError'))
    // What is read is named by `key`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  if (shown?.key !== key) return <PreviewOpening />
  if (!shown.text) return <PreviewFailure error={shown.error} actions={actions} />
  const cut = source.bytes > shownTextBytes
  return (
    <div className={styles.pagesView}>
      <div className={styles.toolbar}>
        <span className={styles.note}>
          {cut
            ? t('text.cut', { encoding: shown.text.encoding, size: formats.size(shownTextBytes) })
            : t('text.whole', { encoding: shown.text.encoding })}
        </span>
        <span className={styles.spring} />
        {actions}
      </div>
      <pre tabIndex={0} data-pages aria-label={t('pages', { name: source.name })} className={styles.text}>
        {shown.text.text}
      </pre>
    </div>
  )
}
