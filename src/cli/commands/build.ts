import { instantOf } from '../../shared/domain/instant.ts'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { buildBundle, type BuiltBundle, loadBuild, providePdfium } from '../../engine/jobs.ts'
import type { JobContext } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { Finding } from '../../shared/contract/finding.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import { ZonedInstant } from '../../shared/domain/schema-pieces.ts'
import { sizeText } from '../../shared/messages/say.ts'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import type { Command, CommandContext } from '../command.ts'
import { caseContent } from '../files/case-content.ts'
import { foreignInDisc } from '../files/disc-remains.ts'
import { nodeHashing } from '../files/node-hashing.ts'
import { outputFolder } from '../files/output-folder.ts'
import { readVersion } from '../files/packaged-files.ts'
import { readPdfium } from '../files/pdfium-file.ts'
import { digesterOf, surveyorOf } from '../intake.ts'
import { futureFindings, keyFindings } from '../doubts.ts'
import type { ItemPlaces } from '../item-places.ts'
import { jobContext } from '../job-context.ts'
import { openIdentity } from '../open-identity.ts'
import { prepareCase, type PreparedCase } from '../prepare-case.ts'
import { findingJson } from '../terminal.ts'
import { WorkerPool, workerCount } from '../worker-pool.ts'

/** `dossier build <case folder> --out <folder>`: the paginated PDF, the signed ZIP, the hand-over sheet, the disc. */
export const build: Command = async (context) => {
  const [folder] = context.positionals
  const { options } = context
  if (folder === undefined) throw new UsageError('missing', 'case-folder')
  if (typeof options['out'] !== 'string') throw new UsageError('missing', 'out-folder')
  const out = callerPath(context, options['out'])
  const draft = options['draft'] === true
  const createdAt = createdAtOption(options['created-at'])
  // Asked before the long work, so that a person may leave.
  const signer = await openIdentity(context)
  const job = jobContext(context)
  const pool = new WorkerPool(workerCount)
  try {
    const prepared = await prepareCase(
      callerPath(context, folder),
      { createdAt, draft, meanwhile: loadBuild },
      pool,
      job,
    )
    const { outcome } = prepared
    const doubts = [...futureFindings(prepared.createdAt, context.now), ...(await keyFindings(signer))]
    if (!outcome.ok) return refuse(context, [...outcome.findings, ...doubts], prepared.places)
    providePdfium(readPdfium)
    const built = await buildBundle(
      {
        plan: outcome.plan,
        findings: outcome.findings,
        law: prepared.law,
        limits: prepared.limits,
        fonts: prepared.fonts,
        disc: options['disc'] === true,
        ...(signer ? { signer } : {}),
        generator: { name: 'Rights Dossier', version: await readVersion() },
      },
      portsOf(context, prepared, pool, out, job),
      job,
    )
    const findings = [...doubts, ...built.findings]
    await announce(context, { prepared, plan: outcome.plan, built, findings, out })
    return 0
  } finally {
    await pool.close()
  }
}

function portsOf(
  context: CommandContext,
  prepared: PreparedCase,
  pool: WorkerPool,
  out: string,
  job: JobContext,
) {
  return {
    content: caseContent(prepared.pathOf),
    output: outputFolder(out, context.options['force'] === true, { foreignIn: foreignInDisc }),
    hashing: nodeHashing,
    survey: surveyorOf(prepared.pathOf, pool, prepared.limits, job.signal),
    surveyed: () => pool.rest(),
    digestBeside: digesterOf(pool, job.signal),
    crc32: (bytes: Uint8Array, previous?: number) => crc32(bytes, previous),
  }
}

function createdAtOption(value: string | boolean | string[] | undefined): string | undefined {
  if (value === undefined) return undefined
  // With its zone, or it would mean another moment on another machine.
  const parsed = ZonedInstant.safeParse(value)
  if (!parsed.success) throw new UsageError('bad-value', 'created-at')
  return instantOf(new Date(parsed.data))
}

function refuse(context: CommandContext, findings: readonly Finding[], places: ItemPlaces): 1 {
  const { terminal } = context
  terminal.findings(findings, places)
  const gaps = findings.filter((found) => found.code === 'field.required').length
  const errors = findings.filter((found) => found.severity === 'error').length
  const failure =
    errors > gaps
      ? new Failure('case.refused', { count: errors })
      : new Failure('bundle.gaps', { count: gaps })
  terminal.failure(failure)
  terminal.result({
    built: false,
    code: failure.code,
    findings: findings.map((found) => findingJson(found, terminal.language, places)),
  })
  return 1
}

interface Outcome {
  readonly prepared: PreparedCase
  readonly plan: BundlePlan
  readonly built: BuiltBundle
  readonly findings: readonly Finding[]
  readonly out: string
}

async function announce(
  context: CommandContext,
  { prepared, plan, built, findings, out }: Outcome,
): Promise<void> {
  const { terminal } = context
  const { places } = prepared
  // The blanks of a draft are known to whoever asked for one; they must not bury the rest.
  const notes = findings.filter(({ code, severity }) => severity !== 'info' && code !== 'field.required')
  if (notes.length > 0) {
    terminal.say('build.warnings', { count: notes.length })
    terminal.findings(notes, places)
  }
  if (plan.blanks.length > 0) terminal.say('build.blanks', { count: plan.blanks.length })
  terminal.say('build.done', {
    round: plan.case.round,
    pages: built.pdf.pageCount,
    items: plan.totals.identityItems + plan.totals.evidenceItems,
  })
  const names = [built.pdf.name, built.zip.name, built.handOver]
  for (const name of names) {
    const path = join(out, name)
    terminal.say('build.file', { path, bytes: sizeText((await stat(path)).size) })
  }
  if (built.discFolder !== undefined) terminal.line(`  ${join(out, built.discFolder)}`)
  terminal.say('build.digest', { digest: built.zip.zipSha256 })
  terminal.say('build.fingerprint', { digest: built.signer.certificateSha256 })
  if (built.signer.throwAway) terminal.say('build.throw-away')
  if (plan.draft) terminal.say('build.draft')
  const { verification } = built
  terminal.result({
    built: true,
    draft: plan.draft,
    createdAt: plan.createdAt,
    folder: out,
    pdf: {
      name: built.pdf.name,
      pages: built.pdf.pageCount,
      bytes: built.pdf.bytes,
      sha256: built.pdf.sha256,
    },
    zip: {
      name: built.zip.name,
      bytes: built.zip.zipBytes,
      sha256: built.zip.zipSha256,
      entries: built.zip.entries,
    },
    handOver: built.handOver,
    ...(built.discFolder === undefined ? {} : { discFolder: built.discFolder }),
    signer: built.signer,
    verification: {
      pdf: verification.pdf.integrity,
      zip: verification.zip.integrity,
      ...(verification.disc ? { disc: verification.disc.integrity } : {}),
    },
    findings: findings.map((found) => findingJson(found, terminal.language, places)),
  })
}
