import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState.tsx'
import type { CaseState } from '../../register/register.ts'
import type { StateCounts } from './case-order.ts'

interface NoRowsProps {
  readonly state: CaseState
  /** What is searched for; empty when nothing is. */
  readonly query: string
  /** A view or a filter leaves some out. */
  readonly narrowed: boolean
  /** How many cases of each state match. */
  readonly counts: StateCounts
  readonly onShow: (state: CaseState) => void
  readonly onClear: () => void
}

const emptyTitles = { open: 'noneOpenTitle', closed: 'noneClosedTitle', trashed: 'noneTrashedTitle' } as const

/** Why the list is empty, and where the cases are. */
export function NoRows({ state, query, narrowed, counts, onShow, onClear }: NoRowsProps) {
  const { t } = useTranslation('cases')
  const elsewhere = (['open', 'closed', 'trashed'] as const).filter(
    (each) => each !== state && counts[each] > 0,
  )
  const count = elsewhere.reduce((sum, each) => sum + counts[each], 0)
  return (
    <EmptyState
      title={query !== '' ? t('noMatchTitle', { query }) : narrowed ? t('noneInView') : t(emptyTitles[state])}
      text={
        <>
          {query !== '' && <p>{t('noMatchText')}</p>}
          {query === '' && state === 'trashed' && <p>{t('noneTrashedText')}</p>}
          {count > 0 && <p>{t('showOthers', { count })}</p>}
        </>
      }
      actions={
        <>
          {query !== '' && <Button onClick={onClear}>{t('clearSearch')}</Button>}
          {query === '' && narrowed && <Button onClick={onClear}>{t('showAll')}</Button>}
          {elsewhere.map((each) => (
            <Button key={each} onClick={() => onShow(each)}>
              {t(`filter.${each}`, { count: counts[each] })}
            </Button>
          ))}
        </>
      }
    />
  )
}
