import { FolderOpenOutlined, PlusOutlined, ReadOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './cases.module.css'

interface EmptyCasesProps {
  readonly readOnly: boolean
  readonly onNew: () => void
  readonly onOpenFolder: () => void
  /** Absent where there is no sample to look at. */
  readonly onSample?: () => void
}

/** No case at all: the three ways to begin. */
export function EmptyCases({ readOnly, onNew, onOpenFolder, onSample }: EmptyCasesProps) {
  const { t } = useTranslation('cases')
  return (
    <section className={styles.start}>
      <h2>{t('emptyTitle')}</h2>
      <p className={styles.quiet}>{t('emptyText')}</p>
      <div className={styles.ways}>
        <Way
          icon={<PlusOutlined aria-hidden />}
          title={t('newCase')}
          text={t('emptyNewMore')}
          disabled={readOnly}
          onClick={onNew}
        />
        <Way
          icon={<FolderOpenOutlined aria-hidden />}
          title={t('emptyOpenFolder')}
          text={t('emptyOpenMore')}
          disabled={readOnly}
          onClick={onOpenFolder}
        />
        {onSample && (
          <Way
            icon={<ReadOutlined aria-hidden />}
            title={t('emptySample')}
            text={t('emptySampleMore')}
            onClick={onSample}
          />
        )}
      </div>
    </section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Way({ icon, title, text, disabled = false, onClick }: WayProps) {
  return (
    <button type="button" className={styles.way} disabled={disabled} onClick={onClick}>
      <span className={styles.wayIcon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.wayTitle}>{title}</span>
      <span className={styles.quiet}>{text}</span>
    </button>
  )
}
