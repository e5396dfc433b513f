import type { CaseRow } from '../../components/cases/board-row.ts'
import type { BoardFilter } from '../../register/saved-view.ts'

export const noFilter: BoardFilter = { brand: '', office: '', owner: '', label: '', raid: '', stage: '' }

export const filterKeys = ['brand', 'office', 'owner', 'label', 'raid', 'stage'] as const
export type FilterKey = (typeof filterKeys)[number]

/** True for a filter that keeps everything. */
export function keepsAll(filter: BoardFilter): boolean {
  return filterKeys.every((key) => filter[key] === '')
}

/** The rows a filter keeps, in their order. */
export function filtered(rows: readonly CaseRow[], filter: BoardFilter): readonly CaseRow[] {
  if (keepsAll(filter)) return rows
  return rows.filter((row) =>
    filterKeys.every((key) => filter[key] === '' || valuesOf(row, key).includes(filter[key])),
  )
}

/** What can be chosen for a key: every value that some row has, in the order of the language. */
export function choicesOf(rows: readonly CaseRow[], key: FilterKey, language: string): readonly string[] {
  const values = new Set(rows.flatMap((row) => valuesOf(row, key)).filter((value) => value !== ''))
  return [...values].sort(new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en').compare)
}

function valuesOf(row: CaseRow, key: FilterKey): readonly string[] {
  return key === 'label' ? row.labels : [row[key]]
}
