import { PaperClipOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { ChecklistRow } from '../../../../shared/domain/checklist.ts'
import { useLive } from '../../../register/use-live.ts'
import { useCaseWork } from '../case-context.ts'
import styles from './checklist.module.css'

/** The paper that fulfils an entry, by name: an original of the case, or one of the library that is no longer here. */
export function FulfilledBy({ row }: { readonly row: ChecklistRow }) {
  const { t } = useTranslation('checklist')
  const { items } = useCaseWork()
  const { sha256, paper: paperId } = row.state ?? {}
  const paper = useLive(
    async ({ papers }) => (paperId === undefined ? undefined : await papers.get(paperId)),
    [paperId],
  )
  if (sha256 === undefined && paperId === undefined) return null
  const item = items.find((each) => !each.trashed && each.original.sha256 === sha256)
  // By its digest an original is in the case or not; the library's paper may still be there when its item is gone.
  const name = item ? item.details.name || item.original.path : sha256 === undefined ? paper?.name : undefined
  return (
    <p className={name === undefined ? styles.gone : styles.by}>
      <PaperClipOutlined aria-hidden /> {name === undefined ? t('paperGone') : t('fulfilledBy', { name })}
    </p>
  )
}
