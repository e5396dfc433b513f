import type { BundlePlan, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { LawBook } from '../../shared/law/law-book.ts'
import type { LaidOutPage, Rect } from '../layout/page.ts'
import { type PaintedDocument, paintPages } from '../layout/paint-pages.ts'
import { StructureElement, type StructureNode } from '../layout/structure.ts'
import { type FontFiles, openTypefaces, type Typefaces } from '../layout/typefaces.ts'
import type {
  GeneratedDocument,
  OutlineNode,
  PageLink,
  Segment,
  SourceSurvey,
  StampFont,
  StampLink,
} from '../pdf/assembly.ts'
import type { Bytes } from '../ports.ts'
import { allItems, type BundleLayout, layOutBundle, type Run } from './bundle-layout.ts'
import { type BundleNumbers, groupKey, type ItemPages } from './bundle-numbers.ts'
import { groupTitle, itemNumber, itemTitle } from './case-lines.ts'
import { rowAnchor } from './evidence-table.ts'
import type { PaperContext, PaperSigner } from './paper.ts'
import { PaperWords } from './paper-words.ts'
import { type PrintRanges, printRangesOf } from './print-ranges.ts'
import { tableAlone } from './table-alone.ts'

export interface ComposeInput {
  readonly plan: BundlePlan
  /** By item label. An item without a survey counts as not shown. */
  readonly surveys: ReadonlyMap<string, SourceSurvey>
  /** SHA-256 of `plan.originalsList`, lower-case hex. */
  readonly originalsListSha256: string
  readonly fonts: FontFiles
  readonly law: LawBook
  readonly signer: PaperSigner
  /** Gives the reader of an item's source; called once for every item whose pages are shown. */
  readonly readSource: (item: PlannedItem) => () => Promise<Bytes>
}

/** The papers of a bundle and the plan of its pages. Page indexes are zero-based, in the bundle PDF. */
export interface ComposedBundle {
  readonly generated: GeneratedDocument
  readonly segments: readonly Segment[]
  readonly outline: readonly OutlineNode[]
  readonly links: readonly PageLink[]
  /** From the first page of every shown item back to its row in the table. */
  readonly stampLinks: readonly StampLink[]
  readonly firstPageNumber: number
  readonly pageCount: number
  readonly items: ReadonlyMap<string, ItemPages>
  readonly signaturePlace: { readonly page: number; readonly rect: Rect }
  readonly ranges: PrintRanges
  /** What the generated pages say, as a tree; marked content refers to pages of the generated document. */
  readonly structure: StructureNode
  stampText(label: string | null, number: number, last: number): string
  /** The table of evidence as a PDF of its own, with the page numbers it has in the bundle. */
  tablePdf(): Promise<Bytes>
}

/**
 * Sets all papers of a bundle: cover, receipt, table of evidence, list of electronic data, then the groups with
 * dividers and, for what cannot be merged, a page of explanation. Printed numbers, links, outline and counts agree.
 * The same input gives the same objects. Throws Failure `font.missing` and `text.unprintable`.
 */
export async function composeBundle(input: ComposeInput): Promise<ComposedBundle> {
  const { plan } = input
  const words = new PaperWords(plan.language)
  const typefaces = openTypefaces(input.fonts)
  const context: PaperContext = { ...input, words, typefaces, brokenLines: new Map() }
  const layout = layOutBundle(context)
  const papers = layout.runs.flatMap((run) => (run.kind === 'paper' ? [run] : []))
  const structure = new StructureElement('Document', '')
  structure.children.push(...papers.map((run) => run.flow.setting.root))
  const stampLetters = stampAlphabet(context)
  const painted = await paintPages(
    papers.flatMap((run): readonly LaidOutPage[] => run.flow.pages),
    [layout.signature.appearance],
    { typefaces, watermark: plan.draft ? words.say('draft.mark') : '', reserved: stampLetters },
  )
  const [signatureAppearance] = painted.forms
  // The functions below outlive this one: what they mention stays in memory while the PDF is written.
  const { runs, numbers, pageCount, signature } = layout
  context.brokenLines.clear()
  return {
    generated: {
      document: painted.document,
      stampFont: stampFontOf(painted, typefaces, stampLetters),
      ...(signatureAppearance ? { signatureAppearance } : {}),
    },
    segments: segmentsOf(runs, input, context),
    outline: outlineOf(layout, context),
    links: linksOf(runs, numbers),
    stampLinks: stampLinksOf(runs, numbers),
    firstPageNumber: numbers.first,
    pageCount,
    items: numbers.items,
    signaturePlace: { page: signature.page, rect: signature.rect },
    ranges: printRangesOf(runs, pageCount),
    structure,
    stampText: (label, number, last) => stampText(words, label, number, last),
    tablePdf: () => tableAlone({ ...context, numbers }),
  }
}

/** `证据 3 · 第 12 页 / 共 240 页`; without a label on generated pages. */
export function stampText(words: PaperWords, label: string | null, number: number, last: number): string {
  return label === null
    ? words.say('stamp.page', { number, last })
    : words.say('stamp.item', { label, number, last })
}

function stampAlphabet({ plan, words }: PaperContext): string {
  const samples = allItems(plan.groups).map((item) => stampText(words, itemNumber({ words }, item), 0, 0))
  return [...new Set(`0123456789${stampText(words, null, 0, 0)}${samples.join('')}`)].sort().join('')
}

function stampFontOf(painted: PaintedDocument, typefaces: Typefaces, letters: string): StampFont {
  const encoded = new Map(
    [...letters].map(
      (letter) => [letter, painted.fonts.encode(typefaces.character(letter, 'regular'))] as const,
    ),
  )
  return {
    ref: painted.fonts.ref(0),
    encode: (text) => {
      let hex = ''
      let width = 0
      for (const letter of text) {
        const glyph = encoded.get(letter)
        if (!glyph) throw new Error(`not declared for the stamp: ${letter}`)
        hex += glyph.hex
        width += glyph.advance
      }
      return { hex, width }
    },
  }
}

function segmentsOf(runs: readonly Run[], input: ComposeInput, context: PaperContext): readonly Segment[] {
  let generated = 0
  return runs.map((run): Segment => {
    if (run.kind === 'paper') {
      const pages = run.flow.pages.map((_, index) => generated + index)
      generated += pages.length
      const explained = run.item
      return {
        kind: 'generated',
        pages,
        ...(explained ? { stampLabel: itemNumber(context, explained) } : {}),
      }
    }
    const { item } = run
    const survey = input.surveys.get(item.label)
    if (survey?.shown !== true) throw new Error(`no pages to show of ${item.label}`)
    return {
      kind: 'source',
      label: item.label,
      sha256: item.file.sha256,
      route: survey.route,
      pageCount: survey.pageCount,
      read: input.readSource(item),
      stampLabel: itemNumber(context, item),
    }
  })
}

function outlineOf({ runs, numbers }: BundleLayout, context: PaperContext): readonly OutlineNode[] {
  const { words, plan } = context
  const starts = new Map(
    runs.flatMap((run) => (run.kind === 'paper' ? [[run.name, run.first] as const] : [])),
  )
  const segmentOf = new Map(
    runs.flatMap((run, index) => (run.kind === 'source' ? [[run.item.label, index] as const] : [])),
  )
  const papers = (['cover', 'receipt', 'table', 'annex'] as const).map((name): OutlineNode => ({
    title: words.say(`outline.${name}`),
    page: starts.get(name) ?? 0,
    children: [],
  }))
  const groups = plan.groups.map((group): OutlineNode => {
    const children = group.items.map((item): OutlineNode => {
      const sourceSegment = segmentOf.get(item.label)
      return {
        title: itemTitle(context, item),
        page: pageIndexOf(item.label, numbers),
        children: [],
        ...(sourceSegment === undefined ? {} : { sourceSegment }),
      }
    })
    const [first] = group.items
    const page =
      starts.get(`group ${groupKey(group)}`) ??
      (first ? (starts.get(`sheet ${first.label}`) ?? pageIndexOf(first.label, numbers)) : 0)
    return { title: words.titled(words.say(`set.${group.set}`), groupTitle(context, group)), page, children }
  })
  return [...papers, ...groups]
}

function linksOf(runs: readonly Run[], numbers: BundleNumbers): readonly PageLink[] {
  return runs.flatMap((run) =>
    run.kind === 'paper'
      ? run.flow.pages.flatMap((page, index) =>
          page.links.map(({ rect, target }): PageLink => ({
            page: run.first + index,
            rect,
            target: targetIndex(target, numbers),
          })),
        )
      : [],
  )
}

function stampLinksOf(runs: readonly Run[], numbers: BundleNumbers): readonly StampLink[] {
  return runs.flatMap((run) =>
    run.kind === 'source' ? [{ page: run.first, target: rowIndex(run.item.label, numbers) }] : [],
  )
}

function targetIndex(target: string, numbers: BundleNumbers): number {
  const item = /^item (.+)$/.exec(target)?.[1]
  if (item !== undefined) return pageIndexOf(item, numbers)
  const row = /^row (.+)$/.exec(target)?.[1]
  if (row !== undefined && target === rowAnchor(row)) return rowIndex(row, numbers)
  throw new Error(`a link leads nowhere: ${target}`)
}

function rowIndex(label: string, numbers: BundleNumbers): number {
  return (numbers.rowPages.get(label) ?? numbers.table.first) - numbers.first
}

function pageIndexOf(label: string, numbers: BundleNumbers): number {
  const pages = numbers.items.get(label)
  if (!pages) throw new Error(`no pages for ${label}`)
  return pages.pageIndex
}
