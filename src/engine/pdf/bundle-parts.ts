import type { AssemblyPlan, OutlineNode, PageLink, SignaturePlan } from './assembly.ts'
import { linkAnnotation } from './link-annotation.ts'
import type { ObjectWriter } from './object-writer.ts'
import type { OutlineItem } from './outlines.ts'
import type { PageNumbering } from './page-numbering.ts'
import { hexText, pdfDate, realArray } from './pdf-text.ts'
import type { SourceShare } from './source-copy.ts'

/** Object numbers that are fixed before anything is written. */
export interface BundleNumbers {
  readonly catalog: number
  readonly information: number
  readonly metadata: number
  readonly outline: number
  readonly form: number
  /** The stream that holds the `q` before every page's own content. */
  readonly saveState: number
  readonly signature: number
  readonly signatureField: number
}

/** Reserves the numbers of what a bundle has once. */
export function bundleNumbers(writer: ObjectWriter): BundleNumbers {
  return {
    catalog: writer.allocate(),
    information: writer.allocate(),
    metadata: writer.allocate(),
    outline: writer.allocate(),
    form: writer.allocate(),
    saveState: writer.allocate(),
    signature: writer.allocate(),
    signatureField: writer.allocate(),
  }
}

/** Writes the planned links and returns their references by page index. */
export function writeLinks(
  writer: ObjectWriter,
  pages: PageNumbering,
  links: readonly PageLink[],
): Map<number, string[]> {
  const byPage = new Map<number, string[]>()
  for (const link of links) {
    const annotations = byPage.get(link.page) ?? []
    byPage.set(link.page, annotations)
    annotations.push(linkAnnotation(writer, pages.page(link.page), link.rect, pages.page(link.target)))
  }
  return byPage
}

/** The planned bookmarks with the outlines of the sources below theirs. */
export function outlineItems(
  nodes: readonly OutlineNode[],
  pages: PageNumbering,
  shares: ReadonlyMap<number, SourceShare>,
): OutlineItem[] {
  return nodes.map((node) => {
    const ofSource = node.sourceSegment === undefined ? [] : (shares.get(node.sourceSegment)?.outline ?? [])
    return {
      title: hexText(node.title),
      destination: `[${pages.page(node.page)} 0 R/Fit]`,
      style: '',
      open: node.children.length > 0,
      children: [...outlineItems(node.children, pages, shares), ...ofSource],
    }
  })
}

/** Writes the signature field and its widget in one (ISO 32000-1, 12.7.4.5); `appearance` is a form XObject. */
export function writeSignatureField(
  writer: ObjectWriter,
  numbers: BundleNumbers,
  plan: SignaturePlan,
  page: number,
  appearance: number,
): void {
  writer.object(
    numbers.signatureField,
    `<</Type/Annot/Subtype/Widget/FT/Sig/T ${hexText('Bundle signature')}/F 132/Rect${realArray(plan.rect)}` +
      `/P ${page} 0 R/AP<</N ${appearance} 0 R>>/V ${numbers.signature} 0 R>>`,
  )
}

/**
 * Entries of the signature dictionary: a certification that allows filling in and signing (DocMDP, P 2;
 * ISO 32000-1, 12.8.2.2), in the form of EN 319 142-1.
 */
export function signatureEntries(plan: SignaturePlan, signedAt: Date): string {
  return (
    '/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached' +
    `/M ${pdfDate(signedAt)}/Name ${hexText(plan.signerName)}/Reason ${hexText(plan.reason)}` +
    '/Reference[<</Type/SigRef/TransformMethod/DocMDP' +
    '/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]'
  )
}

/** A stamp that shows an appearance, printed and locked (ISO 32000-1, 12.5.6.12). `appearance`: number of its object. */
export function stampAnnotation(rect: SignaturePlan['rect'], appearance: number): string {
  return `<</Type/Annot/Subtype/Stamp/Rect${realArray([...rect])}/F 132/AP<</N ${appearance} 0 R>>>>`
}

/**
 * The catalog (ISO 32000-1, 7.7.2). Page labels are the printed numbers; printing keeps the size of the pages and begins
 * single-sided (12.2), for the papers are scanned (domain.md 11.3).
 */
export function catalogDictionary(
  plan: AssemblyPlan,
  numbers: BundleNumbers,
  pages: PageNumbering,
  layers: string,
  hasForm: boolean,
): string {
  return (
    `<</Type/Catalog/Pages ${pages.root} 0 R/Lang(${plan.information.language})` +
    '/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/Simplex>>/PageMode/UseOutlines' +
    `/Outlines ${numbers.outline} 0 R/Metadata ${numbers.metadata} 0 R` +
    `/PageLabels<</Nums[0<</S/D/St ${Math.max(1, plan.firstPageNumber)}>>]>>` +
    `${hasForm ? `/AcroForm ${numbers.form} 0 R` : ''}${layers}` +
    `${plan.signature === undefined ? '' : `/Perms<</DocMDP ${numbers.signature} 0 R>>`}>>`
  )
}
