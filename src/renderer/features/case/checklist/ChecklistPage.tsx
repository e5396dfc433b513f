import { PlusOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordOfDraft } from '../../../../shared/domain/case-draft.ts'
import {
  type ChecklistRow,
  checklistOf,
  completenessOf,
  isDone,
} from '../../../../shared/domain/checklist.ts'
import { withOwnEntry } from '../../../../shared/domain/checklist-edit.ts'
import type { ChecklistState } from '../../../../shared/domain/checklist-state.ts'
import { checklistGroups } from '../../../../shared/law/checklist.ts'
import { lawDataDate } from '../../../../shared/law/law-book.ts'
import { useToday } from '../../../i18n/use-today.ts'
import { digestsOf } from '../../../register/case-summary.ts'
import { useServices } from '../../../services.ts'
import { useCaseWork, useDraft } from '../case-context.ts'
import type { CasePath } from '../case-path.ts'
import { focusPlace } from '../jump.ts'
import { AskForPapers } from './AskForPapers.tsx'
import { ChecklistEntry } from './ChecklistEntry.tsx'
import { OfficeOffer } from './OfficeOffer.tsx'
import { useVariants } from './use-variants.ts'
import { VariantMenu } from './VariantMenu.tsx'
import styles from './checklist.module.css'

const filters = ['all', 'open', 'required'] as const
type Filter = (typeof filters)[number]

/** What papers the case needs and why, how far each is, and what can be done about it. */
export function ChecklistPage() {
  const { t } = useTranslation('checklist')
  const { law, newId } = useServices()
  const { editor, readOnly, target, arrived, items } = useCaseWork()
  const draft = useDraft()
  const page = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<Filter>('all')
  const judged = useDeferredValue(draft)
  const today = useToday()
  const here = useMemo(() => digestsOf(items), [items])
  const rows = useMemo(
    () =>
      checklistOf(
        recordOfDraft(judged, () => []),
        law,
        today,
        here,
      ),
    [judged, law, today, here],
  )
  const variants = useVariants(rows)
  const { done, of, blocking } = completenessOf(rows)
  useEffect(() => {
    if (!target || !page.current) return
    focusPlace(page.current, placeOnPage(target.path, draft.checklist ?? []))
    arrived()
  }, [target, arrived, draft.checklist])

  const isShown = (row: ChecklistRow) =>
    filter === 'all' || (filter === 'open' ? !isDone(row) : row.need === 'required')
  const shown = rows.filter(isShown)
  const add = () => {
    editor.change((before) => withOwnEntry(before, newId().slice(0, 8)), { kind: 'case.edit' })
    setFilter('all')
  }
  return (
    <div className={styles.page} ref={page}>
      <header className={styles.head}>
        <h2>{t('title')}</h2>
        <p role="status" className={styles.count}>
          <strong>{t('completeness', { done, of })}</strong>{' '}
          {of > 0 && blocking.length === 0 ? t('nothingBlocks') : t('blocking', { count: blocking.length })}
        </p>
        <Radio.Group
          aria-label={t('filter')}
          optionType="button"
          size="small"
          value={filter}
          options={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(event) => setFilter(event.target.value as Filter)}
        />
        <span className={styles.room} />
        {rows.length > 0 && <AskForPapers />}
        {!readOnly && (
          <>
            <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
              {t('addOwn')}
            </Button>
            <VariantMenu variants={variants} />
          </>
        )}
      </header>
      <p className={styles.note}>{t('informs', { ruleset: law.ruleset, date: lawDataDate(law) })}</p>
      {!readOnly && <OfficeOffer rows={rows} variants={variants} />}
      {rows.length === 0 && <p className={styles.note}>{t('empty')}</p>}
      {checklistGroups.map((group) => {
        const ofGroup = shown.filter((row) => row.group === group && !row.own)
        return ofGroup.length > 0 && <Section key={group} title={t(`group.${group}`)} rows={ofGroup} />
      })}
      {shown.some((row) => row.own) && (
        <Section title={t('group.own')} rows={shown.filter((row) => row.own)} />
      )}
      {rows.length > 0 && shown.length === 0 && <p className={styles.note}>{t('nothingLeft')}</p>}
    </div>
  )
}

/** Findings name an entry by its place among what was said; the page shows entries by their codes. */
function placeOnPage(path: CasePath, states: readonly ChecklistState[]): CasePath {
  const [, index, field = ''] = /^checklist\[(\d+)\](.*)$/.exec(path) ?? []
  const state = states[Number(index)]
  return state ? `checklist.${state.code}${field}` : path
}

function Section({ title, rows }: { readonly title: string; readonly rows: readonly ChecklistRow[] }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <ChecklistEntry key={row.code} row={row} />
        ))}
      </ul>
    </section>
  )
}
