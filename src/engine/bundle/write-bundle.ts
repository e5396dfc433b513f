import { Failure } from '../../shared/contract/failure.ts'
import { discBagFolder } from '../../shared/domain/bundle-names.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import { parsePemCertificates } from '../signing/certificate.ts'
import type { ByteSource, JobContext, OutputFolder } from '../ports.ts'
import { verifySource, verifyTree, type VerificationReport } from '../verification/verify.ts'
import type { BundleParts } from './bundle-parts.ts'
import { writeDiscPapers } from './disc-papers.ts'
import { recordingFolder, type RecordingFolder } from './recording-folder.ts'
import { below, refuseUnlessIntact, treeOf } from './self-check.ts'
import { writeSmallFile } from './small-file.ts'
import {
  copyContainer,
  type CopyPorts,
  firstDigests,
  nowhere,
  type ZipFacts,
  zipFacts,
} from './work-out-zip.ts'

/** What a bundle can be written as: each form under the name the plan gives it. */
export type BundleForm = 'pdf' | 'zip' | 'disc' | 'hand-over'

/** What writing is lent. */
export interface WritePorts extends CopyPorts {
  readonly output: OutputFolder
  readonly limits: BundleLimits
  /** Told what the ZIP is where this was not known, before anything gets its name; nothing is written where it throws. */
  readonly learnt?: (facts: ZipFacts) => Promise<void>
}

/** How what was written stands, read again from where it lies. */
export interface WrittenBundle {
  readonly pdf?: VerificationReport
  readonly zip?: VerificationReport
  readonly disc?: VerificationReport
}

interface WrittenFiles {
  readonly pdf?: ByteSource | undefined
  readonly zip?: ByteSource | undefined
  /** What the ZIP is, where this was not known before. */
  readonly facts?: ZipFacts | undefined
}

/**
 * Writes a bundle that was made before in the forms asked for, byte for byte what it was, reads PDF, ZIP and disc again as
 * a stranger would and only then gives the files their names. A ZIP or a hand-over sheet that is written for the first
 * time says what the ZIP is from then on (`ports.learnt`). All or nothing. Throws Failure evidence.changed,
 * bundle.not-identical when something came out other than it was, bundle.self-check, output.*; AbortError.
 */
export async function writeBundle(
  parts: BundleParts,
  forms: readonly BundleForm[],
  ports: WritePorts,
  context: JobContext,
): Promise<WrittenBundle> {
  const { plan } = parts
  const wants = (form: BundleForm) => forms.includes(form)
  const output = recordingFolder(ports.output)
  try {
    const pdf = wants('pdf') ? await writePdf(parts, ports, output, context) : undefined
    const { zip, facts } = await writeFiles(parts, forms, ports, output, context)
    const sheet = facts?.handOver ?? parts.handOver
    if (wants('hand-over') && sheet) await writeSmallFile(output, plan.names.handOver, sheet)
    const verification = await verifyWritten(parts, { pdf, zip }, wants('disc'), ports, output, context)
    refuseUnlessIntact(verification)
    refuseUnlessIdentical(parts, verification)
    context.signal.throwIfAborted()
    if (facts) await ports.learnt?.(facts)
    await output.publish()
    return verification
  } catch (error) {
    await output.discard()
    throw error
  }
}

/** What it holds is proven when it is read again. */
async function writePdf(
  { plan, pdf }: BundleParts,
  ports: WritePorts,
  output: OutputFolder,
  context: JobContext,
): Promise<ByteSource> {
  const file = await output.create(`${plan.names.stem}.pdf`)
  let done = 0
  for await (const chunk of ports.pdf.stream()) {
    context.signal.throwIfAborted()
    await file.write([chunk])
    done += chunk.length
    context.report('write', done, pdf.size)
  }
  return file.close()
}

/** The container as ZIP, as disc folder, or as both in one reading; worked out where only its digests are wanted. */
async function writeFiles(
  parts: BundleParts,
  forms: readonly BundleForm[],
  ports: WritePorts,
  output: RecordingFolder,
  context: JobContext,
): Promise<WrittenFiles> {
  const { plan } = parts
  const { names, language } = plan
  const [zipped, disc] = [forms.includes('zip'), forms.includes('disc')]
  const isFirst = parts.zip === undefined && (zipped || forms.includes('hand-over'))
  if (!zipped && !disc && !isFirst) return {}
  const zipFile = zipped ? await output.create(names.container) : undefined
  const zip = zipFile ?? (isFirst ? nowhere : undefined)
  const written = await copyContainer(
    parts,
    {
      ...(zip ? { zip, zipDigests: isFirst ? firstDigests : [] } : {}),
      ...(disc ? { folder: { output, prefix: `${names.discFolder}/${discBagFolder[language]}/` } } : {}),
      verified: zipped || disc,
    },
    ports,
    { signal: context.signal, report: (_step, done, total) => context.report('write', done, total) },
  )
  if (disc) await writeDiscPapers(plan, parts.disc, output)
  return {
    zip: await zipFile?.close(),
    facts: isFirst ? await zipFacts(parts, written, ports) : undefined,
  }
}

async function verifyWritten(
  parts: BundleParts,
  files: WrittenFiles,
  disc: boolean,
  ports: WritePorts,
  output: RecordingFolder,
  context: JobContext,
): Promise<WrittenBundle> {
  const options = {
    trusted: certificatesOf(parts),
    at: context.now,
    hashing: ports.hashing,
    limits: ports.limits,
    signal: context.signal,
    report: context.report.bind(context),
    ...(ports.crc32 ? { crc32: ports.crc32 } : {}),
  }
  const prefix = `${parts.plan.names.discFolder}/`
  return {
    ...(files.pdf ? { pdf: await verifySource(files.pdf, { ...options, digestOfFile: true }) } : {}),
    ...(files.zip ? { zip: await verifySource(files.zip, { ...options, digestOfFile: !!parts.zip }) } : {}),
    ...(disc ? { disc: await verifyTree(treeOf(below(output.closed, prefix)), options) } : {}),
  }
}

/** What lies there has the digests of the build, and of the first writing. */
function refuseUnlessIdentical({ plan, pdf, zip }: BundleParts, written: WrittenBundle): void {
  const { names } = plan
  if (written.pdf && written.pdf.details.sha256 !== pdf.sha256) {
    throw new Failure('bundle.not-identical', { name: `${names.stem}.pdf` })
  }
  if (zip && written.zip && written.zip.details.sha256 !== zip.sha256) {
    throw new Failure('bundle.not-identical', { name: names.container })
  }
}

/** The certificate that signed, out of the container itself: any other verdict than trusted means another key. */
function certificatesOf({ entries }: BundleParts) {
  const pem = entries.find((entry) => entry.path === 'signer.pem.txt')
  return pem ? parsePemCertificates(new TextDecoder().decode(pem.bytes)) : []
}
