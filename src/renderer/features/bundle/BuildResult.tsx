import {
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { beijingTime } from '../../../shared/domain/beijing-time.ts'
import { BundleActions } from './BundleActions.tsx'
import { FoundInOriginals } from './FoundInOriginals.tsx'
import type { Built } from './use-build.ts'
import { ZipDigest } from './ZipDigest.tsx'
import styles from './bundle.module.css'

interface BuildResultProps {
  readonly built: Built
  /** The case changed since. */
  readonly outdated: boolean
}

/** What was just built, how it stands, and what to do with it. */
export function BuildResult({ built, outdated }: BuildResultProps) {
  const { t } = useTranslation('bundle')
  const { bundle } = built
  return (
    <section className={styles.result} aria-labelledby="bundle-result">
      <h2 id="bundle-result">{t('resultTitle')}</h2>
      <p className={styles.verdict}>
        <CheckCircleOutlined aria-hidden />
        <span>
          {t(bundle.signer.throwAway ? 'resultPdfThrowAway' : 'resultPdf', {
            time: beijingTime(bundle.createdAt),
          })}
        </span>
      </p>
      {bundle.signer.throwAway && (
        <p className={styles.verdict}>
          <InfoCircleOutlined aria-hidden />
          <span>{t('resultThrowAway')}</span>
        </p>
      )}
      {bundle.draft && (
        <p className={styles.verdict}>
          <EditOutlined aria-hidden />
          <span>{t('resultDraft')}</span>
        </p>
      )}
      {outdated && (
        <p className={styles.outdated}>
          <ExclamationCircleOutlined aria-hidden />
          <span>{t('outdatedMark')}</span>
        </p>
      )}
      <FoundInOriginals findings={built.findings.filter(({ code }) => code !== 'field.required')} />
      <p className={styles.quiet}>{t('resultSave')}</p>
      <dl className={styles.facts}>
        <ZipDigest bundle={bundle} />
      </dl>
      <BundleActions bundle={bundle} primary />
    </section>
  )
}
