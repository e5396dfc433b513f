import { FileOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../EmptyState.tsx'
import { PagesView } from './PagesView.tsx'
import type { Rotation } from './preview-geometry.ts'
import { isShownAsPages, isShownAsText } from './preview-text.ts'
import { PreviewFailure, PreviewOpening } from './PreviewStates.tsx'
import styles from './Preview.module.css'
import { TextPreview } from './TextPreview.tsx'
import { type PreviewSource, usePreviewDocument } from './use-preview-document.ts'

interface PreviewProps {
  readonly source: PreviewSource
  readonly rotation: Rotation
  readonly onRotate: (rotation: Rotation) => void
  /** Told how many pages there are, once they are known. */
  readonly onPages?: (count: number) => void
  /** Buttons beside those of the preview, and below a sentence when nothing can be shown. */
  readonly actions?: ReactNode
}

/** Shows an original: PDF and pictures page by page, texts as text, anything else as a sentence with a way out. */
export function Preview(props: PreviewProps) {
  const { t } = useTranslation('preview')
  const { source, actions } = props
  if (source.bytes === 0)
    return <Sentence title={t('empty.title')} text={t('empty.text')} actions={actions} />
  if (isShownAsPages(source.mediaType)) return <Document key={source.key} {...props} />
  if (isShownAsText(source.mediaType)) return <TextPreview source={source} actions={actions} />
  return <Sentence title={t('other.title')} text={t('other.text')} actions={actions} />
}

function Document(props: PreviewProps) {
  const opening = usePreviewDocument(props.source)
  const { onPages } = props
  const count = opening.kind === 'open' ? opening.document.pageCount : undefined
  const tell = useRef(onPages)
  tell.current = onPages
  useEffect(() => {
    if (count !== undefined) tell.current?.(count)
  }, [count])
  if (opening.kind === 'opening') return <PreviewOpening />
  if (opening.kind === 'failed') return <PreviewFailure error={opening.error} actions={props.actions} />
  return (
    <PagesView
      name={props.source.name}
      document={opening.document}
      firstPage={opening.firstPage}
      unit={props.source.mediaType === 'application/pdf' ? 'point' : 'pixel'}
      rotation={props.rotation}
      onRotate={props.onRotate}
      actions={props.actions}
    />
  )
}

function Sentence(props: { readonly title: string; readonly text: string; readonly actions: ReactNode }) {
  return (
    <div className={styles.state}>
      <EmptyState level={3} icon={<FileOutlined aria-hidden />} {...props} />
    </div>
  )
}
