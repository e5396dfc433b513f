import {
  type BundlePreview,
  type MadeBundle,
  makeBundle,
  openPkcs12,
  previewBundle,
  type Surveyor,
  surveyorOver,
  unprintableIn,
} from '../../../engine/jobs.ts'
import type { Hashing, JobContext } from '../../../engine/ports.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { BundleLimits } from '../../../shared/domain/limits.ts'
import { bytesOfBase64 } from '../base64.ts'
import type { BundleRequest, MadeInVault, NamedSigner, SigningKey } from '../bundle-wire.ts'
import { keeping } from './keeping.ts'
import { encodeKeptParts } from './kept-parts.ts'
import { nameIn, type OpenVault, originalContent } from './original-content.ts'
import { paperFonts } from '../paper-fonts.ts'
import { type KnownSurveys, knownSurveys } from './known-surveys.ts'
import type { SurveyPool } from './survey-pool.ts'

export interface BundleTools {
  readonly vault: OpenVault | undefined
  readonly limits: BundleLimits
  readonly surveys: SurveyPool
  readonly hashing: Hashing
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
  const request = { plan, law, fonts, signer, hashing: tools.hashing }
  try {
    return await previewBundle(request, surveyorOf(content, tools), tools.job)
  } finally {
    // What was found is known; the next preview seldom opens anything.
    tools.surveys.rest()
  }
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
  // First of all: who mistypes a passphrase should not wait for it.
  const signer = key && (await openPkcs12(bytesOfBase64(key.pkcs12), key.passphrase))
  const fonts = await paperFonts()
  // Where the window did not ask the faces beforehand, or was not answered.
  const [unprintable] = await unprintableIn(plan.case, fonts)
  if (unprintable) throw new Failure('text.unprintable', unprintable.facts)
  const content = originalContent(originals, vault, nameIn(plan))
  const keep = keeping(vault)
  try {
    const made = await makeBundle(
      {
        plan,
        findings: request.findings,
        law,
        limits,
        fonts,
        disc: false,
        ...(signer ? { signer } : {}),
        generator: { name: 'Rights Dossier', version: request.version },
      },
      {
        content,
        hashing: tools.hashing,
        survey: surveyorOf(content, tools),
        surveyed: async () => tools.surveys.rest(),
        pdf: () => keep.file('pdf', `${plan.names.stem}.pdf`),
        printPart: (kind) => keep.file(kind, `${plan.names.stem}.pdf`),
      },
      job,
    )
    job.signal.throwIfAborted()
    const { parts } = made
    const used = new Map(
      parts.payload.flatMap(({ sha256 }) => {
        const id = originals.ids.get(sha256)
        return id === undefined ? [] : [[sha256, id] as const]
      }),
    )
    await keep.bytes('parts', await encodeKeptParts({ parts, ids: used }))
    job.signal.throwIfAborted()
    return recordOf(made, keep.ids, [...used.values()])
  } catch (error) {
    await keep.discard()
    throw error
  }
}

/** What the register's list says of a bundle. */
function recordOf(
  { parts, printParts, findings, verification }: MadeBundle,
  idOf: (name: string) => string,
  originals: readonly string[],
): MadeInVault {
  const { plan, pdf, signer } = parts
  const { names, totals } = plan
  const papers = printParts.map(({ kind, pages, bytes }) => ({ kind, pages, bytes, contentId: idOf(kind) }))
  const [pdfContentId, partsContentId] = [idOf('pdf'), idOf('parts')]
  const made = [pdfContentId, partsContentId, ...papers.map(({ contentId }) => contentId)]
  return {
    contentIds: [...new Set([...made, ...originals])],
    pdfContentId,
    partsContentId,
    papers,
    createdAt: plan.createdAt,
    round: plan.case.round,
    draft: plan.draft,
    language: plan.language,
    pages: pdf.pages,
    firstPageNumber: pdf.firstPageNumber,
    items: totals.identityItems + totals.evidenceItems,
    pdf: { name: `${names.stem}.pdf`, bytes: pdf.size, sha256: pdf.sha256, sm3: pdf.sm3 },
    zip: { name: names.container },
    discFolder: names.discFolder,
    handOver: names.handOver,
    signer,
    findings,
    verification,
  }
}

function surveyorOf(content: ReturnType<typeof originalContent>, tools: BundleTools): Surveyor {
  const { surveys, limits, job } = tools
  const probe = known.over(({ label, file: { mediaType, sha256 } }) => {
    const load = () => content.readWhole(sha256)
    const about = { mediaType, label, at: job.now }
    return surveys.probe(load, about, limits.probeSeconds, job.signal)
  })
  return surveyorOver(probe, limits)
}
