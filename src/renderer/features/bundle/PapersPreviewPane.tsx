import { LoadingOutlined } from '@ant-design/icons'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Preview } from '../../components/preview/Preview.tsx'
import type { PreviewSource } from '../../components/preview/use-preview-document.ts'
import { useFormats } from '../../i18n/formats.ts'
import type { Item } from '../../register/register.ts'
import { FoundInOriginals } from './FoundInOriginals.tsx'
import type { CasePlan } from '../../components/bundles/plan-case.ts'
import type { PapersPreview, PreviewState } from './use-preview.ts'
import styles from './bundle.module.css'

interface PapersPreviewPaneProps {
  readonly preview: PreviewState
  readonly planned: CasePlan
  /** What is not in the trash. */
  readonly items: readonly Item[]
}

/** The papers as they would be built now, how many pages it comes to, and what was found in the originals. */
export const PapersPreviewPane = memo(function PapersPreviewPane({
  preview,
  planned,
  items,
}: PapersPreviewPaneProps) {
  const { t } = useTranslation('bundle')
  const { t: job } = useTranslation('jobs')
  const formats = useFormats()
  const { shown, busy, progress, error } = preview
  const [paperPages, setPaperPages] = useState<{ readonly key: number; readonly count: number }>()
  const bytes = items.reduce((sum, item) => sum + item.original.bytes, 0)
  return (
    <section className={styles.preview} aria-labelledby="bundle-preview">
      <div className={styles.previewHead}>
        <h2 id="bundle-preview">{t('previewTitle')}</h2>
        <p className={styles.previewFacts}>
          {shown && (
            <>
              <strong>{t('previewPages', { count: shown.pageCount })}</strong>
              <span>
                {t('previewRange', {
                  first: shown.firstPageNumber,
                  last: shown.firstPageNumber + shown.pageCount - 1,
                })}
              </span>
            </>
          )}
          {shown && paperPages?.key === shown.key && (
            <span>{t('previewShows', { shown: paperPages.count, count: shown.pageCount })}</span>
          )}
          {items.length > 0 && (
            <span>
              {t('previewOriginals', { files: formats.number(items.length), size: formats.size(bytes) })}
            </span>
          )}
          {busy && (
            <span className={styles.busy}>
              <LoadingOutlined aria-hidden />
              {progress?.step === 'survey' && progress.total > 0
                ? `${job('step.survey')} ${job('steps', { done: progress.done, total: progress.total })}`
                : t('previewBusy')}
            </span>
          )}
        </p>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      {shown && <FoundInOriginals findings={shown.findings} />}
      {shown ? (
        <Pages
          key={shown.key}
          shown={shown}
          name={t('previewName')}
          onPages={(count) => setPaperPages({ key: shown.key, count })}
        />
      ) : (
        !busy &&
        error === undefined && (
          <EmptyState
            level={3}
            title={t('previewNothing')}
            text={t(planned.errors > 0 ? 'previewNone' : 'previewEmpty')}
          />
        )
      )}
    </section>
  )
})

interface PagesProps {
  readonly shown: PapersPreview
  readonly name: string
  readonly onPages: (count: number) => void
}

function Pages({ shown, name, onPages }: PagesProps) {
  const [rotation, setRotation] = useState<0 | 90 | 180 | 270>(0)
  const source = useMemo<PreviewSource>(
    () => ({
      key: `papers ${shown.key}`,
      name,
      mediaType: 'application/pdf',
      bytes: shown.papers.length,
      // Opening hands the bytes over; the next opening needs them too.
      read: () => Promise.resolve(shown.papers.slice()),
    }),
    [shown, name],
  )
  return (
    <div className={styles.pages}>
      <Preview source={source} rotation={rotation} onRotate={setRotation} onPages={onPages} />
    </div>
  )
}
