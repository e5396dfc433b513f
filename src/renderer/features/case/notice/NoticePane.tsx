import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../../app/announce.ts'
import { copyText } from '../../../app/clipboard.ts'
import { useNotify } from '../../../app/notify.ts'
import { sourceOfPaper } from '../../../components/papers/content-source.ts'
import { Preview } from '../../../components/preview/Preview.tsx'
import type { PreviewSource } from '../../../components/preview/use-preview-document.ts'
import type { Item } from '../../../register/register.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork } from '../case-context.ts'
import { hasText } from '../../../../shared/domain/notice-pages.ts'
import { NoticeProposals } from './NoticeProposals.tsx'
import { useNoticeText } from './use-notice-text.ts'
import styles from './notice.module.css'

interface NoticePaneProps {
  readonly files: readonly Item[]
  readonly shown: Item
  readonly onShow: (id: string) => void
}

/** The notice beside the form: what was read from it, its pages, and its text for copying. */
export function NoticePane({ files, shown, onShow }: NoticePaneProps) {
  const { t } = useTranslation('notice')
  const { session } = useServices()
  const { contentId, original, details } = shown
  const source = useMemo(
    () => sourceOfPaper({ contentId, original, name: details.name }, () => session.register().contents),
    [session, contentId, original, details.name],
  )
  return (
    <div className={styles.pane} role="group" aria-label={t('pane')}>
      {files.length > 1 && (
        <Select
          aria-label={t('which')}
          className={styles.which ?? ''}
          virtual={false}
          value={shown.id}
          options={files.map((file) => ({ value: file.id, label: file.details.name || file.original.path }))}
          onChange={onShow}
        />
      )}
      {source && <Shown key={shown.id} source={source} item={shown} />}
    </div>
  )
}

function Shown({ source, item }: { readonly source: PreviewSource; readonly item: Item }) {
  const { t } = useTranslation('notice')
  const { session } = useServices()
  const announce = useAnnounce()
  const notify = useNotify()
  const { case: stored } = useCaseWork()
  const text = useNoticeText(source)
  const pages = text.kind === 'read' && hasText(text.pages) ? text.pages : undefined
  return (
    <>
      <NoticeProposals text={text} />
      <div className={styles.preview}>
        <Preview
          source={source}
          rotation={item.rotation}
          onRotate={(rotation) =>
            void session.register().items.setRotation(stored.id, item.id, rotation).catch(notify.failure)
          }
        />
      </div>
      {pages && (
        <details className={styles.text}>
          <summary>{t('text')}</summary>
          <Button
            size="small"
            onClick={async () => {
              if (await copyText(pages.join('\n'))) announce(t('copied'))
            }}
          >
            {t('copy')}
          </Button>
          <pre tabIndex={0} aria-label={t('text')}>
            {pages.join('\n\n')}
          </pre>
        </details>
      )}
    </>
  )
}
