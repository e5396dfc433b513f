import { useTranslation } from 'react-i18next'
import type { StoredBundle } from '../../register/bundle-records.ts'
import { Digest } from './Digest.tsx'
import styles from './bundle.module.css'

/** The digest of the ZIP, or when it will be known. */
export function ZipDigest({ bundle: { zip } }: { readonly bundle: Pick<StoredBundle, 'zip'> }) {
  const { t } = useTranslation('bundle')
  const label = t('zipDigest')
  if (zip.sha256 !== undefined) return <Digest label={label} value={zip.sha256} />
  return (
    <>
      <dt>{label}</dt>
      <dd className={styles.quiet}>{t('zipDigestLater')}</dd>
    </>
  )
}
