import { type BoardFacts, boardFactsOf } from '../../shared/domain/board-facts.ts'
import { type BoardRow, nextActionOf, pressingOf, sortedByUrgency } from '../../shared/domain/case-board.ts'
import { caseReport } from '../../shared/domain/case-report.ts'
import { originalsOf } from '../../shared/domain/checklist.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import type { Language } from '../../shared/messages/explain.ts'
import { explainFinding } from '../../shared/messages/explain.ts'
import { sayBoard } from '../../shared/messages/say-board.ts'
import { daysLeftText } from '../../shared/messages/say-deadline.ts'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import { dayOfCall, lawOfCall } from '../case-days.ts'
import type { Command } from '../command.ts'
import { openCaseFolder } from '../files/case-folder.ts'
import { foldersWithCases } from '../files/folders-with-cases.ts'
import { failureText } from '../terminal.ts'

interface Row extends BoardRow {
  readonly folder: string
}

/**
 * `dossier board <folder>`: the cases of every case folder in it, most urgent first. A case that cannot be read is told
 * and skipped, and the exit code is 1. Nothing is written.
 */
export const board: Command = async (context) => {
  const [named] = context.positionals
  if (named === undefined) throw new UsageError('missing', 'board-folder')
  const { terminal } = context
  const { language } = terminal
  const on = dayOfCall(context)
  const law = await lawOfCall(context)
  const folder = callerPath(context, named)
  const rows: Row[] = []
  const damaged: { folder: string; reason: string }[] = []
  for (const { name, path } of await foldersWithCases(folder)) {
    context.signal.throwIfAborted()
    const read = await readRecord(path, language)
    if ('reason' in read) damaged.push({ folder: name, reason: read.reason })
    else {
      const report = caseReport(read.record, law, on, originalsOf(read.record))
      rows.push({ ...boardFactsOf(read.record, law, on, report), ...namesOf(read.record), folder: name })
    }
  }
  for (const one of damaged) terminal.note('board.damaged', one)
  if (rows.length + damaged.length === 0) terminal.note('board.empty', { path: folder })
  else terminal.say('board.title', { on, count: rows.length })
  const sorted = sortedByUrgency(rows, on)
  for (const row of sorted) terminal.say('board.row', rowLine(row, on, language))
  terminal.result({ on, cases: sorted.map((row) => rowJson(row, on)), damaged })
  return damaged.length > 0 || rows.length === 0 ? 1 : 0
}

async function readRecord(
  path: string,
  language: Language,
): Promise<{ readonly record: CaseRecord } | { readonly reason: string }> {
  try {
    const opened = await openCaseFolder(path)
    if ('record' in opened) return opened
    return { reason: opened.findings.map((found) => explainFinding(found, language)).join(' ') }
  } catch (error) {
    return { reason: failureText(error, language) }
  }
}

function namesOf(record: CaseRecord) {
  return { caseCode: record.caseCode, brand: record.brand ?? '', office: record.notice.office }
}

function rowLine(row: Row, on: string, language: Language) {
  const pressing = pressingOf(row, on)
  const blank = sayBoard('board.blank', language)
  const { replyDue: due } = row
  return {
    left: pressing ? daysLeftText(pressing, on, language) : sayBoard('board.nothing-pressing', language),
    code: row.caseCode,
    brand: row.brand || blank,
    office: row.office || blank,
    stage: sayBoard(`stage.${row.stage}`, language),
    due: due ? sayBoard(`due.${due.origin}`, language, { date: due.date }) : sayBoard('due.none', language),
    papers: sayBoard(row.of === 0 ? 'board.no-checklist' : 'board.papers', language, {
      done: row.done,
      of: row.of,
    }),
    next: sayBoard('board.next', language, { action: sayBoard(`next.${nextActionOf(row)}`, language) }),
  }
}

function rowJson(row: Row, on: string) {
  const { folder, caseCode, brand, office, done, of, ...facts } = row satisfies BoardFacts
  return {
    folder,
    caseCode,
    brand,
    office,
    ...facts,
    completeness: { done, of },
    pressing: pressingOf(row, on) ?? null,
    nextAction: nextActionOf(row),
  }
}
