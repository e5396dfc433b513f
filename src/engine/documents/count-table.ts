import type { PageFlow } from '../layout/page-flow.ts'
import { textWidth } from '../layout/page.ts'
import { cell, setTable, type Table, type TableRow } from '../layout/table.ts'
import { groupsOf, type Tally, tallyOf } from './bundle-numbers.ts'
import type { NumberedContext } from './paper.ts'

/** How much there is: one row for each set, one for all. The numbers agree with the table of evidence. */
export function setCountTable(
  flow: PageFlow,
  context: NumberedContext,
  table: Pick<Table, 'size' | 'heading' | 'keepAfter'>,
): void {
  const { words, plan, numbers } = context
  const first = words.language === 'zh' ? 124 : 132
  const rest = (textWidth - first) / 7
  const total = tallyOf(plan.groups, numbers)
  const row = (label: string, tally: Tally, discs: string): TableRow => ({
    cells: [
      cell(label, { heading: 'Row', align: 'start' }),
      ...[tally.groups, tally.items, tally.pages, tally.originals, tally.copies, tally.electronic].map(
        (count) => cell(String(count)),
      ),
      cell(discs),
    ],
    keepWithNext: true,
  })
  const columns = (
    ['set', 'groups', 'items', 'pages', 'originals', 'copies', 'electronic', 'discs'] as const
  ).map((name) => cell(words.say(`counts.${name}`), { heading: 'Column', weight: 'bold', align: 'center' }))
  const totalRow = row(words.say('counts.total'), total, String(plan.totals.discs))
  setTable(flow, {
    columns: [
      { width: first, align: 'start' },
      ...Array.from({ length: 7 }, () => ({ width: rest, align: 'center' as const })),
    ],
    head: [{ cells: columns, grey: 0.94 }],
    rows: [
      ...(['identity', 'evidence'] as const)
        .map((set) => ({ set, tally: tallyOf(groupsOf(plan, set), numbers) }))
        .filter(({ tally }) => tally.items > 0)
        .map(({ set, tally }) => row(words.say(`set.${set}`), tally, '—')),
      {
        ...totalRow,
        cells: totalRow.cells.map((entry) => ({ ...entry, weight: 'bold' })),
        keepWithNext: false,
      },
    ],
    paddingX: 2.5,
    paddingY: 2.5,
    ...table,
  })
}
