import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { carriesFiles, droppedFiles } from '../../platform/dropped-files.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import styles from './holders.module.css'

interface PapersDropProps {
  readonly readOnly: boolean
  readonly onFiles: (files: Promise<GatheredFiles>) => void
  readonly children: ReactNode
}

/** The page of a holder: files dropped anywhere on it become standing papers. */
export function PapersDrop({ readOnly, onFiles, children }: PapersDropProps) {
  const { t } = useTranslation('library')
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const end = () => {
    depth.current = 0
    setOver(false)
  }
  const ifFiles = (work: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    work(event)
  }
  return (
    <div
      className={styles.dropPage}
      onDragEnter={ifFiles(() => {
        depth.current += 1
        setOver(true)
      })}
      onDragOver={ifFiles((event) => {
        event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy'
      })}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) end()
      }}
      onDrop={ifFiles((event) => {
        end()
        if (!readOnly) onFiles(droppedFiles(event.dataTransfer))
      })}
    >
      {children}
      {over && (
        <div className={styles.overlay} aria-hidden>
          {t(readOnly ? 'dropReadOnly' : 'dropHere')}
        </div>
      )}
    </div>
  )
}
