import { instantOf } from '../../shared/domain/instant.ts'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import {
  type FileTree,
  parsePemCertificates,
  type VerificationCircumstances,
  verificationJson,
  verificationPaper,
  verifyFile,
  verifyFolder,
  type VerificationReport,
} from '../../engine/jobs.ts'
import type { Bytes } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { beijingTime } from '../../shared/domain/beijing-time.ts'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import type { Command, CommandContext } from '../command.ts'
import { fileSource } from '../files/file-source.ts'
import { folderTree } from '../files/folder-tree.ts'
import { nodeHashing } from '../files/node-hashing.ts'
import { outputFolder } from '../files/output-folder.ts'
import { readFonts, readLimits, readVersion } from '../files/packaged-files.ts'
import { reasonOf } from '../files/reason.ts'
import type { Terminal } from '../terminal.ts'

/** `dossier verify <zip | pdf | folder>`: three verdicts and the findings; exit code 3 unless integrity is intact. */
export const verify: Command = async (context) => {
  const [path] = context.positionals
  if (path === undefined) throw new UsageError('missing', 'bundle')
  const absolute = callerPath(context, path)
  let status: Awaited<ReturnType<typeof stat>>
  try {
    status = await stat(absolute)
  } catch (error) {
    throw new Failure('verify.unreadable', { path, reason: reasonOf(error) }, error)
  }
  const writesReport = reportForm(context)
  const options = {
    digestOfFile: writesReport !== undefined,
    trusted: await trustedCertificates(context),
    at: context.now,
    hashing: nodeHashing,
    limits: await readLimits(),
    signal: context.signal,
    report: context.terminal.progress,
  }
  const report = status.isDirectory()
    ? await verifyFolder(folderTree(absolute) satisfies FileTree, options)
    : await verifyFile(fileSource(absolute, status.size), options)
  const about: VerificationCircumstances = {
    subject: { name: basename(absolute), kind: status.isDirectory() ? 'folder' : 'file' },
    verifiedAt: context.now,
    program: { name: 'Rights Dossier', version: await readVersion() },
    language: context.terminal.language,
    ownIdentity: false,
  }
  const data = await verificationJson(report, about, 'terminal')
  show(report, context.terminal)
  if (writesReport !== undefined)
    await writeReport(
      context,
      writesReport.path,
      writesReport.form === 'json'
        ? new TextEncoder().encode(`${JSON.stringify(data, undefined, 2)}\n`)
        : await verificationPaper(report, about, await readFonts()),
    )
  context.terminal.result(data)
  return report.integrity === 'intact' ? 0 : 3
}

/** Where the report goes and as what; refused before any work is done. */
function reportForm({
  options,
}: CommandContext): { readonly path: string; readonly form: 'pdf' | 'json' } | undefined {
  const path = options['report']
  if (typeof path !== 'string') return undefined
  const form = /\.(pdf|json)$/i.exec(path)?.[1]?.toLowerCase()
  if (form !== 'pdf' && form !== 'json') throw new UsageError('bad-value', 'report')
  return { path, form }
}

async function writeReport(context: CommandContext, written: string, bytes: Bytes): Promise<void> {
  const path = callerPath(context, written)
  const output = outputFolder(dirname(path), context.options['force'] === true)
  try {
    const file = await output.create(basename(path))
    await file.write([bytes])
    await file.close()
    context.signal.throwIfAborted()
    await output.publish()
  } catch (error) {
    await output.discard()
    throw error
  }
  context.terminal.say('verify.report', { path })
}

async function trustedCertificates(context: CommandContext): Promise<Bytes[]> {
  const paths = context.options['trust']
  const certificates: Bytes[] = []
  for (const path of Array.isArray(paths) ? paths : []) {
    try {
      const found = await parsePemCertificates(await readFile(callerPath(context, path), 'latin1'))
      if (found.length === 0) throw new Failure('trust.unreadable', { path, reason: 'PEM' })
      certificates.push(...found)
    } catch (error) {
      const reason = error instanceof Failure ? String(error.facts['reason'] ?? 'PEM') : reasonOf(error)
      throw new Failure('trust.unreadable', { path, reason }, error)
    }
  }
  return certificates
}

function show(report: VerificationReport, terminal: Terminal): void {
  const { signerName, certificateSha256: fingerprint, signingTime, provenTime } = report.details
  const signedAt = provenTime ?? signingTime
  terminal.findings(report.findings)
  terminal.say(`verify.integrity.${report.integrity}`)
  terminal.say(`verify.signer.${report.signer}`)
  if (signerName !== undefined && fingerprint !== undefined) {
    terminal.say('verify.signer-name', { name: signerName, fingerprint })
  }
  const at = signedAt === undefined ? '' : instantOf(signedAt)
  terminal.say(`verify.time.${report.time}`, { at, beijing: at === '' ? '' : beijingTime(at) })
}
