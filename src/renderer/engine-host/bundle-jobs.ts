import {
  type BundlePreview,
  decodeParts,
  encodeParts,
  makeBundle,
  openPkcs12,
  previewBundle,
  type Surveyor,
  surveyorOver,
  writeBundle,
} from '../../engine/jobs.ts'
import type { JobContext, OutputFile, OutputFolder } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import { madeContentWriter } from '../register/content-writer.ts'
import type { MadeContentWriter } from '../register/made-content-writer.ts'
import type {
  BundleInside,
  BundleRequest,
  MadeInVault,
  NamedSigner,
  SigningKey,
  WriteRequest,
  Written,
} from './bundle-wire.ts'
import { type OpenVault, originalContent, vaultSource } from './original-content.ts'
import { paperFonts } from './paper-fonts.ts'
import { type KnownSurveys, knownSurveys } from './known-surveys.ts'
import type { SurveyPool } from './survey-pool.ts'
import { wasmHashing } from './wasm-hashing.ts'

export interface BundleTools {
  readonly vault: OpenVault | undefined
  readonly limits: BundleLimits
  readonly surveys: SurveyPool
  readonly job: JobContext
}

const known: KnownSurveys = knownSurveys()

/** Sets the papers of a bundle as it would be built now. Throws Failure content.*, font.missing, text.unprintable; AbortError. */
export async function previewOf(
  { plan, originals, law }: BundleRequest,
  signer: NamedSigner,
  tools: BundleTools,
): Promise<BundlePreview> {
  const content = originalContent(originals, tools.vault, nameIn(plan))
  const fonts = await paperFonts()
  const request = { plan, law, fonts, signer, hashing: wasmHashing }
  return previewBundle(request, surveyorOf(content, tools), tools.job)
}

/** Builds and signs a bundle into the vault. Throws as the engine's `makeBundle`; nothing stays behind then. */
export async function buildInVault(
  request: BundleRequest,
  key: SigningKey | undefined,
  tools: BundleTools,
): Promise<MadeInVault> {
  const { plan, originals, law } = request
  const { vault, limits, job } = tools
  if (!vault) throw new Failure('register.locked')
  if (originals.kind !== 'vault') throw new Error('only what lies in the vault can be built')
  const signer = key && (await openPkcs12(bytesOf(key.pkcs12), key.passphrase))
  const content = originalContent(originals, vault, nameIn(plan))
  const writers: MadeContentWriter[] = []
  try {
    const made = await makeBundle(
      {
        plan,
        findings: request.findings,
        law,
        limits,
        fonts: await paperFonts(),
        disc: false,
        ...(signer ? { signer } : {}),
        generator: { name: 'Rights Dossier', version: request.version },
      },
      {
        content,
        hashing: wasmHashing,
        survey: surveyorOf(content, tools),
        surveyed: async () => tools.surveys.rest(),
        pdf: async () => {
          const writer = await madeContentWriter(vault.access)
          writers.push(writer)
          return pdfInVault(writer, vault, `${plan.names.stem}.pdf`)
        },
      },
      job,
    )
    const { parts, findings, verification } = made
    const [pdfWriter] = writers
    if (!pdfWriter) throw new Error('a bundle without a PDF')
    const partsWriter = await madeContentWriter(vault.access)
    writers.push(partsWriter)
    await partsWriter.write(await encodeParts(parts))
    job.signal.throwIfAborted()
    await partsWriter.finish()
    const used = parts.payload.flatMap(({ sha256 }) => originals.ids.get(sha256) ?? [])
    return {
      contentIds: [...new Set([pdfWriter.contentId, partsWriter.contentId, ...used])],
      pdfContentId: pdfWriter.contentId,
      partsContentId: partsWriter.contentId,
      createdAt: plan.createdAt,
      round: plan.case.round,
      draft: plan.draft,
      language: plan.language,
      pages: parts.pdf.pages,
      firstPageNumber: parts.pdf.firstPageNumber,
      items: plan.totals.identityItems + plan.totals.evidenceItems,
      pdf: {
        name: `${plan.names.stem}.pdf`,
        bytes: parts.pdf.size,
        sha256: parts.pdf.sha256,
        sm3: parts.pdf.sm3,
      },
      zip: {
        name: plan.names.container,
        bytes: parts.zip.bytes,
        sha256: parts.zip.sha256,
        sm3: parts.zip.sm3,
      },
      discFolder: plan.names.discFolder,
      handOver: plan.names.handOver,
      signer: parts.signer,
      findings,
      verification,
    }
  } catch (error) {
    for (const writer of writers) await writer.discard()
    throw error
  }
}

/** Writes a bundle of the vault where the person chose. Throws as the engine's `writeBundle`, content.*. */
export async function writeFromVault(
  request: WriteRequest,
  output: OutputFolder,
  tools: BundleTools,
): Promise<Written> {
  const { vault, limits, job } = tools
  if (!vault) throw new Failure('register.locked')
  const parts = await partsOf(request.partsContentId, vault)
  const ids = { kind: 'vault', ids: request.originals } as const
  return writeBundle(
    parts,
    request.forms,
    {
      content: originalContent(ids, vault, nameIn(parts.plan)),
      pdf: await vaultSource(vault, request.pdfContentId, `${parts.plan.names.stem}.pdf`),
      output,
      hashing: wasmHashing,
      limits,
    },
    job,
  )
}

/** What can be printed of a bundle, and what it is made of. Throws Failure content.*, bundle.parts-unreadable. */
export async function lookInside(partsContentId: string, { vault }: BundleTools): Promise<BundleInside> {
  if (!vault) throw new Failure('register.locked')
  const { ranges, pdf, handOver, payload } = await partsOf(partsContentId, vault)
  return { ranges, pages: pdf.pages, handOver, originals: payload.map(({ sha256 }) => sha256) }
}

async function partsOf(contentId: string, vault: OpenVault) {
  const source = await vaultSource(vault, contentId, '')
  return decodeParts(await source.read(0, source.size))
}

function surveyorOf(content: ReturnType<typeof originalContent>, tools: BundleTools): Surveyor {
  const { surveys, limits, job } = tools
  const survey = surveyorOver(async ({ label, file: { mediaType, sha256 } }) => {
    const load = () => content.readWhole(sha256)
    const about = { mediaType, label, at: job.now }
    return surveys.probe(load, about, limits.probeSeconds, job.signal)
  }, limits)
  return known.over(survey)
}

/** The PDF as the engine's output: sealed as it comes, readable again once it is closed. */
function pdfInVault(writer: MadeContentWriter, vault: OpenVault, name: string): OutputFile {
  return {
    async write(chunks) {
      for (const chunk of chunks) await writer.write(chunk)
    },
    async close() {
      await writer.finish()
      return vaultSource(vault, writer.contentId, name)
    },
  }
}

function nameIn(plan: BundlePlan): (sha256: string) => string {
  const names = new Map(
    plan.groups.flatMap(({ items }) =>
      items.map(({ entry, file }) => [file.sha256, entry.name || file.originalName] as const),
    ),
  )
  return (sha256) => names.get(sha256) ?? ''
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}
