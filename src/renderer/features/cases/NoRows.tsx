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
  /** Leaves view and filter, and goes on searching. */
  readonly onWiden: () => void
}

const emptyTitles = { open: 'noneOpenTitle', closed: 'noneClosedTitle', trashed: 'noneTrashedTitle' } as const

/** Why the list is empty, and where the cases are. */
export function NoRows({ state, query, narrowed, counts, onShow, onClear, onWiden }: NoRowsProps) {
  const { t } = useTranslation('cases')
  const elsewhere = (['open', 'closed', 'trashed'] as const).filter(
    (each) => each !== state && counts[each] > 0,
  )
  // Found, and left out by the view or the filter alone.
  const hidden = query !== '' && narrowed ? counts[state] : 0
  const count = elsewhere.reduce((sum, each) => sum + counts[each], 0)
  return (
    <EmptyState
      title={
        hidden > 0
          ? t('hiddenTitle', { query, count: hidden })
          : query !== ''
            ? t('noMatchTitle', { query })
            : narrowed
              ? t('noneInView')
              : t(emptyTitles[state])
      }
      text={
        <>
          {hidden > 0 && <p>{t('hiddenText')}</p>}
          {query !== '' && hidden === 0 && <p>{t('noMatchText')}</p>}
          {query === '' && state === 'trashed' && <p>{t('noneTrashedText')}</p>}
          {count > 0 && <p>{t('showOthers', { count })}</p>}
        </>
      }
      actions={
        <>
          {hidden > 0 && (
            <Button type="primary" onClick={onWiden}>
              {t('clearFilter')}
            </Button>
          )}
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
