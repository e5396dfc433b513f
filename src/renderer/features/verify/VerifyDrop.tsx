import { DownOutlined, FileSearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { isTextField } from '../../app/shortcut-keys.ts'
import { MenuButton } from '../../components/MenuButton.tsx'
import { carriesFiles, droppedFiles } from '../../platform/dropped-files.ts'
import { pastedFiles } from '../../platform/pasted-files.ts'
import { pickFiles, pickFolder } from '../../platform/pick-files.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import type { Depth } from './verify-desk.ts'
import styles from './verify.module.css'

interface VerifyDropProps {
  readonly onFiles: (files: GatheredFiles, depth: Depth) => void
  /** Small above results. */
  readonly compact: boolean
  readonly children: ReactNode
}

/** Takes what is dropped anywhere on the page, pasted or chosen; a full verification unless a quick look is asked for. */
export function VerifyDrop({ onFiles, compact, children }: VerifyDropProps) {
  const { t } = useTranslation('verify')
  const { now } = useServices()
  const notify = useNotify()
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const take = (files: Promise<GatheredFiles>, wanted: Depth) =>
    void files.then((found) => onFiles(found, wanted)).catch((error: unknown) => notify.failure(error))
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || isTextField(event.target)) return
      const files = pastedFiles(event.clipboardData, now())
      if (files.files.length === 0) return
      event.preventDefault()
      latest.current(files, 'full')
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [now])
  const wanted = (event: DragEvent) => carriesFiles(event.dataTransfer)
  return (
    <div
      className={styles.dropPage}
      data-over={over || undefined}
      onDragEnter={(event) => {
        if (!wanted(event)) return
        event.preventDefault()
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => {
        if (!wanted(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeave={(event) => {
        if (!wanted(event)) return
        depth.current -= 1
        if (depth.current <= 0) setOver(false)
      }}
      onDrop={(event) => {
        if (!wanted(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        take(droppedFiles(event.dataTransfer, { everything: true }), 'full')
      }}
    >
      <section className={styles.dropArea} data-compact={compact || undefined} aria-label={t('drop.area')}>
        <FileSearchOutlined className={styles.dropIcon} aria-hidden />
        <div className={styles.dropWords}>
          <p className={styles.dropTitle}>{over ? t('drop.now') : t('drop.title')}</p>
          {!compact && <p className="quiet">{t('drop.text')}</p>}
        </div>
        <div className={styles.dropActions}>
          <Button type={compact ? 'default' : 'primary'} onClick={() => take(pickFiles(), 'full')}>
            {t('drop.files')}
          </Button>
          <Button onClick={() => take(pickFolder(true), 'full')}>{t('drop.folder')}</Button>
          <MenuButton
            type="text"
            hint={t('drop.quickHint')}
            menu={{
              items: [
                { key: 'files', label: t('drop.quickFiles') },
                { key: 'folder', label: t('drop.quickFolder') },
              ],
              onClick: ({ key }) => take(key === 'folder' ? pickFolder(true) : pickFiles(), 'quick'),
            }}
          >
            {t('drop.quick')}
            <DownOutlined aria-hidden />
          </MenuButton>
        </div>
        {!compact && <p className={styles.quickHint}>{t('drop.quickHint')}</p>}
      </section>
      {children}
    </div>
  )
}
