import { Failure } from '../../shared/contract/failure.ts'
import { discBagFolder, discNames } from '../../shared/domain/bundle-names.ts'
import { hexOf } from '../../shared/domain/hex.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { Crc32 } from '../container/crc32.ts'
import { writeSealedContainer } from '../container/write-container.ts'
import { parsePemCertificates } from '../signing/certificate.ts'
import type { ByteSource, ContentStore, Hashing, JobContext, OutputFolder } from '../ports.ts'
import { verifySource, verifyTree, type VerificationReport } from '../verification/verify.ts'
import type { BundleParts } from './bundle-parts.ts'
import { writeDiscPapers } from './disc-papers.ts'
import { recordingFolder, type RecordingFolder } from './recording-folder.ts'
import { below, refuseUnlessIntact, treeOf } from './self-check.ts'
import { writeSmallFile } from './small-file.ts'

/** What a bundle can be written as: each form under the name the plan gives it. */
export type BundleForm = 'pdf' | 'zip' | 'disc' | 'hand-over'

/** What writing is lent. */
export interface WritePorts {
  readonly content: ContentStore
  readonly pdf: ByteSource
  readonly output: OutputFolder
  readonly hashing: Hashing
  readonly limits: BundleLimits
  readonly crc32?: Crc32
}

/** How what was written stands, read again from where it lies. */
export interface WrittenBundle {
  readonly pdf?: VerificationReport
  readonly zip?: VerificationReport
  readonly disc?: VerificationReport
}

/**
 * Writes a bundle that was made before in the forms asked for, byte for byte what it was, reads PDF, ZIP and disc again as
 * a stranger would and only then gives the files their names. All or nothing. Throws Failure evidence.changed,
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
    const zip =
      wants('zip') || wants('disc') ? await writeFiles(parts, forms, ports, output, context) : undefined
    if (wants('hand-over')) await writeSmallFile(output, plan.names.handOver, parts.handOver)
    const verification = await verifyWritten(parts, { pdf, zip }, wants('disc'), ports, output, context)
    refuseUnlessIntact(verification)
    context.signal.throwIfAborted()
    await output.publish()
    return verification
  } catch (error) {
    await output.discard()
    throw error
  }
}

async function writePdf(
  { plan, pdf }: BundleParts,
  ports: WritePorts,
  output: OutputFolder,
  context: JobContext,
): Promise<ByteSource> {
  const name = `${plan.names.stem}.pdf`
  const file = await output.create(name)
  const hasher = await ports.hashing.create('sha256')
  let done = 0
  for await (const chunk of ports.pdf.stream()) {
    context.signal.throwIfAborted()
    hasher.update(chunk)
    await file.write([chunk])
    done += chunk.length
    context.report('write', done, pdf.size)
  }
  if (hexOf(hasher.digest()) !== pdf.sha256) throw new Failure('bundle.not-identical', { name })
  return file.close()
}

/** The container as ZIP, as disc folder, or as both in one reading. */
async function writeFiles(
  parts: BundleParts,
  forms: readonly BundleForm[],
  ports: WritePorts,
  output: RecordingFolder,
  context: JobContext,
): Promise<ByteSource | undefined> {
  const { plan } = parts
  const { names, language } = plan
  const disc = forms.includes('disc')
  const zipFile = forms.includes('zip') ? await output.create(names.container) : undefined
  const folder = { output, prefix: `${names.discFolder}/${discBagFolder[language]}/` }
  const written = await writeSealedContainer(
    {
      entries: parts.entries,
      payload: parts.payload.map((part) => ({
        ...part,
        ...(disc && part.path === parts.pdf.path
          ? { copyAs: `${names.discFolder}/${discNames[language].bundle}` }
          : {}),
        source: () =>
          part.path === parts.pdf.path ? Promise.resolve(ports.pdf) : ports.content.open(part.sha256),
      })),
      manifestDigest: '',
      payloadManifestDigest: '',
    },
    new Date(plan.createdAt),
    { ...(zipFile ? { zip: zipFile } : {}), ...(disc ? { folder } : {}) },
    {
      signal: context.signal,
      report: (_step, done, total) => context.report('write', done, total),
      hashing: ports.hashing,
      ...(ports.crc32 ? { crc32: ports.crc32 } : {}),
    },
  )
  if (disc) await writeDiscPapers(plan, parts.disc, output)
  if (!zipFile) return undefined
  if (written.zipSha256 !== parts.zip.sha256) {
    throw new Failure('bundle.not-identical', { name: names.container })
  }
  return zipFile.close()
}

async function verifyWritten(
  parts: BundleParts,
  files: { readonly pdf: ByteSource | undefined; readonly zip: ByteSource | undefined },
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
    ...(files.pdf ? { pdf: await verifySource(files.pdf, options) } : {}),
    ...(files.zip ? { zip: await verifySource(files.zip, options) } : {}),
    ...(disc ? { disc: await verifyTree(treeOf(below(output.closed, prefix)), options) } : {}),
  }
}

/** The certificate that signed, out of the container itself: any other verdict than trusted means another key. */
function certificatesOf({ entries }: BundleParts) {
  const pem = entries.find((entry) => entry.path === 'signer.pem.txt')
  return pem ? parsePemCertificates(new TextDecoder().decode(pem.bytes)) : []
}
