import { ExclamationCircleOutlined, MoreOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../../app/notify.ts'
import { ConfirmTyped } from '../../components/ConfirmTyped.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useFormats } from '../../i18n/formats.ts'
import type { StoredBundle } from '../../register/bundle-records.ts'
import { useServices } from '../../services.ts'
import { BundleActions } from './BundleActions.tsx'
import { Digest } from './Digest.tsx'
import { ZipDigest } from './ZipDigest.tsx'
import styles from './bundle.module.css'

interface EarlierBundlesProps {
  readonly bundles: readonly StoredBundle[]
  /** The case changed since the newest was built. */
  readonly outdated: boolean
  readonly readOnly: boolean
}

/** Every bundle of the case, the newest first: when, by whom, its digests, and what can be done with it. */
export function EarlierBundles({ bundles, outdated, readOnly }: EarlierBundlesProps) {
  const { t } = useTranslation('bundle')
  const { session } = useServices()
  const notify = useNotify()
  const [removing, setRemoving] = useState<StoredBundle>()
  const remove = async (bundle: StoredBundle) => {
    setRemoving(undefined)
    try {
      await session.register().bundles.remove(bundle.id)
      notify({ text: t('removed'), kind: 'done' })
    } catch (error) {
      notify.failure(error)
    }
  }
  return (
    <section className={styles.part} aria-labelledby="bundle-earlier">
      <h2 id="bundle-earlier">{t('earlierTitle')}</h2>
      <p className={styles.quiet}>{t(bundles.length === 0 ? 'earlierEmpty' : 'earlierText')}</p>
      {outdated && (
        <p className={styles.outdated} role="status">
          <ExclamationCircleOutlined aria-hidden />
          <span>{t('outdatedText')}</span>
        </p>
      )}
      <ul className={styles.bundles}>
        {bundles.map((bundle, index) => (
          <Entry
            key={bundle.id}
            bundle={bundle}
            outdated={outdated && index === 0}
            readOnly={readOnly}
            onRemove={() => setRemoving(bundle)}
          />
        ))}
      </ul>
      {removing && (
        <ConfirmTyped
          title={t('removeTitle')}
          onConfirm={() => void remove(removing)}
          onCancel={() => setRemoving(undefined)}
        >
          <p>{t('removeText')}</p>
        </ConfirmTyped>
      )}
    </section>
  )
}

interface EntryProps {
  readonly bundle: StoredBundle
  readonly outdated: boolean
  readonly readOnly: boolean
  readonly onRemove: () => void
}

function Entry({ bundle, outdated, readOnly, onRemove }: EntryProps) {
  const { t } = useTranslation('bundle')
  const formats = useFormats()
  const { signer } = bundle
  const date = formats.instant(bundle.createdAt)
  return (
    <li className={styles.bundle} aria-label={date}>
      <div className={styles.bundleHead}>
        <strong>{date}</strong>
        <span>{t('round', { round: bundle.round })}</span>
        <span>
          {t('facts', { pages: formats.number(bundle.pages), items: formats.number(bundle.items) })}
        </span>
        {bundle.draft && <Tag>{t('draftMark')}</Tag>}
        {outdated && <Tag>{t('outdatedMark')}</Tag>}
        <MenuButton
          type="text"
          size="small"
          className={styles.bundleMore ?? ''}
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('moreOf', { date })}
          placement="bottomRight"
          menu={{ items: [{ key: 'remove', label: t('remove'), disabled: readOnly, onClick: onRemove }] }}
        />
      </div>
      <dl className={styles.facts}>
        <dt>{t('column.signer')}</dt>
        <dd>
          {signer.name} {signer.throwAway && <Tag>{t('throwAwayMark')}</Tag>}
        </dd>
        <ZipDigest bundle={bundle} />
        <Digest label={t('pdfDigest')} value={bundle.pdf.sha256} />
        {!signer.throwAway && <Digest label={t('signerFingerprint')} value={signer.certificateSha256} />}
      </dl>
      <BundleActions bundle={bundle} />
    </li>
  )
}
