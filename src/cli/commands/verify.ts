import { readFile, stat } from 'node:fs/promises'
import {
  type FileTree,
  parsePemCertificates,
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
import { readLimits } from '../files/packaged-files.ts'
import { reasonOf } from '../files/reason.ts'
import { instantText } from '../instant-text.ts'
import { findingJson, type Terminal } from '../terminal.ts'

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
  const options = {
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
  show(report, context.terminal)
  return report.integrity === 'intact' ? 0 : 3
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
  const { language } = terminal
  const { signerName, certificateSha256: fingerprint, signingTime, provenTime } = report.details
  const signedAt = provenTime ?? signingTime
  terminal.findings(report.findings)
  terminal.say(`verify.integrity.${report.integrity}`)
  terminal.say(`verify.signer.${report.signer}`)
  if (signerName !== undefined && fingerprint !== undefined) {
    terminal.say('verify.signer-name', { name: signerName, fingerprint })
  }
  const at = signedAt === undefined ? '' : instantText(signedAt)
  terminal.say(`verify.time.${report.time}`, { at, beijing: at === '' ? '' : beijingTime(at) })
  terminal.result({
    integrity: report.integrity,
    signer: report.signer,
    time: report.time,
    ...(signerName === undefined ? {} : { signerName }),
    ...(fingerprint === undefined ? {} : { certificateSha256: fingerprint }),
    ...(signedAt === undefined ? {} : { signedAt: at }),
    findings: report.findings.map((found) => findingJson(found, language)),
  })
}
