import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useNotify } from '../../app/notify.ts'
import { carriesFiles, droppedFiles } from '../../platform/dropped-files.ts'
import type { PickedFile } from '../../platform/platform.ts'
import styles from './notice.module.css'

interface FileDropProps {
  readonly enabled: boolean
  readonly onFiles: (files: readonly PickedFile[]) => void
  readonly children: ReactNode
}

/** A framed place that takes dropped files. The way by keyboard is a button inside it. */
export function FileDrop({ enabled, onFiles, children }: FileDropProps) {
  const notify = useNotify()
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const wanted = (event: DragEvent) => enabled && carriesFiles(event.dataTransfer)
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      data-file-drop
      onDragEnter={(event) => {
        if (!wanted(event)) return
        event.preventDefault()
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => {
        if (!wanted(event)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) setOver(false)
      }}
      onDrop={(event) => {
        if (!wanted(event)) return
        event.preventDefault()
        event.stopPropagation()
        depth.current = 0
        setOver(false)
        droppedFiles(event.dataTransfer)
          .then(({ files }) => onFiles(files))
          .catch((error: unknown) => notify.failure(error))
      }}
    >
      {children}
    </div>
  )
}
