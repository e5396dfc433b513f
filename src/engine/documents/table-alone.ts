import { text } from '../layout/inline.ts'
import { a4 } from '../layout/page.ts'
import { stampPlace } from '../pdf/page-stamp.ts'
import type { Bytes } from '../ports.ts'
import { setEvidenceTable } from './evidence-table.ts'
import { loosePdf } from './loose-pdf.ts'
import type { NumberedContext } from './paper.ts'

const { fontSize: size, rightMargin: right, baseline } = stampPlace

/** The table of evidence as a PDF of its own, stamped with the numbers its pages have in the bundle. */
export async function tableAlone(context: NumberedContext): Promise<Bytes> {
  const { words, numbers } = context
  const flow = setEvidenceTable(context)
  flow.pages.forEach((page, index) => {
    const stamp = words.say('stamp.page', { number: numbers.table.first + index, last: numbers.last })
    const [line] = flow.lines([text(stamp)], {
      size,
      weight: 'regular',
      align: 'end',
      firstIndent: 0,
      width: a4.width - right,
    })
    if (line) page.marks.push({ kind: 'line', line, x: 0, baseline, owner: null, grey: 0 })
  })
  return loosePdf(flow, context, words.say('table.title'))
}
