import type { PlannedGroup, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { type BundleNumbers, groupKey, type ItemPages } from './bundle-numbers.ts'
import { type Cover, setCover } from './cover.ts'
import { setDataAnnex } from './data-annex.ts'
import { setGroupDivider, setItemSheet } from './divider.ts'
import { rowAnchor, setEvidenceTable } from './evidence-table.ts'
import { setExplanation } from './explanation.ts'
import { type NumberedContext, type PaperContext } from './paper.ts'
import { setReceipt } from './receipt.ts'

/** A run of pages in the order of the bundle: a paper we set, or the pages of a source. */
export type Run =
  | {
      readonly kind: 'paper'
      readonly name: string
      readonly flow: PageFlow
      readonly first: number
      /** The item whose pages these are, where an explanation stands for it. */
      readonly item?: PlannedItem
      /** The set a divider belongs to. */
      readonly set?: PlannedItem['set']
    }
  | {
      readonly kind: 'source'
      readonly item: PlannedItem
      readonly pageCount: number
      readonly first: number
    }

/** All papers set with numbers that agree with the pages they came to. `first`: zero-based index in the bundle. */
export interface BundleLayout {
  readonly runs: readonly Run[]
  readonly numbers: BundleNumbers
  readonly signature: Cover['signature']
  readonly pageCount: number
}

const mostRounds = 12

/**
 * Sets every paper, counts the pages, and sets them again with the counted numbers until nothing moves. It comes to
 * rest because the height of a row does not depend on its numbers, only on how many digits the bundle needs.
 */
export function layOutBundle(context: PaperContext): BundleLayout {
  let numbers = provisional(context)
  for (let round = 0; round < mostRounds; round += 1) {
    const { runs, signature } = setAll({ ...context, numbers })
    const counted = numbersOf(runs, context)
    if (sameNumbers(numbers, counted)) {
      return { runs, numbers, signature, pageCount: counted.last - counted.first + 1 }
    }
    numbers = counted
  }
  throw new Error('page numbers do not settle')
}

function setAll(context: NumberedContext): { runs: readonly Run[]; signature: Cover['signature'] } {
  const { plan, surveys } = context
  const cover = setCover(context)
  const runs: Run[] = []
  let next = 0
  const paper = (name: string, flow: PageFlow, of: { item?: PlannedItem; set?: PlannedItem['set'] } = {}) => {
    runs.push({ kind: 'paper', name, flow, first: next, ...of })
    next += flow.pages.length
  }
  paper('cover', cover.flow)
  paper('receipt', setReceipt(context))
  paper('table', setEvidenceTable(context))
  paper('annex', setDataAnnex(context))
  const { dividers } = plan.case.bundle
  for (const group of plan.groups) {
    const { set } = group
    if (dividers === 'group') paper(`group ${groupKey(group)}`, setGroupDivider(group, context), { set })
    for (const item of group.items) {
      const survey = surveys.get(item.label)
      if (survey?.shown !== true) {
        paper(`item ${item.label}`, setExplanation(item, group, context), { item })
        continue
      }
      if (dividers === 'item') paper(`sheet ${item.label}`, setItemSheet(item, group, context), { set })
      runs.push({ kind: 'source', item, pageCount: survey.pageCount, first: next })
      next += survey.pageCount
    }
  }
  return { runs, signature: cover.signature }
}

function numbersOf(runs: readonly Run[], { plan }: PaperContext): BundleNumbers {
  const start = plan.case.bundle.firstPageNumber
  const items = new Map<string, ItemPages>()
  const rowPages = new Map<string, number>()
  let table = { first: start, last: start }
  let count = 0
  for (const run of runs) {
    const length = run.kind === 'source' ? run.pageCount : run.flow.pages.length
    if (run.item) {
      items.set(run.item.label, {
        firstPage: start + run.first,
        lastPage: start + run.first + length - 1,
        pageIndex: run.first,
      })
    }
    if (run.kind === 'paper' && run.name === 'table') {
      table = { first: start + run.first, last: start + run.first + length - 1 }
      for (const item of allItems(plan.groups)) {
        const page = run.flow.anchors.get(rowAnchor(item.label)) ?? 0
        rowPages.set(item.label, start + run.first + page)
      }
    }
    count = run.first + length
  }
  return { items, table, rowPages, first: start, last: start + count - 1 }
}

function provisional({ plan, surveys }: PaperContext): BundleNumbers {
  const first = plan.case.bundle.firstPageNumber
  let page = first + 4
  const items = new Map<string, ItemPages>()
  for (const item of allItems(plan.groups)) {
    const survey = surveys.get(item.label)
    const length = survey?.shown === true ? survey.pageCount : 1
    items.set(item.label, { firstPage: page, lastPage: page + length - 1, pageIndex: page - first })
    page += length
  }
  return { items, table: { first, last: first }, rowPages: new Map(), first, last: page }
}

function sameNumbers(a: BundleNumbers, b: BundleNumbers): boolean {
  return (
    a.last === b.last &&
    a.table.first === b.table.first &&
    a.table.last === b.table.last &&
    a.rowPages.size === b.rowPages.size &&
    [...b.rowPages].every(([label, page]) => a.rowPages.get(label) === page) &&
    [...b.items].every(([label, pages]) => {
      const other = a.items.get(label)
      return other?.firstPage === pages.firstPage && other.lastPage === pages.lastPage
    })
  )
}

export function allItems(groups: readonly PlannedGroup[]): readonly PlannedItem[] {
  return groups.flatMap((group) => group.items)
}
