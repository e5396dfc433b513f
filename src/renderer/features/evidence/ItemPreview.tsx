import { CompressOutlined, DownloadOutlined, ExpandAltOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Preview } from '../../components/preview/Preview.tsx'
import { Tool } from '../../components/preview/PreviewToolbar.tsx'
import type { PreviewSource } from '../../components/preview/use-preview-document.ts'
import { useServices } from '../../services.ts'
import { type EvidenceRow, fileName } from './evidence-rows.ts'
import type { EvidenceActions } from './use-evidence-actions.ts'

interface ItemPreviewProps {
  readonly row: EvidenceRow
  readonly actions: EvidenceActions
  /** It fills the page. */
  readonly expanded: boolean
  readonly onExpanded: (expanded: boolean) => void
}

/** How an original looks, with the ways to take it out and to see it larger. */
export function ItemPreview({ row, actions, expanded, onExpanded }: ItemPreviewProps) {
  const { t } = useTranslation('evidence')
  const { session } = useServices()
  const { contentId, original, rotation, id, details } = row.item
  const source = useMemo<PreviewSource>(
    () => ({
      key: contentId,
      name: details.name || fileName(original.path),
      mediaType: original.mediaType,
      bytes: original.bytes,
      read: async (length, signal) => {
        const reader = await session.register().contents.open(contentId)
        if (length < reader.bytes) return reader.read(0, length)
        const whole = new Uint8Array(reader.bytes)
        let at = 0
        for await (const chunk of reader.stream()) {
          signal.throwIfAborted()
          whole.set(chunk, at)
          at += chunk.length
        }
        return whole
      },
    }),
    [session, contentId, details.name, original],
  )
  // Shown at once: a second turn may come before the first one is stored.
  const [wanted, setWanted] = useState<typeof rotation>()
  if (wanted === rotation) setWanted(undefined)
  const rotate = async (next: typeof rotation) => {
    setWanted(next)
    if (!(await actions.rotate(id, next))) setWanted(undefined)
  }
  return (
    <Preview
      source={source}
      rotation={wanted ?? rotation}
      onRotate={(next) => void rotate(next)}
      actions={
        <>
          <Tool
            label={t('takeOut')}
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => void actions.takeOut([row], row.label)}
          />
          <Tool
            label={t(expanded ? 'preview.smaller' : 'preview.larger')}
            icon={expanded ? <CompressOutlined /> : <ExpandAltOutlined />}
            pressed={expanded}
            onClick={() => onExpanded(!expanded)}
          />
        </>
      }
    />
  )
}
