import { inHexGroups } from '../../shared/domain/hex-groups.ts'
import { blank, fillLine, text } from '../layout/inline.ts'
import type { PageFlow } from '../layout/page-flow.ts'
import { a4, mm, textWidth } from '../layout/page.ts'
import { caseTitle, holderNames } from './case-lines.ts'
import { setCountTable } from './count-table.ts'
import { blankDate } from './cover.ts'
import { type NumberedContext, startPaper } from './paper.ts'

const middle = a4.height / 2 + 4
const mostNames = 3

interface PartWords {
  /** From whom, in which case. */
  readonly received: string
  readonly caseNumber: string
}

/** 收件回执 in two parts on one page (papers.md 2); the office's blanks stay blank. */
export function setReceipt(context: NumberedContext): PageFlow {
  const { words, plan } = context
  const { caseNumber } = plan.case.notice
  const named = setParts(context, {
    received: words.say('receipt.received', {
      submitter: holderNames(context, mostNames) || '＿＿＿＿',
      case: caseTitle(context, mostNames),
    }),
    caseNumber: caseNumber ? words.say('receipt.case-number', { number: caseNumber }) : '',
  })
  const flow = named ?? setParts(context, { received: words.say('receipt.received-short'), caseNumber: '' })
  if (!flow) throw new Error('the receipt does not fit on a page')
  return flow
}

/** Both parts with the line between them; nothing when names are too long for half a page. */
function setParts(context: NumberedContext, said: PartWords): PageFlow | undefined {
  const flow = startPaper(context, context.words.say('receipt.title'))
  setPart(flow, context, 'receipt.office-part', said)
  if (flow.pages.length > 1 || flow.y < middle + 8) return undefined
  setCuttingLine(flow, context, middle)
  flow.y = middle - 16
  setPart(flow, context, 'receipt.submitter-part', said)
  return flow.pages.length > 1 ? undefined : flow
}

function setPart(
  flow: PageFlow,
  context: NumberedContext,
  part: 'receipt.office-part' | 'receipt.submitter-part',
  { received, caseNumber }: PartWords,
): void {
  const { words, numbers, originalsListSha256 } = context
  const zh = words.language === 'zh'
  const size = zh ? 9.6 : 8.4
  const line = { size, leading: zh ? 1.5 : 1.42, align: 'start' } as const
  // Room for handwriting.
  const blankLine = { size, leading: zh ? 2.15 : 2.2, align: 'start' } as const
  flow.paragraph(words.say('receipt.title'), {
    size: zh ? 17 : 14,
    weight: 'bold',
    align: 'center',
    role: 'H1',
    leading: 1.35,
  })
  flow.paragraph(`（${words.say(part)}）`, { size: size - 0.4, align: 'center', after: 3, leading: 1.3 })
  flow.paragraph(received, { ...line, align: 'justify' })
  flow.paragraph(
    [
      text(
        [
          words.say('receipt.reference', { range: words.pages(numbers.table.first, numbers.table.last) }),
          caseNumber,
        ].join(zh ? '' : ' '),
      ),
    ],
    { ...line, after: 3 },
  )
  setCountTable(flow, context, { size: size - 0.8 })
  flow.gap(4)
  flow.paragraph(
    [
      text(`${words.say('receipt.complete')}${words.gap.repeat(2)}${words.say('receipt.to-supply')}`),
      fillLine,
    ],
    blankLine,
  )
  flow.paragraph([fillLine], blankLine)
  flow.paragraph(
    [
      text(words.say('receipt.time')),
      ...blankDate(words),
      blank(24),
      text(words.say('date.blank-hour')),
      blank(24),
      text(words.say('date.blank-minute')),
      text(`${words.gap}${words.say('receipt.phone')}`),
      fillLine,
    ],
    blankLine,
  )
  flow.paragraph(
    [
      text(words.say('receipt.disc-number')),
      blank(150),
      text(`${words.gap}${words.say('receipt.seal-number')}`),
      fillLine,
    ],
    blankLine,
  )
  flow.paragraph(
    [
      text(words.say('receipt.handler')),
      blank(zh ? 120 : 100),
      text(`${words.gap}${words.say('receipt.department')}`),
      fillLine,
    ],
    { ...blankLine, before: 14, after: 4 },
  )
  flow.paragraph(
    [
      text(words.say('receipt.digest', { digest: inHexGroups(originalsListSha256.slice(0, 16)) })),
      text('\n'),
      text(words.say('receipt.no-judgment')),
    ],
    { size: size - 1.7, leading: 1.4, align: 'justify' },
  )
}

function setCuttingLine(flow: PageFlow, context: NumberedContext, y: number): void {
  const size = 7.5
  const [line] = flow.lines([text(context.words.say('receipt.cut'))], {
    size,
    weight: 'regular',
    align: 'start',
    firstIndent: 0,
    width: textWidth,
  })
  if (!line) return
  const middle = a4.width / 2
  const half = line.width / 2 + 6
  flow.rule([8 * mm, y], [middle - half, y], 0.6, [4, 3])
  flow.rule([middle + half, y], [a4.width - 8 * mm, y], 0.6, [4, 3])
  flow.line(line, middle - line.width / 2, y + size * 0.75, size * 1.5, size, null)
}
