import { SearchOutlined } from '@ant-design/icons'
import { Input, Radio, type InputRef } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../register/register.ts'
import type { StateCounts } from './case-order.ts'
import styles from './cases.module.css'

const states = ['open', 'closed', 'trashed'] as const

interface CaseFiltersProps {
  readonly search: RefObject<InputRef | null>
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly state: CaseState
  readonly onState: (state: CaseState) => void
  /** Of all cases, whatever is searched for. */
  readonly counts: StateCounts
  /** How many are shown, in words. */
  readonly shown: string
}

/** Search and state above the list of cases. */
export function CaseFilters({ search, query, onQuery, state, onState, counts, shown }: CaseFiltersProps) {
  const { t } = useTranslation('cases')
  return (
    <>
      <Input
        ref={search}
        className={styles.search ?? ''}
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') onQuery('')
        }}
      />
      <Radio.Group
        className={styles.states ?? ''}
        aria-label={t('filter')}
        optionType="button"
        value={state}
        options={states.map((each) => ({ value: each, label: t(`filter.${each}`, { count: counts[each] }) }))}
        onChange={(event) => onState(event.target.value as CaseState)}
      />
      <span className={styles.shown} role="status">
        {shown}
      </span>
    </>
  )
}
