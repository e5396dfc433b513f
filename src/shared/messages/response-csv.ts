import {
  responseClasses,
  type ResponseCounts,
  type ResponseGrouping,
  type ResponseTable,
} from '../domain/response-rate.ts'
import type { Language } from './explain.ts'
import { sayBoard } from './say-board.ts'
import { rateText } from './say-work-paper.ts'

/**
 * The response rate as CSV for a spreadsheet: a head, a row for each group, the total last; CRLF (RFC 4180), a byte order
 * mark, without which Excel takes Chinese for another encoding. `nameOf` gives the words of a key, such as those of a crime.
 */
export function responseCsv(
  table: ResponseTable,
  by: ResponseGrouping,
  language: Language,
  nameOf: (key: string) => string = (key) => key,
): string {
  const head = [
    sayBoard(`response.by-${by}`, language),
    sayBoard('response.notified', language),
    ...responseClasses.map((one) => sayBoard(`response.${one}`, language)),
    sayBoard('response.rate', language),
  ]
  const blank = sayBoard('board.blank', language)
  const rows = [
    head,
    ...table.groups.map((group) => cellsOf(group.key === '' ? blank : nameOf(group.key), group)),
    cellsOf(sayBoard('response.total', language), table.total),
  ]
  return `\ufeff${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

function cellsOf(name: string, group: ResponseCounts): string[] {
  const { notified, counts } = group
  return [name, String(notified), ...responseClasses.map((one) => String(counts[one])), rateText(group)]
}

/** A name that a spreadsheet would run as a formula gets a quote before it. */
function cell(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
