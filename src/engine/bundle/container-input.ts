import { beijingTime } from '../../shared/domain/beijing-time.ts'
import { discNames } from '../../shared/domain/bundle-names.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import { isCompressed } from '../../shared/domain/intake.ts'
import type { BagInfo } from '../container/bag.ts'
import type { PayloadFile } from '../container/container-files.ts'
import { crc32 as ownCrc32 } from '../container/crc32.ts'
import { digestsOf, withCrc32 } from '../content/take-in.ts'
import type { AssembledPdf } from '../pdf/assembly.ts'
import type { Bytes, ByteSource, ContentStore, JobContext } from '../ports.ts'
import { streamDigests } from '../verification/file-digests.ts'
import { bothOf, sm3Beside } from './beside.ts'
import type { BuildPorts, BuildRequest } from './build-request.ts'

/** The bundle PDF as a file of the container, and as the copy on top of the disc. */
export async function pdfPayload(
  { plan, disc }: BuildRequest,
  pdf: { readonly assembled: AssembledPdf; readonly source: ByteSource },
  ports: Pick<BuildPorts, 'hashing' | 'crc32' | 'digestBeside'>,
  context: JobContext,
): Promise<PayloadFile> {
  const checked = withCrc32(pdf.source.stream(), ports.crc32 ?? ownCrc32)
  const { sha512, sm3 } = ports.digestBeside
    ? await digestsBeside(checked.stream, pdf.source, ports, context)
    : await digestsInOneReading(checked.stream, pdf.source.size, ports, context)
  return {
    path: `data/${plan.names.pdf}`,
    size: pdf.assembled.bytes,
    sha256: pdf.assembled.sha256,
    sha512,
    sm3,
    crc32: checked.crc32(),
    mediaType: 'application/pdf',
    compress: false,
    ...(disc ? { copyAs: `${plan.names.discFolder}/${discNames[plan.language].bundle}` } : {}),
    source: () => Promise.resolve(pdf.source),
  }
}

type DigestPorts = Pick<BuildPorts, 'hashing' | 'digestBeside'>

/** Where the host hashes a file beside the build, it is read twice at once. */
async function digestsBeside(
  stream: AsyncIterable<Bytes>,
  file: ByteSource,
  ports: DigestPorts,
  context: JobContext,
): Promise<{ readonly sha512: string; readonly sm3: string }> {
  const [{ sha512 }, sm3] = await bothOf(
    digestsOf(stream, ['sha512'], ports.hashing, context.signal),
    sm3Beside(file, ports, context),
  )
  return { sha512, sm3 }
}

/** Where it has threads for digests, one reading serves both. */
async function digestsInOneReading(
  stream: AsyncIterable<Bytes>,
  bytes: number,
  { hashing }: DigestPorts,
  { signal }: JobContext,
): Promise<{ readonly sha512: string; readonly sm3: string }> {
  const digests = await streamDigests(
    stream,
    ['sha512', 'sm3'],
    hashing,
    () => signal.throwIfAborted(),
    bytes,
  )
  return { sha512: digests.get('sha512') ?? '', sm3: digests.get('sm3') ?? '' }
}

/** The originals as files of the container. */
export function originalsPayload(plan: BundlePlan, content: ContentStore): PayloadFile[] {
  return plan.groups.flatMap((group) =>
    group.items.map(({ file }) => ({
      path: file.path,
      size: file.bytes,
      sha256: file.sha256,
      sha512: file.sha512,
      sm3: file.sm3,
      ...(file.crc32 === undefined ? {} : { crc32: file.crc32 }),
      mediaType: file.mediaType,
      compress: !isCompressed(file.mediaType),
      source: () => content.open(file.sha256),
    })),
  )
}

/** What bag-info.txt says of the bundle (RFC 8493, 2.2.2). */
export function bagInfoOf({ plan, generator }: BuildRequest): BagInfo {
  const { notice, rightHolders, agents } = plan.case
  const contactName = agents[0]?.name ?? rightHolders[0]?.contactPerson ?? ''
  return {
    sourceOrganization: rightHolders.map((party) => party.nameZh || party.nameEn || '').join('; '),
    ...(contactName === '' ? {} : { contactName }),
    externalIdentifier: plan.names.stem,
    externalDescription: [
      notice.office,
      notice.caseNumber,
      notice.documentNumber,
      plan.draft ? '草稿 DRAFT' : '',
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
    baggingDate: beijingTime(plan.createdAt).slice(0, 10),
    softwareAgent: `${generator.name} ${generator.version}`,
  }
}
