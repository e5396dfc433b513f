import { FileAddOutlined, FolderOpenOutlined, PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Way } from '../../components/Way.tsx'
import styles from './cases.module.css'

interface EmptyCasesProps {
  readonly readOnly: boolean
  readonly onRecord: () => void
  readonly onBlank: () => void
  readonly onOpenFolder: () => void
}

/** No case at all: the ways to begin. */
export function EmptyCases({ readOnly, onRecord, onBlank, onOpenFolder }: EmptyCasesProps) {
  const { t } = useTranslation('cases')
  const { t: inNotice } = useTranslation('notice')
  return (
    <section className={styles.start}>
      <h2>{t('emptyTitle')}</h2>
      <p className={styles.quiet}>{t('emptyText')}</p>
      <div className={styles.ways}>
        <Way
          primary
          icon={<FileAddOutlined aria-hidden />}
          name={inNotice('record')}
          more={t('recordMore')}
          disabled={readOnly}
          onClick={onRecord}
        />
        <Way
          icon={<PlusOutlined aria-hidden />}
          name={t('newCase')}
          more={t('newCaseMore')}
          disabled={readOnly}
          onClick={onBlank}
        />
        <Way
          icon={<FolderOpenOutlined aria-hidden />}
          name={t('emptyOpenFolder')}
          more={t('emptyOpenMore')}
          disabled={readOnly}
          onClick={onOpenFolder}
        />
      </div>
    </section>
  )
}
