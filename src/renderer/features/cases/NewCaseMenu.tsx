import { DownOutlined, FileAddOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../../components/MenuButton.tsx'
import styles from './cases.module.css'

interface NewCaseMenuProps {
  readonly readOnly: boolean
  readonly onRecord: () => void
  readonly onBlank: () => void
}

/** The one way to begin, recording a notice; beside it a menu says what it does and offers a blank case. */
export function NewCaseMenu({ readOnly, onRecord, onBlank }: NewCaseMenuProps) {
  const { t } = useTranslation('cases')
  const { t: inNotice } = useTranslation('notice')
  const entry = (name: string, more: string) => (
    <span className={styles.way}>
      <span>{name}</span>
      <span className={styles.wayMore}>{more}</span>
    </span>
  )
  return (
    <Space.Compact>
      <Button
        type="primary"
        icon={<FileAddOutlined aria-hidden />}
        title={inNotice('record')}
        disabled={readOnly}
        onClick={onRecord}
      >
        <span className={styles.word}>{inNotice('record')}</span>
      </Button>
      <MenuButton
        type="primary"
        icon={<DownOutlined aria-hidden />}
        aria-label={t('waysToBegin')}
        placement="bottomRight"
        disabled={readOnly}
        menu={{
          items: [
            { key: 'record', label: entry(inNotice('record'), t('recordMore')), onClick: onRecord },
            { key: 'blank', label: entry(t('newCase'), t('newCaseMore')), onClick: onBlank },
          ],
        }}
      />
    </Space.Compact>
  )
}
