import { breakLines, type LineStyle, type TextLine } from './line-breaking.ts'
import { type Inline, plainText, text } from './inline.ts'
import {
  a4,
  type LaidOutPage,
  type LinkTarget,
  type Mark,
  mm,
  type Owner,
  type Rect,
  textWidth,
} from './page.ts'
import type { StructureElement, StructureRole } from './structure.ts'
import { textUnits } from './text-units.ts'
import type { Typefaces, Weight } from './typefaces.ts'

/** How a paragraph is set. Lengths in points; `leading` is a factor of the size. */
export interface ParagraphStyle {
  readonly size: number
  readonly leading: number
  readonly weight: Weight
  readonly align: LineStyle['align']
  readonly firstIndent: number
  readonly before: number
  readonly after: number
  readonly left: number
  readonly width: number
  readonly grey: number
  readonly role: StructureRole
  /** Room below that must be left on the same page; keeps a heading with what follows. */
  readonly keep: number
}

export const bodyText: ParagraphStyle = {
  size: 10.5,
  leading: 1.6,
  weight: 'regular',
  align: 'justify',
  firstIndent: 0,
  before: 0,
  after: 0,
  left: 0,
  width: textWidth,
  grey: 0,
  role: 'P',
  keep: 0,
}

interface GrowingPage extends LaidOutPage {
  readonly marks: Mark[]
  readonly links: { readonly rect: Rect; readonly target: LinkTarget }[]
}

export interface FlowSetting {
  readonly typefaces: Typefaces
  readonly language: 'zh' | 'en'
  /** Small centred head of every page but the first. */
  readonly runningHead: string
  readonly root: StructureElement
  /** Words in a frame at the top of every page, such as 草稿; empty for none. */
  readonly mark: string
  /** Remembers broken lines: the same cells are set again in every round of numbering. */
  readonly brokenLines: Map<string, readonly TextLine[]>
}

/** Sets blocks one below the other, page after page. Pure: gives lists of marks, no PDF. */
export class PageFlow {
  readonly setting: FlowSetting
  readonly pages: GrowingPage[] = []
  /** Page index (within this flow) of everything that was given a name. */
  readonly anchors = new Map<string, number>()
  /** Top of the free room on the page, in points from the bottom edge. */
  y = 0

  constructor(setting: FlowSetting) {
    this.setting = setting
    this.nextPage()
  }

  get page(): GrowingPage {
    const page = this.pages.at(-1)
    if (!page) throw new Error('a flow has at least one page')
    return page
  }

  get pageIndex(): number {
    return this.pages.length - 1
  }

  /** Free room above the bottom margin. */
  get room(): number {
    return this.y - a4.bottom
  }

  nextPage(): void {
    this.pages.push({ marks: [], links: [] })
    this.y = a4.height - a4.top
    if (this.setting.mark !== '') this.#mark()
    if (this.pages.length > 1 && this.setting.runningHead !== '') this.#runningHead()
  }

  /** Starts a page unless `height` points are free on this one. */
  ensure(height: number): void {
    if (this.room < height && this.y < a4.height - a4.top - 1) this.nextPage()
  }

  gap(points: number): void {
    this.y -= points
  }

  anchor(name: string): void {
    this.anchors.set(name, this.pageIndex)
  }

  /** Breaks pieces into lines of a style, without placing them. A newline in the text starts a paragraph. */
  lines(
    inlines: readonly Inline[],
    style: Pick<ParagraphStyle, 'size' | 'weight' | 'align' | 'firstIndent' | 'width'>,
  ): readonly TextLine[] {
    const { typefaces, language, brokenLines } = this.setting
    const { size, weight, align, firstIndent, width } = style
    const key = JSON.stringify([size, weight, align, firstIndent, width, inlines])
    let lines = brokenLines.get(key)
    if (!lines) {
      lines = paragraphsOf(inlines).flatMap((paragraph) => {
        const units = textUnits(paragraph, { size, weight, language }, typefaces)
        const broken = breakLines(units, { width, firstIndent, align })
        return broken.length === 0 ? [{ placed: [], width: 0 }] : broken
      })
      brokenLines.set(key, lines)
    }
    return lines
  }

  /** Sets a paragraph; returns its structure element. */
  paragraph(
    content: string | readonly Inline[],
    overrides: Partial<ParagraphStyle> = {},
    parent: StructureElement = this.setting.root,
  ): StructureElement {
    const style: ParagraphStyle = { ...bodyText, ...overrides }
    const inlines = typeof content === 'string' ? [text(content)] : content
    const lines = this.lines(inlines, style)
    const height = style.size * style.leading
    const owner = parent.add(style.role, plainText(inlines))
    this.gap(style.before)
    // Two lines at least stay together at either end of a page.
    this.ensure(Math.min(lines.length, lines.length <= 3 ? 3 : 2) * height + style.keep)
    lines.forEach((line, index) => {
      const widow = index === lines.length - 2 && lines.length > 3
      this.ensure(widow ? height * 2 : height)
      this.line(line, a4.left + style.left, this.y, height, style.size, owner, style.grey)
      this.y -= height
    })
    this.gap(style.after)
    return owner
  }

  /** Places one line whose box begins at `top`. */
  line(line: TextLine, x: number, top: number, height: number, size: number, owner: Owner, grey = 0): void {
    const baseline = top - (height - size) / 2 - size * 0.88
    this.page.marks.push({ kind: 'line', line, x, baseline, owner, grey })
  }

  rule(
    from: readonly [number, number],
    to: readonly [number, number],
    width = 0.5,
    dash?: readonly number[],
  ): void {
    this.page.marks.push({ kind: 'rule', from, to, width, grey: 0, ...(dash ? { dash } : {}) })
  }

  link(rect: Rect, target: LinkTarget): void {
    this.page.links.push({ rect, target })
  }

  #mark(): void {
    const size = 10.5
    const [line] = this.lines([text(this.setting.mark)], {
      size,
      weight: 'bold',
      align: 'start',
      firstIndent: 0,
      width: a4.width,
    })
    if (!line) return
    const [left, right] = [(a4.width - line.width) / 2 - 8, (a4.width + line.width) / 2 + 8]
    const [top, bottom] = [a4.height - 5 * mm, a4.height - 11 * mm]
    this.line(line, left + 8, top, top - bottom, size, null)
    this.rule([left, top], [right, top], 0.8)
    this.rule([right, top], [right, bottom], 0.8)
    this.rule([right, bottom], [left, bottom], 0.8)
    this.rule([left, bottom], [left, top], 0.8)
  }

  #runningHead(): void {
    const size = 8.5
    const width = a4.width - 2 * a4.corner.width
    const [first] = this.lines([text(this.setting.runningHead)], {
      size,
      weight: 'regular',
      align: 'center',
      firstIndent: 0,
      width,
    })
    if (first) this.line(first, a4.corner.width, a4.height - 14 * mm, size * 1.5, size, null, 0.25)
  }
}

function paragraphsOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const paragraphs: Inline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      paragraphs.at(-1)?.push(inline)
      continue
    }
    inline.text.split('\n').forEach((part, index) => {
      if (index > 0) paragraphs.push([])
      if (part !== '') paragraphs.at(-1)?.push({ ...inline, text: part })
    })
  }
  return paragraphs
}
