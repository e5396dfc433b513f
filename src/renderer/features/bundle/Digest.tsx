import { CopyOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../app/announce.ts'
import { copyText } from '../../app/clipboard.ts'
import styles from './bundle.module.css'

interface DigestProps {
  readonly label: string
  /** Lower-case hex. */
  readonly value: string
}

/** A digest in groups of four as the papers print it; a click copies it. */
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
          <span>{(value.match(/.{4}/g) ?? []).join(' ')}</span>
          <CopyOutlined aria-label={name} />
        </button>
      </dd>
    </>
  )
}
