import { CopyOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { copyText } from '../../app/clipboard.ts'
import { inHexGroups } from '../../../shared/domain/hex-groups.ts'
import styles from './bundle.module.css'

interface DigestProps {
  readonly label: string
  /** Lower-case hex. */
  readonly value: string
}

/** A digest in groups as the papers print it; a click copies it. */
export function Digest({ label, value }: DigestProps) {
  const { t } = useTranslation('bundle')
  const announce = useAnnounce()
  const name = t('copyDigest', { label })
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <button
          type="button"
          className={styles.digest}
          title={name}
          onClick={async () => {
            if (await copyText(value)) announce(t('copied', { label }))
          }}
        >
          <span>{inHexGroups(value)}</span>
          <CopyOutlined aria-label={name} />
        </button>
      </dd>
    </>
  )
}
