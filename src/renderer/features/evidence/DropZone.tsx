import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { carriesFiles, droppedFiles } from '../../platform/dropped-files.ts'
import { pastedFiles } from '../../platform/pasted-files.ts'
import type { GatheredFiles } from '../../platform/platform.ts'
import { useServices } from '../../services.ts'
import styles from './Evidence.module.css'

interface DropZoneProps {
  readonly disabled: boolean
  /** The group files go to when they are dropped outside of the groups. */
  readonly groupId: string | undefined
  readonly groupName: (id: string | undefined) => string | undefined
  readonly onFiles: (files: GatheredFiles, groupId: string | undefined) => void
  readonly children: ReactNode
}

/** Takes files dropped anywhere on it, or pasted while it is shown; says where they will go. */
export function DropZone({ disabled, groupId, groupName, onFiles, children }: DropZoneProps) {
  const { t } = useTranslation('evidence')
  const { now } = useServices()
  const notify = useNotify()
  const [over, setOver] = useState<{ readonly groupId: string | undefined }>()
  const depth = useRef(0)
  const latest = useRef({ disabled, groupId, onFiles })
  useEffect(() => {
    latest.current = { disabled, groupId, onFiles }
  })

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (latest.current.disabled || !event.clipboardData || isField(event.target)) return
      const files = pastedFiles(event.clipboardData, now())
      if (files.files.length === 0) return
      event.preventDefault()
      latest.current.onFiles(files, latest.current.groupId)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [now])

  const targetOf = (event: DragEvent): string | undefined => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-group]') : null
    return element?.dataset['group'] ?? groupId
  }
  const end = () => {
    depth.current = 0
    setOver(undefined)
  }
  const name = over && groupName(over.groupId)
  return (
    <div
      className={styles.dropZone}
      onDragEnter={(event) => {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        depth.current += 1
      }}
      onDragOver={(event) => {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = disabled ? 'none' : 'copy'
        const target = targetOf(event)
        setOver((before) => (before && before.groupId === target ? before : { groupId: target }))
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) end()
      }}
      onDrop={(event) => {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        const target = targetOf(event)
        end()
        if (disabled) return
        droppedFiles(event.dataTransfer)
          .then((files) => onFiles(files, target))
          .catch((error: unknown) => notify.failure(error))
      }}
    >
      {children}
      {over && (
        <div className={styles.dropOverlay} aria-hidden data-disabled={disabled || undefined}>
          <span className={styles.dropSentence}>
            {disabled
              ? t('drop.readOnly')
              : name === undefined
                ? t('drop.byName')
                : t('drop.into', { group: name })}
          </span>
        </div>
      )}
    </div>
  )
}

/** Text goes into fields as ever. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
}
