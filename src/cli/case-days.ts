import { instantOf } from '../shared/domain/instant.ts'
import { readFile } from 'node:fs/promises'
import { Failure } from '../shared/contract/failure.ts'
import { beijingTime } from '../shared/domain/beijing-time.ts'
import type { Deadline } from '../shared/domain/deadline.ts'
import { readHolidays, withHolidays } from '../shared/domain/read-holidays.ts'
import { isCalendarDate } from '../shared/domain/schema-pieces.ts'
import type { LawBook } from '../shared/law/law-book.ts'
import type { Language } from '../shared/messages/explain.ts'
import { daysLeftText, dayText, originText } from '../shared/messages/say-deadline.ts'
import { UsageError } from './arguments.ts'
import { callerPath } from './caller-path.ts'
import type { CommandContext } from './command.ts'
import { readLawBook } from './files/packaged-files.ts'
import { reasonOf } from './files/reason.ts'

/** The plain date of `--on`, or today in Beijing. Throws UsageError. */
export function dayOfCall({ options, now }: Pick<CommandContext, 'options' | 'now'>): string {
  const { on } = options
  if (on === undefined) return beijingTime(instantOf(now)).slice(0, 10)
  if (typeof on !== 'string' || !isCalendarDate(on)) throw new UsageError('bad-value', 'on')
  return on
}

/**
 * The law data with the years of `--holidays`. What is wrong in that file is said on the terminal. Throws Failure
 * holidays.unreadable, holidays.refused.
 */
export async function lawOfCall(
  context: Pick<CommandContext, 'options' | 'folder' | 'terminal'>,
): Promise<LawBook> {
  const law = await readLawBook()
  const { holidays: named } = context.options
  if (typeof named !== 'string') return law
  const path = callerPath(context, named)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure('holidays.unreadable', { path, reason: reasonOf(error) }, error)
  })
  const read = readHolidays(text)
  if (read.ok) return withHolidays(law, read.holidays)
  context.terminal.findings(read.findings)
  throw new Failure('holidays.refused', { path, count: read.findings.length })
}

/** The blanks of one line about a day. */
export function deadlineLine(one: Deadline, on: string, language: Language) {
  return {
    day: dayText(one, language),
    left: daysLeftText(one, on, language),
    title: one.title[language],
    origin: originText(one, language),
  }
}

/** A day as `--json` gives it: `date`, or `bounds` where it is not known; `source` says who named it or which rule. */
export function deadlineJson({ code, date, bounds, origin, source }: Deadline) {
  return {
    code,
    ...(date === undefined ? { bounds: bounds ?? {} } : { date }),
    source: { origin, ...source },
  }
}
