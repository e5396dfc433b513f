import { Failure } from '../../shared/contract/failure.ts'
import type { ByteSink, Bytes, ForkingHasher, Hashing, JobContext } from '../ports.ts'
import { hashBytes } from '../container/digest.ts'
import type { AssembledPdf, AssemblyPlan, Segment } from './assembly.ts'
import { writeForm } from './acroform-merge.ts'
import {
  bundleNumbers,
  catalogDictionary,
  outlineItems,
  signatureEntries,
  stampAnnotation,
  writeLinks,
  writeSignatureField,
} from './bundle-parts.ts'
import type { BundleNumbers } from './bundle-parts.ts'
import { latin1Bytes } from './byte-stream.ts'
import { newScratch, PageContentInspector } from './content-inspector.ts'
import { informationDictionary, xmpPacket } from './document-metadata.ts'
import { readPicture, writeImagePage } from './image-page.ts'
import { ObjectCopier } from './object-copier.ts'
import { Observations } from './observations.ts'
import { layerProperties } from './optional-content-merge.ts'
import { writeOutline } from './outlines.ts'
import { PageCopier } from './page-copier.ts'
import type { PagePlacement } from './page-copier.ts'
import { PageNumbering } from './page-numbering.ts'
import { collectPages } from './page-tree.ts'
import { realArray } from './pdf-text.ts'
import { refuse } from './pdf-syntax-error.ts'
import { PdfWriter } from './pdf-writer.ts'
import { writeSignatureTail } from './signature-tail.ts'
import type { ByteRange } from './signature-tail.ts'
import { copySource } from './source-copy.ts'
import type { SourceShare } from './source-copy.ts'
import { openSource } from './source-routes.ts'
import { hexOf } from '../../shared/domain/hex.ts'

type SourceSegment = Extract<Segment, { kind: 'source' }>
type Context = Pick<JobContext, 'signal' | 'report'>

/**
 * Second pass: writes the whole bundle forward only, one source in memory at a time, and signs it in the same pass.
 * The same plan and originals give the same bytes up to the signature's own. Throws Failure evidence.changed when a
 * source is not what the first pass saw, source.unstable when the same bytes cannot be copied a second time,
 * signing.reserve, bundle.too-large; what the sink throws; AbortError.
 */
export async function assemblePdf(
  plan: AssemblyPlan,
  sink: ByteSink,
  hashing: Hashing,
  context: Context,
): Promise<AssembledPdf> {
  const whole = await hashing.create('sha256')
  const assembly = new Assembly(plan, sink, hashing, whole)
  await assembly.writeGeneratedPages()
  await assembly.writeSources(context)
  const byteRange = await assembly.writeEnd()
  return {
    bytes: assembly.bytes,
    pageCount: assembly.pages.count,
    sha256: hexOf(whole.digest()),
    ...(byteRange === undefined ? {} : { byteRange }),
  }
}

class Assembly {
  readonly pages: PageNumbering
  readonly #plan: AssemblyPlan
  readonly #sink: ByteSink
  readonly #hashing: Hashing
  readonly #whole: ForkingHasher
  readonly #writer: PdfWriter
  readonly #numbers: BundleNumbers
  /** Index of the first page of every segment. */
  readonly #starts: readonly number[]
  readonly #shares = new Map<number, SourceShare>()
  readonly #stampTargets: ReadonlyMap<number, number>
  #annotations = new Map<number, string[]>()
  readonly #scratch = newScratch()
  readonly #takenFonts = new Set<string>()
  #stampFont = 0

  constructor(plan: AssemblyPlan, sink: ByteSink, hashing: Hashing, whole: ForkingHasher) {
    this.#plan = plan
    this.#sink = sink
    this.#hashing = hashing
    this.#whole = whole
    this.#writer = new PdfWriter(sink, (bytes) => whole.update(bytes))
    this.#numbers = bundleNumbers(this.#writer)
    const counts = plan.segments.map((segment) => {
      return segment.kind === 'generated' ? segment.pages.length : segment.pageCount
    })
    const starts: number[] = []
    let total = 0
    for (const count of counts) {
      starts.push(total)
      total += count
    }
    this.#starts = starts
    this.pages = new PageNumbering(total, this.#writer)
    this.#stampTargets = new Map(plan.stampLinks?.map((link) => [link.page, link.target]))
  }

  get bytes(): number {
    return this.#writer.position
  }

  /** All generated pages at once: where a page stands in the file has nothing to do with its place in the tree. */
  async writeGeneratedPages(): Promise<void> {
    const { generated, links, segments, signature } = this.#plan
    const writer = this.#writer
    writer.stream(this.#numbers.saveState, '', latin1Bytes('q\n'))
    this.#annotations = writeLinks(writer, this.pages, links)
    const { context, catalog } = generated.document
    const source = { context, catalog, pages: collectPages(context, catalog) }
    const copier = new ObjectCopier(writer, source, new Observations())
    const placed = segments.flatMap((segment, index) => {
      if (segment.kind !== 'generated') return []
      const label = segment.stampLabel ?? null
      return segment.pages.map((page, offset) => ({ page, at: (this.#starts[index] ?? 0) + offset, label }))
    })
    for (const { page, at } of placed) {
      const ref = source.pages[page]?.ref
      if (ref !== undefined) copier.place(ref, this.pages.page(at))
    }
    copier.reference(generated.stampFont.ref)
    this.#stampFont = copier.numberOf(generated.stampFont.ref)
    if (signature !== undefined) this.#writeSignatureField(copier)
    else this.#writeSignatureMark(copier)
    const pageCopier = new PageCopier(copier, this.#inspector(), this.#stampFont, this.#numbers.saveState)
    for (const { page, at, label } of placed) {
      const generatedPage = source.pages[page]
      if (generatedPage === undefined) throw new Error(`the generated document has no page ${page}`)
      pageCopier.copy(generatedPage, this.#place(at, label))
    }
    copier.drain()
    await writer.commit()
  }

  async writeSources(context: Context): Promise<void> {
    const { segments } = this.#plan
    const sources = segments.filter((segment) => segment.kind === 'source').length
    const step = Math.max(1, Math.floor(sources / 100))
    let done = 0
    for (const [index, segment] of segments.entries()) {
      if (segment.kind !== 'source') continue
      context.signal.throwIfAborted()
      await this.#writeSource(segment, index)
      done++
      if (done % step === 0 || done === sources) context.report('assemble', done, sources)
    }
    context.signal.throwIfAborted()
  }

  async writeEnd(): Promise<ByteRange | undefined> {
    const { information, outline, signature } = this.#plan
    const numbers = this.#numbers
    const writer = this.#writer
    this.pages.write(writer)
    writeOutline(writer, numbers.outline, outlineItems(outline, this.pages, this.#shares))
    const shares = [...this.#shares.values()]
    const forms = shares.flatMap((share) => share.form ?? [])
    const layers = layerProperties(shares.flatMap((share) => share.layers ?? []))
    const hasForm = forms.length > 0 || signature !== undefined
    if (hasForm) writeForm(writer, numbers.form, forms, signature && numbers.signatureField)
    writer.object(numbers.information, informationDictionary(information))
    writer.stream(numbers.metadata, '/Type/Metadata/Subtype/XML', xmpPacket(information))
    writer.object(numbers.catalog, catalogDictionary(this.#plan, numbers, this.pages, layers, hasForm))
    const trailer =
      `/Root ${numbers.catalog} 0 R/Info ${numbers.information} 0 R` +
      `/ID[<${information.id}><${information.id}>]`
    if (signature === undefined) {
      await writer.finish(trailer)
      return undefined
    }
    await writer.commit()
    // Up to the signature the file and what is signed of it are the same bytes: they are hashed once.
    const signed = await this.#whole.fork()
    return writeSignatureTail(writer, this.#sink, (bytes) => this.#whole.update(bytes), {
      number: numbers.signature,
      entries: signatureEntries(signature, information.createdAt),
      trailer,
      reserve: signature.reserve,
      hash: (bytes) => signed.update(bytes),
      sign: () => signature.sign(signed.digest()),
    })
  }

  async #writeSource(segment: SourceSegment, index: number): Promise<void> {
    const writer = this.#writer
    const first = this.#starts[index] ?? 0
    const placements = Array.from({ length: segment.pageCount }, (_, page) => {
      return this.#place(first + page, segment.stampLabel)
    })
    const bytes = await segment.read()
    writer.begin()
    try {
      const share = await this.#copy(segment, placements, bytes)
      this.#shares.set(index, share)
      for (const name of share.form?.resources.get('/Font')?.keys() ?? []) this.#takenFonts.add(name)
    } catch (error) {
      writer.rollback()
      if (error instanceof Failure) throw error
      // The first pass copied these very pages this very way. If the bytes are the same, the file brought a parser
      // to its limits in one thread and not in the other.
      const same = hexOf(await hashBytes(this.#hashing, 'sha256', bytes)) === segment.sha256
      throw new Failure(same ? 'source.unstable' : 'evidence.changed', { name: segment.label }, error)
    }
    await writer.commit()
  }

  async #copy(
    segment: SourceSegment,
    placements: readonly PagePlacement[],
    bytes: Bytes,
  ): Promise<SourceShare> {
    if (segment.route === 'image') {
      const picture = readPicture(bytes)
      const [placement] = placements
      if (picture === undefined || placement === undefined || placements.length !== 1)
        refuse('another picture')
      writeImagePage(this.#writer, picture, placement, this.#stampFont)
      return { form: undefined, layers: undefined, outline: [] }
    }
    const { source } = await openSource(bytes, segment.route)
    if (source.pages.length !== segment.pageCount) refuse('another number of pages')
    const target = {
      writer: this.#writer,
      inspector: this.#inspector(),
      stampFont: this.#stampFont,
      saveState: this.#numbers.saveState,
      takenFonts: this.#takenFonts,
      placements,
    }
    return copySource(source, segment.label, target, new Observations())
  }

  #inspector(): PageContentInspector {
    return new PageContentInspector(this.#scratch)
  }

  #place(index: number, stampLabel: string | null): PagePlacement {
    const { firstPageNumber, generated } = this.#plan
    const last = firstPageNumber + this.pages.count - 1
    const text = this.#plan.stampText(stampLabel, firstPageNumber + index, last)
    const target = this.#stampTargets.get(index)
    return {
      number: this.pages.page(index),
      parent: this.pages.parent(index),
      stamp: text === '' ? { hex: '', width: 0 } : generated.stampFont.encode(text),
      annotations: this.#annotations.get(index) ?? [],
      ...(target === undefined ? {} : { stampTarget: this.pages.page(target) }),
    }
  }

  #writeSignatureMark(copier: ObjectCopier): void {
    const { generated, signatureMark } = this.#plan
    const ref = generated.signatureAppearance
    if (signatureMark === undefined || ref === undefined) return
    copier.reference(ref)
    const mark = this.#writer.allocate()
    this.#writer.object(mark, stampAnnotation(signatureMark.rect, copier.numberOf(ref)))
    const annotations = this.#annotations.get(signatureMark.page) ?? []
    this.#annotations.set(signatureMark.page, [...annotations, `${mark} 0 R`])
  }

  #writeSignatureField(copier: ObjectCopier): void {
    const { generated, signature } = this.#plan
    if (signature === undefined) return
    const numbers = this.#numbers
    const ref = generated.signatureAppearance
    if (ref !== undefined) copier.reference(ref)
    let appearance = ref === undefined ? 0 : copier.numberOf(ref)
    if (appearance === 0) {
      appearance = this.#writer.allocate()
      const [x0, y0, x1, y1] = signature.rect
      const entries = `/Type/XObject/Subtype/Form/BBox${realArray([0, 0, Math.abs(x1 - x0), Math.abs(y1 - y0)])}`
      this.#writer.stream(appearance, entries, new Uint8Array(0))
    }
    writeSignatureField(this.#writer, numbers, signature, this.pages.page(signature.page), appearance)
    const annotations = this.#annotations.get(signature.page) ?? []
    this.#annotations.set(signature.page, [...annotations, `${numbers.signatureField} 0 R`])
  }
}
