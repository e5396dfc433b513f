import type { ComposedBundle } from '../documents/compose-bundle.ts'
import type { PageSpan } from '../documents/print-ranges.ts'
import type { AssemblyPlan } from '../pdf/assembly.ts'
import { assemblePdf } from '../pdf/assemble-pdf.ts'
import type { Hashing, JobContext, OutputFile } from '../ports.ts'

/** Parts of a bundle that are printed by themselves. */
export const printPartKinds = ['cover', 'receipt', 'table', 'identity'] as const
export type PrintPartKind = (typeof printPartKinds)[number]

export interface PrintPart {
  readonly kind: PrintPartKind
  readonly pages: number
  readonly bytes: number
  /** Of the part's PDF, lower-case hex. */
  readonly sha256: string
}

/**
 * Writes pages of a bundle as small PDFs of their own, for printing: the very same pages with the very same numbers, the
 * looks of the signature among them, but nothing signed. `open` begins the file of a part. Throws as `assemblePdf`.
 */
export async function writePrintParts(
  plan: AssemblyPlan,
  { ranges }: Pick<ComposedBundle, 'ranges'>,
  open: (kind: PrintPartKind) => Promise<OutputFile>,
  hashing: Hashing,
  context: Pick<JobContext, 'signal'>,
): Promise<readonly PrintPart[]> {
  const { table, annex } = ranges
  const spans: Readonly<Record<PrintPartKind, PageSpan | undefined>> = {
    cover: ranges.cover,
    receipt: ranges.receipt,
    table: { first: table.first, count: table.count + annex.count },
    identity: ranges.identity,
  }
  const parts: PrintPart[] = []
  for (const kind of printPartKinds) {
    const span = spans[kind]
    if (span === undefined || span.count === 0) continue
    const file = await open(kind)
    const quiet = { signal: context.signal, report: () => undefined }
    const pdf = await assemblePdf(pagesOf(plan, span), file, hashing, quiet)
    await file.close()
    parts.push({ kind, pages: pdf.pageCount, bytes: pdf.bytes, sha256: pdf.sha256 })
  }
  return parts
}

/** The plan of some pages of a bundle. Numbers and stamps stay; links, which lead elsewhere, and bookmarks go. */
function pagesOf(plan: AssemblyPlan, { first, count }: PageSpan): AssemblyPlan {
  const { signature, links: _links, stampLinks: _stampLinks, ...rest } = plan
  const lengths = plan.segments.map((segment) =>
    segment.kind === 'generated' ? segment.pages.length : segment.pageCount,
  )
  let start = 0
  const starts = lengths.map((length) => (start += length) - length)
  const last = plan.firstPageNumber + start - 1
  const inside = (page: number) => page >= first && page < first + count
  return {
    ...rest,
    segments: plan.segments.filter((_, index) => inside(starts[index] ?? 0)),
    outline: [],
    links: [],
    firstPageNumber: plan.firstPageNumber + first,
    stampText: (label, number) => plan.stampText(label, number, last),
    ...(signature && inside(signature.page)
      ? { signatureMark: { page: signature.page - first, rect: signature.rect } }
      : {}),
  }
}
