import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistRow } from '../../../../shared/domain/checklist.ts'
import { hasMore, variantFor } from '../../../../shared/domain/office-variant.ts'
import { useDraft } from '../case-context.ts'
import type { Variants } from './use-variants.ts'
import styles from './checklist.module.css'

interface OfficeOfferProps {
  readonly rows: readonly ChecklistRow[]
  readonly variants: Variants
}

/** Offers what was kept for the office of the case, as long as the case lacks something of it. */
export function OfficeOffer({ rows, variants }: OfficeOfferProps) {
  const { t } = useTranslation('checklist')
  const draft = useDraft()
  const [refused, setRefused] = useState('')
  const kept = variantFor(variants.kept, draft.notice.office)
  if (!kept || refused === kept.id || !hasMore(kept.variant, draft, rows)) return null
  const { office, entries, hidden, notes } = kept.variant
  return (
    <Alert
      className={styles.offer ?? ''}
      type="info"
      showIcon
      title={t('offer', { office, entries: entries.length, hidden: hidden.length })}
      description={notes === undefined ? undefined : <span data-own-words>{notes}</span>}
      action={
        <Button size="small" type="primary" onClick={() => variants.apply(kept.variant)}>
          {t('offerApply')}
        </Button>
      }
      closable={{ 'aria-label': t('offerClose'), onClose: () => setRefused(kept.id) }}
    />
  )
}
