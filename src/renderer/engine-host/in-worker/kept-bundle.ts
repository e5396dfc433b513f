import { workOutZip, writeBundle, type ZipFacts } from '../../../engine/jobs.ts'
import type { OutputFolder } from '../../../engine/ports.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { LearntZip } from '../../register/bundle-records.ts'
import type { KeptBundle, WriteRequest, Written } from '../bundle-wire.ts'
import { paperFonts } from '../paper-fonts.ts'
import type { BundleTools } from './bundle-jobs.ts'
import { type Keeping, keeping } from './keeping.ts'
import { decodeKeptParts } from './kept-parts.ts'
import { toWire, type WireError } from '../wire.ts'
import { nameIn, type OpenVault, originalContent, vaultSource } from './original-content.ts'

/** Writes a bundle of the vault where the person chose. Throws as the engine's `writeBundle`, content.*, register.full. */
export async function writeFromVault(
  request: WriteRequest,
  output: OutputFolder,
  tools: BundleTools,
): Promise<Written> {
  const { parts, ports, vault } = await openKept(request, tools, request.forms.includes('hand-over'))
  const keep = keeping(vault)
  let learnt: LearntZip | undefined
  let notKept: WireError | undefined
  try {
    const written = await writeBundle(
      parts,
      request.forms,
      {
        ...ports,
        output,
        limits: tools.limits,
        learnt: async (facts) => {
          try {
            learnt = await keepFacts(facts, keep)
          } catch (error) {
            if (isAbort(error)) throw error
            // The files are whole; a vault that is full is no reason to take them away.
            notKept = toWire(error)
            await keep.discard()
          }
        },
      },
      tools.job,
    )
    return { ...written, ...(learnt ? { learnt } : {}), ...(notKept ? { notKept } : {}) }
  } catch (error) {
    await keep.discard()
    throw error
  }
}

/** Works the ZIP of a bundle of the vault out. Throws as the engine's `workOutZip`, content.*, register.full. */
export async function workOutInVault(request: KeptBundle, tools: BundleTools): Promise<LearntZip> {
  const { parts, ports, vault } = await openKept(request, tools, false)
  const keep = keeping(vault)
  try {
    const learnt = await keepFacts(await workOutZip(parts, ports, tools.job), keep)
    tools.job.signal.throwIfAborted()
    return learnt
  } catch (error) {
    await keep.discard()
    throw error
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

async function keepFacts({ zip, handOver }: ZipFacts, keep: Keeping): Promise<LearntZip> {
  await keep.bytes('hand-over', handOver)
  return { ...zip, sheet: { contentId: keep.ids('hand-over'), bytes: handOver.length } }
}

/** A bundle of the vault with what the register knows of its ZIP; the sheet itself only where it is asked for. */
async function openKept(request: KeptBundle, { vault, hashing }: BundleTools, withSheet: boolean) {
  if (!vault) throw new Failure('register.locked')
  const kept = await wholeContent(vault, request.partsContentId)
  const { parts, ids } = await decodeKeptParts(kept)
  const { zip } = request
  const known = zip && { bytes: zip.bytes, sha256: zip.sha256, sm3: zip.sm3 }
  const sheet = zip && withSheet ? await wholeContent(vault, zip.sheet.contentId) : undefined
  return {
    vault,
    parts: { ...(known ? { zip: known } : {}), ...(sheet ? { handOver: sheet } : {}), ...parts },
    ports: {
      content: originalContent({ kind: 'vault', ids }, vault, nameIn(parts.plan)),
      pdf: await vaultSource(vault, request.pdfContentId, `${parts.plan.names.stem}.pdf`),
      hashing,
      fonts: paperFonts,
    },
  }
}

async function wholeContent(vault: OpenVault, contentId: string) {
  const source = await vaultSource(vault, contentId, '')
  return source.read(0, source.size)
}
