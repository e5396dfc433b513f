import { beijingTime } from '../../shared/domain/beijing-time.ts'
import type { BundlePlan, PlannedGroup, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import { small, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { textWidth } from '../layout/page.ts'
import { cell, setTable, type Table, type TableRow } from '../layout/table.ts'
import { groupsOf, pageRange, pagesOf, tallyOf } from './bundle-numbers.ts'
import {
  caseTitle,
  groupTitle,
  holderNames,
  isExplained,
  itemName,
  kindName,
  noticesOf,
  stacked,
} from './case-lines.ts'
import { setCountTable } from './count-table.ts'
import { blankDate } from './cover.ts'
import { type NumberedContext, startPaper } from './paper.ts'

/** Anchor of an item's row; where the way back from an item leads. */
export function rowAnchor(label: string): string {
  return `row ${label}`
}

/** 证据目录 (papers.md 3): both sets, their groups and totals, each row a link to its item. */
export function setEvidenceTable(context: NumberedContext): PageFlow {
  const { words, plan } = context
  const zh = words.language === 'zh'
  const flow = startPaper(context, words.say('table.title'))
  flow.paragraph(words.say('table.title'), {
    size: zh ? 20 : 16,
    weight: 'bold',
    align: 'center',
    role: 'H1',
    leading: 1.4,
    after: 4,
  })
  setHead(flow, context)
  for (const set of ['identity', 'evidence'] as const) {
    const groups = groupsOf(plan, set)
    if (groups.length === 0) continue
    setTable(flow, {
      ...tableOf(groups, context),
      heading: {
        words: words.say(`table.section-${set}`),
        style: { size: zh ? 11.5 : 10.5, weight: 'bold', role: 'H2', before: 7, after: 3, align: 'start' },
      },
    })
  }
  setEnd(flow, context)
  return flow
}

function setHead(flow: PageFlow, context: NumberedContext): void {
  const { words, plan } = context
  const { caseNumber, documentNumber } = plan.case.notice
  const style = { size: words.language === 'zh' ? 9.6 : 8.8, leading: 1.45, align: 'start' } as const
  flow.paragraph(words.say('table.case', { case: caseTitle(context) }), style)
  const numbers = [
    caseNumber ? words.say('table.case-number', { number: caseNumber }) : '',
    documentNumber ? words.say('table.document-number', { number: documentNumber }) : '',
  ].filter((part) => part !== '')
  if (numbers.length > 0) flow.paragraph(numbers.join(words.gap.repeat(2)), style)
  flow.paragraph(words.say('table.submitter', { names: holderNames(context) }), style)
  flow.paragraph(
    [
      words.say('table.round', { round: plan.case.round }),
      words.say('table.made-on', { date: words.date(beijingTime(plan.createdAt)) }),
    ].join(words.gap.repeat(2)),
    style,
  )
}

function tableOf(groups: readonly PlannedGroup[], context: NumberedContext): Table {
  const { words } = context
  const zh = words.language === 'zh'
  // `888888–` or `888–888` on a line, in the largest of bundles one digit more: no number is broken.
  const millions = context.numbers.last > 999_999
  const fixed = zh
    ? [25, 76, 42, 70, 92, 37, 24, millions ? 47 : 42]
    : [25, 72, 60, 62, 80, 49, 31, millions ? 40 : 36]
  const remarks = textWidth - fixed.reduce((sum, width) => sum + width, 0)
  const centred = new Set([0, 5, 6, 7])
  const names = ['number', 'name', 'kind', 'source', 'purpose', 'form', 'copies', 'pages', 'remarks'] as const
  return {
    columns: [...fixed, remarks].map((width, index) => ({
      width,
      align: centred.has(index) ? 'center' : 'start',
    })),
    head: [
      {
        grey: 0.93,
        cells: names.map((name) =>
          cell(words.say(`table.${name}`), {
            weight: 'bold',
            align: 'center',
            heading: 'Column',
            size: zh ? 8.6 : 7.2,
          }),
        ),
      },
    ],
    rows: groups.flatMap((group) => groupRows(group, context)),
    size: zh ? 9 : 7.8,
    leading: 1.36,
    paddingX: zh ? 3 : 2.5,
    paddingY: 3,
  }
}

function groupRows(group: PlannedGroup, context: NumberedContext): TableRow[] {
  const { words, numbers } = context
  const tally = tallyOf([group], numbers)
  return [
    {
      cells: [cell(groupTitle(context, group), { span: 9, weight: 'bold', heading: 'Row', align: 'start' })],
      grey: 0.97,
      keepWithNext: true,
    },
    ...group.items.map((item, index) => ({
      ...itemRow(item, context),
      keepWithNext: index === group.items.length - 1,
    })),
    {
      cells: [
        cell(
          words.say('table.group-total', {
            group: words.group(group.number),
            items: words.count('item', tally.items),
            pages: words.count('page', tally.pages),
            originals: words.count('original', tally.originals),
            copies: words.count('copy', tally.copies),
            electronic: words.count('electronic', tally.electronic),
          }),
          { span: 9, align: 'end' },
        ),
      ],
    },
  ]
}

function itemRow(item: PlannedItem, context: NumberedContext): TableRow {
  const { words, numbers } = context
  const { entry } = item
  const pages = pagesOf(item, numbers)
  const formed = words.date(entry.formedOn)
  return {
    anchor: rowAnchor(item.label),
    link: `item ${item.label}`,
    vertical: 'top',
    cells: [
      cell(String(item.number)),
      { content: [text(itemName(context, item)), small(`\n${item.label}`, 0.78)] },
      cell(stacked(kindName(context, item))),
      cell(lines([entry.source, formed === '' ? '' : words.say('table.formed-on', { date: formed })])),
      cell(entry.purpose),
      cell(stacked(words.say(`form.${entry.form}`))),
      cell(String(entry.copies)),
      cell(pageRange(pages.firstPage, pages.lastPage, numbers)),
      cell(
        lines([
          isExplained(context, item) ? words.say('table.explained') : '',
          words.say(`secrecy.${entry.secrecy}`),
          entry.remarks ?? '',
        ]),
      ),
    ],
  }
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

function setEnd(flow: PageFlow, context: NumberedContext): void {
  const { words, plan } = context
  const zh = words.language === 'zh'
  // Notes, seal and date stay on the page of the totals.
  setCountTable(flow, context, {
    size: zh ? 9 : 7.8,
    keepAfter: 150,
    heading: {
      words: words.say('table.total'),
      style: { size: zh ? 11.5 : 10.5, weight: 'bold', role: 'H2', before: 8, after: 3, align: 'start' },
    },
  })
  const note = { size: zh ? 8.6 : 7.8, leading: 1.45, before: 3 } as const
  if (itemsOf(plan).some((item) => isExplained(context, item))) {
    flow.paragraph(words.say('table.explained-note'), note)
  }
  flow.paragraph(words.say('table.labels-note'), note)
  if (plan.case.bundle.dividers === 'none') setNotices(flow, context)
  flow.gap(18)
  flow.paragraph([text(words.say('table.seal'))], {
    align: 'start',
    left: textWidth * 0.45,
    width: textWidth * 0.55,
    keep: 40,
  })
  flow.paragraph([text(words.say('table.date')), ...blankDate(words)], {
    align: 'start',
    left: textWidth * 0.45,
    width: textWidth * 0.55,
    before: 14,
  })
}

/** Without dividers the table is where the state of the attached files is told. */
function setNotices(flow: PageFlow, context: NumberedContext): void {
  const { words, plan } = context
  const notices = itemsOf(plan)
    .filter((item) => !isExplained(context, item))
    .flatMap((item) => noticesOf(context, item, false))
  if (notices.length === 0) return
  flow.paragraph(words.say('table.notices'), { weight: 'bold', role: 'H2', before: 8, keep: 30 })
  for (const notice of notices) flow.paragraph(notice, { size: 8.8, leading: 1.45 })
}

function itemsOf(plan: BundlePlan): readonly PlannedItem[] {
  return plan.groups.flatMap((group) => group.items)
}
