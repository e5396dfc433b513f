import { CopyOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { hexGroups } from '../../../shared/domain/hex-groups.ts'
import styles from './signing.module.css'

/** The SHA-256 of a certificate in groups as it is printed; a click copies it. */
export function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation('identity')
  const notify = useNotify()
  const groups = hexGroups(sha256)
  const copy = async () => {
    const done = await copyText(groups.join(' '))
    notify(done ? { text: t('copied') } : { text: t('notCopied'), kind: 'warning' })
  }
  return (
    <button
      type="button"
      className={styles.fingerprint}
      title={t('copyFingerprint')}
      onClick={() => void copy()}
    >
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
      <CopyOutlined aria-label={t('copyFingerprint')} />
    </button>
  )
}
