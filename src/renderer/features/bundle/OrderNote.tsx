import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import styles from './bundle.module.css'

/** Where the order comes from, and that there are no volumes yet. */
export function OrderNote({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('bundle')
  return (
    <div className={styles.note}>
      <p>
        {t('orderText')} <Link href={`/cases/${caseId}/evidence`}>{t('orderGo')}</Link>
      </p>
      <p>
        <span className={styles.label}>{t('volumes')}</span> {t('volumesOff')}
      </p>
    </div>
  )
}
