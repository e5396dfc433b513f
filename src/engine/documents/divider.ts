import type { PlannedGroup, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import { small, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { a4, textWidth } from '../layout/page.ts'
import { cell, setTable } from '../layout/table.ts'
import { groupPages, pageRange, pagesOf, tallyOf } from './bundle-numbers.ts'
import {
  groupTitle,
  isExplained,
  itemName,
  itemNumber,
  itemTitle,
  kindName,
  noticesOf,
  originalName,
  stacked,
} from './case-lines.ts'
import { rowAnchor } from './evidence-table.ts'
import { type FormRow, setForm } from './form-table.ts'
import { type NumberedContext, startPaper } from './paper.ts'

/** The sheet before a group: its name, its items with their pages, what was found in their files. */
export function setGroupDivider(group: PlannedGroup, context: NumberedContext): PageFlow {
  const { words, numbers } = context
  const zh = words.language === 'zh'
  const flow = startPaper(context, groupTitle(context, group))
  const tally = tallyOf([group], numbers)
  const range = groupPages(group, numbers)
  flow.gap(70)
  flow.paragraph(words.say(`set.${group.set}`), { size: zh ? 13 : 11.5, align: 'center' })
  flow.paragraph(words.group(group.number), {
    size: zh ? 19 : 16,
    align: 'center',
    before: 10,
    weight: 'bold',
  })
  flow.paragraph(group.name === '' ? words.say('group.unnamed') : group.name, {
    size: headingSize(group.name, zh ? 27 : 22),
    weight: 'bold',
    align: 'center',
    role: 'H1',
    leading: 1.35,
    before: 2,
  })
  flow.paragraph(
    words.say('divider.counts', {
      items: words.count('item', tally.items),
      pages: words.count('page', tally.pages),
      range: words.pages(range.first, range.last),
    }),
    { size: zh ? 11 : 10, align: 'center', before: 8, after: 24 },
  )
  setItemList(flow, group, context)
  // A page of explanation tells of its own file.
  const shown = group.items.filter((item) => !isExplained(context, item))
  setNotices(
    flow,
    shown.flatMap((item) => noticesOf(context, item, false)),
    context,
  )
  setWayBack(flow, group.items[0], context)
  return flow
}

/** The sheet before one item, when every item has its own. */
export function setItemSheet(item: PlannedItem, group: PlannedGroup, context: NumberedContext): PageFlow {
  const { words, numbers } = context
  const { entry } = item
  const flow = startPaper(context, itemTitle(context, item))
  const pages = pagesOf(item, numbers)
  setItemHeading(flow, item, group, context)
  const rows: FormRow[] = [
    { label: words.say('sheet.kind'), value: kindName(context, item) },
    { label: words.say('sheet.source'), value: entry.source },
    { label: words.say('sheet.formed-on'), value: words.date(entry.formedOn) },
    { label: words.say('sheet.purpose'), value: entry.purpose },
    {
      label: words.say('sheet.form'),
      value: words.say('sheet.form-value', { form: words.say(`form.${entry.form}`), copies: entry.copies }),
    },
    { label: words.say('sheet.pages'), value: words.pages(pages.firstPage, pages.lastPage) },
    { label: words.say('sheet.original-name'), value: originalName(context, item) },
    { label: words.say('sheet.secrecy'), value: words.say(`secrecy.${entry.secrecy}`) },
    { label: words.say('sheet.remarks'), value: entry.remarks ?? '' },
  ]
  setForm(
    flow,
    rows.filter((row) => row.value !== ''),
    {
      labelWidth: words.language === 'zh' ? 84 : 100,
      size: words.language === 'zh' ? 10.5 : 9.6,
      paddingY: 5,
    },
  )
  setNotices(flow, noticesOf(context, item, true), context)
  setWayBack(flow, item, context)
  return flow
}

/** Set, group, number and name of an item at the head of its own sheet. */
export function setItemHeading(
  flow: PageFlow,
  item: PlannedItem,
  group: PlannedGroup,
  context: NumberedContext,
): void {
  const { words } = context
  const zh = words.language === 'zh'
  flow.gap(24)
  flow.paragraph(words.titled(words.say(`set.${group.set}`), groupTitle(context, group)), {
    size: zh ? 11 : 10,
    align: 'center',
  })
  flow.paragraph([text(itemNumber(context, item)), small(`${words.gap}${item.label}`, 0.7)], {
    size: zh ? 18 : 15,
    weight: 'bold',
    align: 'center',
    before: 10,
  })
  flow.paragraph(itemName(context, item), {
    size: headingSize(itemName(context, item), zh ? 21 : 17),
    weight: 'bold',
    align: 'center',
    role: 'H1',
    leading: 1.35,
    after: 16,
  })
}

/** Long names step back, so that what they head still fits on the page. */
function headingSize(name: string, size: number): number {
  if (name.length > 120) return size * 0.45
  return name.length > 40 ? size * 0.7 : size
}

function setItemList(flow: PageFlow, group: PlannedGroup, context: NumberedContext): void {
  const { words, numbers } = context
  const fixed = [34, words.language === 'zh' ? 104 : 110, 56, 80]
  const name = textWidth - fixed.reduce((sum, width) => sum + width, 0)
  const [number = 0, kind = 0, pages = 0, remarks = 0] = fixed
  setTable(flow, {
    columns: [
      { width: number, align: 'center' },
      { width: name, align: 'start' },
      { width: kind, align: 'start' },
      { width: pages, align: 'center' },
      { width: remarks, align: 'start' },
    ],
    head: [
      {
        grey: 0.93,
        cells: (['number', 'name', 'kind', 'pages', 'remarks'] as const).map((column) =>
          cell(words.say(`table.${column}`), { weight: 'bold', align: 'center', heading: 'Column' }),
        ),
      },
    ],
    rows: group.items.map((item) => {
      const range = pagesOf(item, numbers)
      return {
        link: `item ${item.label}`,
        vertical: 'top',
        cells: [
          cell(String(item.number)),
          { content: [text(itemName(context, item)), small(`${words.gap}${item.label}`, 0.78)] },
          cell(stacked(kindName(context, item))),
          cell(pageRange(range.firstPage, range.lastPage, numbers)),
          cell(isExplained(context, item) ? words.say('table.explained') : ''),
        ],
      }
    }),
    size: words.language === 'zh' ? 9.6 : 8.6,
    paddingX: 4,
    paddingY: 3.4,
  })
}

/** What was found in the files, in words. */
function setNotices(flow: PageFlow, notices: readonly string[], { words }: NumberedContext): void {
  if (notices.length === 0) return
  flow.paragraph(words.say('divider.notices'), { weight: 'bold', role: 'H2', before: 14, keep: 32 })
  for (const notice of notices)
    flow.paragraph(notice, { size: words.language === 'zh' ? 9.6 : 8.8, leading: 1.5 })
}

/** `返回《证据目录》第 3 页`, a link to the row of the item. */
export function setWayBack(flow: PageFlow, item: PlannedItem | undefined, context: NumberedContext): void {
  if (!item) return
  const size = 9
  const words = context.words.say('divider.back', {
    page: context.numbers.rowPages.get(item.label) ?? context.numbers.table.first,
  })
  flow.gap(14)
  flow.ensure(size * 1.6)
  const top = flow.y
  const [line] = flow.lines([text(words)], {
    size,
    weight: 'regular',
    align: 'start',
    firstIndent: 0,
    width: textWidth,
  })
  flow.paragraph(words, { size, align: 'start' })
  if (!line) return
  flow.link([a4.left, flow.y, a4.left + line.width, top], rowAnchor(item.label))
  flow.rule([a4.left, flow.y + 2], [a4.left + line.width, flow.y + 2], 0.4)
}
