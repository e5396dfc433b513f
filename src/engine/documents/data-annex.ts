import type { PlannedItem } from '../../shared/domain/bundle-plan.ts'
import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import { blank, slot, small, strong, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { textWidth } from '../layout/page.ts'
import { printableName } from '../layout/printable.ts'
import { cell, setTable, type TableRow } from '../layout/table.ts'
import { caseTitle, itemName, originalName } from './case-lines.ts'
import { blankDate } from './cover.ts'
import { formatName } from './file-format.ts'
import { type NumberedContext, startPaper } from './paper.ts'
import { grouped } from './paper-words.ts'

/**
 * 电子数据清单 (papers.md 4; 解释 111, 113 by analogy): of every original its format, size, digests, names and how it
 * was obtained, with the collector's signature line. A party's note, and it says so.
 */
export function setDataAnnex(context: NumberedContext): PageFlow {
  const { words, plan } = context
  const zh = words.language === 'zh'
  const flow = startPaper(context, words.say('annex.title'))
  const items = plan.groups.flatMap((group) => group.items)
  flow.paragraph(words.say('annex.title'), {
    size: zh ? 20 : 16,
    weight: 'bold',
    align: 'center',
    role: 'H1',
    leading: 1.4,
  })
  flow.paragraph(words.say('annex.subtitle'), { size: zh ? 10 : 9.2, align: 'center', after: 4 })
  const line = { size: zh ? 9.6 : 8.8, leading: 1.45 } as const
  flow.paragraph(words.say('table.case', { case: caseTitle(context) }), { ...line, align: 'start' })
  flow.paragraph(words.say('annex.nature'), { ...line, after: 6 })
  const names = ['number', 'file', 'format', 'collected'] as const
  const fixed = [36, 196, 92]
  setTable(flow, {
    columns: [
      ...fixed.map((width, index) => ({
        width,
        align: index === 0 ? ('center' as const) : ('start' as const),
      })),
      { width: textWidth - fixed.reduce((sum, width) => sum + width, 0), align: 'start' },
    ],
    head: [
      {
        grey: 0.93,
        cells: names.map((name) =>
          cell(words.say(`annex.${name}`), { weight: 'bold', align: 'center', heading: 'Column' }),
        ),
      },
    ],
    rows: items.flatMap((item) => itemRows(item, context)),
    size: zh ? 8.6 : 7.8,
    leading: 1.4,
    paddingY: 2.6,
    keepAfter: 130,
  })
  flow.paragraph(words.say('annex.total', { count: items.length, bytes: grouped(plan.totals.bytes) }), {
    ...line,
    before: 6,
  })
  flow.gap(14)
  flow.paragraph([text(words.say('annex.signature')), blank(130)], { align: 'start', keep: 70 })
  flow.paragraph([text(words.say('annex.holder')), blank(130)], { align: 'start', before: 12 })
  flow.paragraph([text(words.say('annex.date')), ...blankDate(words)], { align: 'start', before: 12 })
  return flow
}

function itemRows(item: PlannedItem, context: NumberedContext): TableRow[] {
  const { words } = context
  const { file } = item
  return [
    {
      keepWithNext: true,
      vertical: 'top',
      cells: [
        cell(item.label, { openBelow: true, heading: 'Row' }),
        {
          content: [
            strong(itemName(context, item)),
            text(`\n${words.say('annex.original-name', { name: originalName(context, item) })}`),
            text(`\n${words.say('annex.path', { path: printableName(file.path, context.typefaces) })}`),
          ],
        },
        { content: [text(`${formatName(file, words)}\n${words.bytes(file.bytes)}`)] },
        { content: [text(collectedLines(item, context).join('\n'))] },
      ],
    },
    {
      cells: [
        cell(''),
        {
          span: 3,
          content: [
            slot('SHA-256', 42, 0.88),
            small(inHexGroups(file.sha256), 0.88),
            text('\n'),
            slot('SM3', 42, 0.88),
            small(inHexGroups(file.sm3), 0.88),
          ],
        },
      ],
    },
  ]
}

function collectedLines(item: PlannedItem, { words }: NumberedContext): string[] {
  const { collected } = item.entry
  const lines = [
    collected?.by ? words.say('annex.by', { name: collected.by }) : '',
    collected?.at ? words.say('annex.at', { moment: words.moment(collected.at) }) : '',
    collected?.how ? words.say('annex.how', { how: collected.how }) : '',
    collected?.with ? words.say('annex.with', { with: collected.with }) : '',
  ].filter((line) => line !== '')
  return lines.length > 0 ? lines : [words.say('annex.not-collected')]
}
