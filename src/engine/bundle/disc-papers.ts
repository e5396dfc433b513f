import { discNames } from '../../shared/domain/bundle-names.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { DossierIndex } from '../../shared/domain/dossier-index.ts'
import type { ComposedBundle } from '../documents/compose-bundle.ts'
import type { AssembledPdf } from '../pdf/assembly.ts'
import type { Bytes, Hashing, OutputFolder } from '../ports.ts'
import { bytesDigest } from './assembly-plan.ts'
import type { BundleSigner } from './bundle-signer.ts'
import { discNote } from './disc-note.ts'
import { writeSmallFile } from './small-file.ts'

/** What lies on top of a disc folder beside the merged PDF: the table of evidence and a short note. */
export interface DiscPapers {
  readonly table: Bytes
  readonly note: Bytes
}

/** Makes the papers for the top of a disc. The same plan gives the same bytes. */
export async function discPapers(
  plan: BundlePlan,
  composed: ComposedBundle,
  signer: BundleSigner,
): Promise<DiscPapers> {
  return {
    table: await composed.tablePdf(),
    note: discNote(plan, composed.pageCount, signer.described.certificateSha256),
  }
}

/** The entries of `dossier.json` for the files on top of a disc, so that a change of them shows as well. */
export async function discEntries(
  plan: BundlePlan,
  papers: DiscPapers,
  pdf: AssembledPdf,
  hashing: Hashing,
): Promise<NonNullable<DossierIndex['disc']>> {
  const names = discNames[plan.language]
  return [
    { path: names.table, bytes: papers.table.length, sha256: await bytesDigest(papers.table, hashing) },
    { path: names.bundle, bytes: pdf.bytes, sha256: pdf.sha256 },
    { path: names.note, bytes: papers.note.length, sha256: await bytesDigest(papers.note, hashing) },
  ]
}

/** Writes the papers to the top of the disc folder; the merged PDF comes there with the container. */
export async function writeDiscPapers(
  { language, names }: Pick<BundlePlan, 'language' | 'names'>,
  papers: DiscPapers,
  output: OutputFolder,
): Promise<void> {
  const { table, note } = discNames[language]
  await writeSmallFile(output, `${names.discFolder}/${table}`, papers.table)
  await writeSmallFile(output, `${names.discFolder}/${note}`, papers.note)
}
