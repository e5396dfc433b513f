import { Failure } from '../../shared/contract/failure.ts'
import { discNames } from '../../shared/domain/bundle-names.ts'
import type { ContainerOutputs, ZipDigest } from '../container/container-files.ts'
import type { Crc32 } from '../container/crc32.ts'
import { type WrittenContainer, writeSealedContainer } from '../container/write-container.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { ByteSink, Bytes, ByteSource, ContentStore, Hashing, JobContext } from '../ports.ts'
import type { BundleParts } from './bundle-parts.ts'
import { type FileDigests, handOver } from './hand-over.ts'

/** What a container is copied from. */
export interface CopyPorts {
  readonly content: ContentStore
  readonly pdf: ByteSource
  readonly hashing: Hashing
  readonly crc32?: Crc32
  /** Asked for when the hand-over sheet is set. */
  readonly fonts: () => Promise<FontFiles>
}

/** What shows of a bundle when its ZIP is first worked out. */
export interface ZipFacts {
  readonly zip: FileDigests
  readonly handOver: Bytes
}

/** Where a ZIP goes that is worked out and not stored. */
export const nowhere: ByteSink = { write: () => Promise.resolve() }

/** Digests the first working out of a ZIP must give. */
export const firstDigests: readonly ZipDigest[] = ['sha256', 'sm3']

/**
 * Works the ZIP of a bundle out without storing it, for who needs its digests before it was ever written. Every file of it
 * is proven on the way. Throws Failure evidence.changed, what opening throws, bundle.parts-unreadable; AbortError.
 */
export async function workOutZip(
  parts: BundleParts,
  ports: CopyPorts,
  context: Pick<JobContext, 'signal' | 'report'>,
): Promise<ZipFacts> {
  const written = await copyContainer(parts, { zip: nowhere, zipDigests: firstDigests }, ports, context)
  return zipFacts(parts, written, ports)
}

/** ZIP and sheet of a container that was written with `firstDigests`. */
export async function zipFacts(
  { plan, law, signer, pdf }: BundleParts,
  { zipBytes, zipSha256, zipSm3 }: WrittenContainer,
  { fonts }: Pick<CopyPorts, 'fonts'>,
): Promise<ZipFacts> {
  if (!law) throw new Failure('bundle.parts-unreadable')
  const zip = { bytes: zipBytes, sha256: zipSha256, sm3: zipSm3 }
  const sheet = { plan, law, fonts: await fonts(), signer, pdf: { ...pdf, bytes: pdf.size }, zip }
  return { zip, handOver: await handOver(sheet) }
}

/** How the copy is made. */
export interface CopyOutputs extends ContainerOutputs {
  /** PDF, ZIP and disc folder are verified afterwards: the PDF need not be hashed on the way. */
  readonly verified?: boolean
}

/** Copies kept bytes and originals in their order. Throws as `writeSealedContainer`. */
export function copyContainer(
  { plan, entries, payload, pdf }: BundleParts,
  { verified = false, ...outputs }: CopyOutputs,
  ports: CopyPorts,
  context: Pick<JobContext, 'signal' | 'report'>,
): Promise<WrittenContainer> {
  const { names, language } = plan
  const ofPdf = {
    ...(outputs.folder ? { copyAs: `${names.discFolder}/${discNames[language].bundle}` } : {}),
    provenAfterwards: verified,
    source: () => Promise.resolve(ports.pdf),
  }
  return writeSealedContainer(
    {
      entries,
      payload: payload.map((part) =>
        part.path === pdf.path
          ? { ...part, ...ofPdf }
          : { ...part, source: () => ports.content.open(part.sha256) },
      ),
      manifestDigest: '',
      payloadManifestDigest: '',
    },
    new Date(plan.createdAt),
    outputs,
    {
      signal: context.signal,
      report: context.report.bind(context),
      hashing: ports.hashing,
      ...(ports.crc32 ? { crc32: ports.crc32 } : {}),
    },
  )
}
