import { surveyorOf } from '../intake.ts'
import { UsageError } from '../arguments.ts'
import type { Command } from '../command.ts'
import { jobContext } from '../job-context.ts'
import { callerPath } from '../caller-path.ts'
import { prepareCase } from '../prepare-case.ts'
import { findingJson } from '../terminal.ts'
import { sizeText } from '../../shared/messages/say.ts'
import { WorkerPool, workerCount } from '../worker-pool.ts'

/** `dossier check <case folder>`: every gap, error and note, and what each original shows; nothing is written. */
export const check: Command = async (context) => {
  const [folder] = context.positionals
  if (folder === undefined) throw new UsageError('missing', '<case folder>')
  const { terminal } = context
  const job = jobContext(context)
  const pool = new WorkerPool(workerCount)
  try {
    const prepared = await prepareCase(
      callerPath(context, folder),
      { createdAt: undefined, draft: false },
      pool,
      job,
    )
    const { outcome } = prepared
    const findings = [...outcome.findings]
    if (outcome.ok) {
      const survey = surveyorOf(prepared.pathOf, pool, prepared.limits, context.signal)
      const items = outcome.plan.groups.flatMap((group) => group.items)
      for (const found of await Promise.all(items.map(survey))) findings.push(...found.findings)
    }
    terminal.findings(findings)
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
      findings: findings.map((found) => findingJson(found, terminal.language)),
    })
    return outcome.ok ? 0 : 1
  } finally {
    await pool.close()
  }
}
