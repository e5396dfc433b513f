import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { carriesFiles } from '../../platform/dropped-files.ts'
import styles from './cases.module.css'

interface OpenFolderAreaProps {
  readonly enabled: boolean
  /** Called while the drop is handled: the browser takes its list away afterwards. */
  readonly onDrop: (data: DataTransfer) => void
  readonly children: ReactNode
}

/** Takes a case folder dropped anywhere on it, and says so while one is held over it. */
export function OpenFolderArea({ enabled, onDrop, children }: OpenFolderAreaProps) {
  const { t } = useTranslation('cases')
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const wanted = (event: DragEvent) => enabled && carriesFiles(event.dataTransfer)
  return (
    <div
      className={styles.area}
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
        onDrop(event.dataTransfer)
      }}
    >
      {children}
      {over && (
        <div className={styles.dropHint} aria-hidden="true">
          {t('dropHere')}
        </div>
      )}
    </div>
  )
}
