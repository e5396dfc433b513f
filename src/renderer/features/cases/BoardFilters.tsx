import { FilterOutlined } from '@ant-design/icons'
import { Badge, Button, Popover, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseStage } from '../../../shared/domain/case-stage.ts'
import type { CaseRow } from '../../components/cases/board-row.ts'
import { FormField } from '../../components/FormField.tsx'
import { useLanguage } from '../../i18n/language.ts'
import type { BoardFilter } from '../../register/saved-view.ts'
import { choicesOf, filterKeys, noFilter, type FilterKey } from './board-filter.ts'
import styles from './cases.module.css'

interface BoardFiltersProps {
  /** All cases of the state that is shown. */
  readonly rows: readonly CaseRow[]
  readonly filter: BoardFilter
  readonly onFilter: (filter: BoardFilter) => void
}

/** Narrows the board to a brand, an office, a person, a label, a raid or a stage. */
export function BoardFilters({ rows, filter, onFilter }: BoardFiltersProps) {
  const { t } = useTranslation('cases')
  const [open, setOpen] = useState(false)
  const count = filterKeys.filter((key) => filter[key] !== '').length
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <div
          className={styles.filterForm}
          role="group"
          aria-label={t('filters')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setOpen(false)
          }}
        >
          {filterKeys.map((key) => (
            <FilterChoice key={key} filterKey={key} rows={rows} filter={filter} onFilter={onFilter} />
          ))}
          <Button disabled={count === 0} onClick={() => onFilter(noFilter)}>
            {t('filtersClear')}
          </Button>
        </div>
      }
    >
      <Badge count={count} size="small">
        <Button
          icon={<FilterOutlined aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-label={count > 0 ? t('filtersOn', { count }) : t('filters')}
        >
          <span className={styles.word}>{t('filters')}</span>
        </Button>
      </Badge>
    </Popover>
  )
}

interface FilterChoiceProps extends BoardFiltersProps {
  readonly filterKey: FilterKey
}

function FilterChoice({ filterKey, rows, filter, onFilter }: FilterChoiceProps) {
  const { t } = useTranslation('cases')
  const { t: tCase } = useTranslation('case')
  const language = useLanguage()
  const words = (value: string) => (filterKey === 'stage' ? tCase(`stage.${value as CaseStage}`) : value)
  const options = choicesOf(rows, filterKey, language).map((value) => ({ value, label: words(value) }))
  return (
    <FormField label={t(`filterBy.${filterKey}`)}>
      {({ status, ...control }) => (
        <Select
          {...control}
          status={status}
          virtual={false}
          value={filter[filterKey]}
          options={[{ value: '', label: t('filterAll') }, ...options]}
          onChange={(value: string) => onFilter({ ...filter, [filterKey]: value })}
        />
      )}
    </FormField>
  )
}
