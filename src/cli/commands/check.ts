import { surveyorOf } from '../intake.ts'
import { UsageError } from '../arguments.ts'
import { futureFindings } from '../doubts.ts'
import type { Command } from '../command.ts'
import { rowJson, sayPapers } from '../case-papers.ts'
import { deadlineJson, deadlineLine, dayOfCall, lawOfCall } from '../case-days.ts'
import { jobContext } from '../job-context.ts'
import { callerPath } from '../caller-path.ts'
import { prepareCase } from '../prepare-case.ts'
import { findingJson } from '../terminal.ts'
import type { CaseRecord } from '../../shared/domain/case-record.ts'
import { caseReport } from '../../shared/domain/case-report.ts'
import { sizeText } from '../../shared/messages/say.ts'
import { WorkerPool, workerCount } from '../worker-pool.ts'

/**
 * `dossier check <case folder>`: every gap, error and note, what each original shows, the papers it needs and its
 * days; nothing is written.
 */
export const check: Command = async (context) => {
  const [folder] = context.positionals
  if (folder === undefined) throw new UsageError('missing', 'case-folder')
  const { terminal } = context
  const on = dayOfCall(context)
  const law = await lawOfCall(context)
  const job = jobContext(context)
  const pool = new WorkerPool(workerCount)
  try {
    const prepared = await prepareCase(
      callerPath(context, folder),
      { createdAt: undefined, draft: false },
      pool,
      job,
    )
    const { outcome, record } = prepared
    const report = record && caseReport(record, law, on, originalsIn(record, prepared.pathOf))
    const findings = [
      ...outcome.findings,
      ...(report?.findings ?? []),
      ...futureFindings(prepared.createdAt, context.now),
    ]
    // Also when something else is wrong: whoever mends one thing should not hear of the next only then.
    const survey = surveyorOf(prepared.pathOf, pool, prepared.limits, context.signal)
    for (const found of await Promise.all(prepared.items.map(survey))) findings.push(...found.findings)
    terminal.findings(findings, prepared.places)
    const rows = report?.checklist ?? []
    if (report) sayPapers(terminal, report, on)
    const deadlines = report?.deadlines ?? []
    if (deadlines.length > 0) terminal.say('check.deadlines', { on })
    for (const one of deadlines) terminal.say('check.deadline', deadlineLine(one, on, terminal.language))
    const count = (test: (code: string, severity: string) => boolean) =>
      findings.filter((found) => test(found.code, found.severity)).length
    const gaps = count((code) => code === 'field.required')
    if (outcome.ok) {
      const { totals } = outcome.plan
      terminal.say('check.clean', {
        items: totals.identityItems + totals.evidenceItems,
        bytes: sizeText(totals.bytes),
      })
    } else {
      terminal.say('check.gaps', {
        gaps,
        errors: count((code, severity) => severity === 'error' && code !== 'field.required'),
        warnings: count((_, severity) => severity === 'warning'),
      })
    }
    terminal.result({
      ready: outcome.ok,
      checklist: rows.map((row) => rowJson(row, terminal.language)),
      deadlines: deadlines.map(deadlineJson),
      findings: findings.map((found) => findingJson(found, terminal.language, prepared.places)),
    })
    return outcome.ok ? 0 : 1
  } finally {
    await pool.close()
  }
}

/** SHA-256 of every original of a case: as it was read, or as the case names it where it cannot be. */
function originalsIn({ groups }: CaseRecord, pathOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  const named = groups.flatMap(({ items }) => items.flatMap(({ sha256 }) => sha256 ?? []))
  return new Set([...pathOf.keys(), ...named])
}
