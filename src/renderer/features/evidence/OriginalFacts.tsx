import { CopyOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../app/clipboard.ts'
import { useNotify } from '../../app/notify.ts'
import { useFormats } from '../../i18n/formats.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import styles from './Evidence.module.css'
import { typeName } from './type-name.ts'

const digests = [
  ['SHA-256', 'sha256'],
  ['SHA-512', 'sha512'],
  ['SM3', 'sm3'],
] as const

/** What is known of the original: it was found out when it was taken in and never changes. */
export function OriginalFacts({ row }: { readonly row: EvidenceRow }) {
  const { t } = useTranslation('evidence')
  const formats = useFormats()
  const notify = useNotify()
  const { original, takenInAt } = row.item
  const copy = async (name: string, digest: string) => {
    const done = await copyText(digest)
    notify(
      done
        ? { kind: 'done', text: t('digest.copied', { name }) }
        : { kind: 'error', text: t('digest.notCopied') },
    )
  }
  return (
    <dl className={styles.facts}>
      <dt>{t('fact.name')}</dt>
      <dd>{original.path}</dd>
      <dt>{t('fact.size')}</dt>
      <dd>
        {t('fact.sizeValue', { size: formats.size(original.bytes), bytes: formats.number(original.bytes) })}
      </dd>
      <dt>{t('fact.type')}</dt>
      <dd>{t('fact.typeValue', { name: typeName(original.mediaType, t), mediaType: original.mediaType })}</dd>
      <dt>{t('fact.takenInAt')}</dt>
      <dd>{formats.instant(takenInAt)}</dd>
      {digests.map(([name, key]) => (
        <div key={key} className={styles.digest}>
          <dt>{name}</dt>
          <dd>
            <code className={styles.digestText}>{original[key]}</code>
            <Tooltip title={t('digest.copy', { name })}>
              <Button
                type="text"
                size="small"
                icon={<CopyOutlined aria-hidden />}
                aria-label={t('digest.copy', { name })}
                onClick={() => void copy(name, original[key])}
              />
            </Tooltip>
          </dd>
        </div>
      ))}
    </dl>
  )
}
