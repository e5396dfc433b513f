import type { Months, ResponseRow } from '../../../shared/domain/response-rate.ts'
import { isCalendarDate } from '../../../shared/domain/schema-pieces.ts'
import type { CaseSummary } from '../../register/register.ts'

/** What the figures are counted from: the sealed summaries alone, no case is opened. */
export interface FigureRows {
  readonly rows: readonly ResponseRow[]
  /** Cases that are counted, also those with the police. */
  readonly ids: readonly string[]
  /** Cases that are still to be judged. */
  readonly waiting: number
}

/** Rows of all cases but the sample, those in the trash and those whose summary cannot be opened. */
export function figureRows(summaries: readonly CaseSummary[]): FigureRows {
  const counted = summaries.filter(({ state, isSample }) => state !== 'trashed' && !isSample)
  const readable = counted.filter(({ isDamaged }) => !isDamaged)
  return {
    rows: readable.flatMap(({ board, brand, office, crimes, receivedOn }) =>
      board
        ? [
            {
              ...board.facts,
              brand: brand.trim(),
              office: office.trim(),
              crimes,
              // What is no date yet is not known.
              receivedOn: isCalendarDate(receivedOn) ? receivedOn : '',
            },
          ]
        : [],
    ),
    ids: counted.map(({ id }) => id),
    waiting: readable.filter(({ board }) => !board).length,
  }
}

/** A notice dated before this month is a slip of the pen; it is counted where no period is set. */
const firstMonth = '2000-01'

/** The months a period can begin and end with: from the first notice to the month of the plain date `on`. */
export function monthsOf(rows: readonly Pick<ResponseRow, 'receivedOn'>[], on: string): readonly string[] {
  const last = on.slice(0, 7)
  const first = rows
    .map(({ receivedOn }) => receivedOn.slice(0, 7))
    .filter((month) => month >= firstMonth && month < last)
    .reduce((a, b) => (b < a ? b : a), last)
  const months: string[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** A period with its beginning or end moved; the other end goes where it would lie on the wrong side. */
export function moveMonths(months: Months, change: Partial<Months>): Months {
  const next = { ...months, ...change }
  if (next.from === '' || next.to === '' || next.from <= next.to) return next
  return change.from === undefined ? { ...next, from: '' } : { ...next, to: '' }
}
