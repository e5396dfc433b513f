/** Standard structure types (ISO 32000-1, 14.8.4) that generated pages use. */
export type StructureRole =
  'Document' | 'Part' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Table' | 'TR' | 'TH' | 'TD' | 'Form' | 'Figure'

/** Marked content of an element: `MCID mcid` on a page (zero-based index in the generated document). */
export interface MarkedContent {
  readonly page: number
  readonly mcid: number
}

/** One element of the structure tree, as data. `content` says where its marks are once the pages are painted. */
export interface StructureNode {
  readonly role: StructureRole
  /** Words of the element itself, children not included. */
  readonly text: string
  readonly scope?: 'Column' | 'Row'
  readonly columnSpan?: number
  readonly children: readonly StructureNode[]
  readonly content: readonly MarkedContent[]
}

/** A structure element while it grows. */
export class StructureElement implements StructureNode {
  readonly role: StructureRole
  readonly text: string
  readonly scope?: 'Column' | 'Row'
  readonly columnSpan?: number
  readonly children: StructureElement[] = []
  readonly content: MarkedContent[] = []

  constructor(
    role: StructureRole,
    words: string,
    attributes: { readonly scope?: 'Column' | 'Row'; readonly columnSpan?: number } = {},
  ) {
    this.role = role
    this.text = words
    if (attributes.scope) this.scope = attributes.scope
    if (attributes.columnSpan !== undefined && attributes.columnSpan > 1) {
      this.columnSpan = attributes.columnSpan
    }
  }

  /** Adds and returns a child. */
  add(
    role: StructureRole,
    words = '',
    attributes: { readonly scope?: 'Column' | 'Row'; readonly columnSpan?: number } = {},
  ): StructureElement {
    const child = new StructureElement(role, words, attributes)
    this.children.push(child)
    return child
  }
}
