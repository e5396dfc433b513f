import type { Bytes } from '../ports.ts'
import { setEvidenceTable } from './evidence-table.ts'
import { loosePdf } from './loose-pdf.ts'
import { numberPages } from './loose-sheet.ts'
import type { NumberedContext } from './paper.ts'

/** The table of evidence as a PDF of its own, stamped with the numbers its pages have in the bundle. */
export async function tableAlone(context: NumberedContext): Promise<Bytes> {
  const { words, numbers } = context
  const flow = setEvidenceTable(context)
  const { first } = numbers.table
  numberPages(flow, (page) => words.say('stamp.page', { number: first + page - 1, last: numbers.last }))
  return loosePdf(flow, context, words.say('table.title'))
}
