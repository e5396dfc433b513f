import {
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames as Op,
  type PDFFont,
  type PDFImage,
  type PDFPage,
} from 'pdf-lib'
import { breakLines } from './line-breaking.ts'
import { embedTypefaces, type Face, type Typefaces } from './typefaces.ts'

/** Red, green, blue from 0 to 1. */
export type Ink = readonly [number, number, number]

export const black: Ink = [0.1, 0.1, 0.11]
export const grey: Ink = [0.45, 0.45, 0.47]
export const pale: Ink = [0.72, 0.72, 0.74]
export const penBlue: Ink = [0.11, 0.2, 0.5]
export const stampRed: Ink = [0.74, 0.17, 0.16]

export const a4 = { width: 595.28, height: 841.89 }
export const a4Landscape = { width: 841.89, height: 595.28 }

export interface TextStyle {
  readonly size?: number
  readonly face?: Face
  readonly ink?: Ink
  readonly align?: 'left' | 'center' | 'right'
  /** Extra space after every character, in points. */
  readonly tracking?: number
}

export interface ParagraphStyle extends TextStyle {
  /** Distance of baselines as a multiple of the size. */
  readonly leading?: number
  /** Indent of the first line, in characters. */
  readonly indent?: number
  readonly justify?: boolean
}

export interface StrokeStyle {
  readonly ink?: Ink
  readonly width?: number
  readonly dash?: readonly number[]
  readonly fill?: Ink
}

export interface GradientStop {
  readonly at: number
  readonly ink: Ink
}

/** A document being drawn. */
export interface Paper {
  readonly document: PDFDocument
  readonly faces: Typefaces
  sheet(size?: { width: number; height: number }, rotate?: 0 | 90): Sheet
}

/** Starts a document with fixed dates, so that a second run writes the same bytes. */
export async function openPaper(about: {
  title: string
  author: string
  date: string
  producer?: string
  faces: readonly Face[]
}): Promise<Paper> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(about.title)
  document.setAuthor(about.author)
  document.setSubject('示例文件，内容虚构 SPECIMEN')
  document.setProducer(about.producer ?? 'SPECIMEN document maker')
  document.setCreationDate(new Date(about.date))
  document.setModificationDate(new Date(about.date))
  const faces = await embedTypefaces(document, about.faces)
  return { document, faces, sheet: (size = a4, rotate = 0) => new Sheet(document, faces, size, rotate) }
}

/** A page drawn from its top left corner, in points, as the reader sees it. */
export class Sheet {
  readonly width: number
  readonly height: number
  readonly page: PDFPage
  private readonly faces: Typefaces
  private readonly document: PDFDocument
  private readonly fontNames = new Map<PDFFont, PDFName>()

  constructor(
    document: PDFDocument,
    faces: Typefaces,
    size: { width: number; height: number },
    rotate: 0 | 90,
  ) {
    this.document = document
    this.faces = faces
    this.width = size.width
    this.height = size.height
    this.page = document.addPage(rotate === 90 ? [size.height, size.width] : [size.width, size.height])
    if (rotate === 90) {
      this.page.node.set(PDFName.of('Rotate'), PDFNumber.of(90))
      this.operate(Op.ConcatTransformationMatrix, 0, 1, -1, 0, size.height, 0)
    }
  }

  /** Draws one line with its baseline at `y`; returns the x where it ends. */
  text(x: number, y: number, text: string, style: TextStyle = {}): number {
    const { size = 12, face = 'song', ink = black, align = 'left', tracking = 0 } = style
    const width = this.faces.width(text, face) * size + tracking * Math.max(0, [...text].length - 1)
    let at = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    for (const run of this.faces.runs(text, face)) {
      this.operate(Op.BeginText)
      this.colour(Op.NonStrokingColorRgb, ink)
      this.operators(PDFOperator.of(Op.SetFontAndSize, [this.fontName(run.font), PDFNumber.of(size)]))
      this.operate(Op.SetCharacterSpacing, tracking)
      this.operate(Op.SetTextMatrix, 1, 0, 0, 1, at, this.up(y))
      this.operators(PDFOperator.of(Op.ShowText, [run.font.encodeText(run.text)]))
      this.operate(Op.EndText)
      at += this.faces.width(run.text, face) * size + tracking * [...run.text].length
    }
    return at
  }

  measure(text: string, style: TextStyle = {}): number {
    return this.faces.width(text, style.face ?? 'song') * (style.size ?? 12)
  }

  /** Sets text from the top edge `y` downwards; returns the y below the last line. */
  paragraph(x: number, y: number, width: number, text: string, style: ParagraphStyle = {}): number {
    const { size = 12, leading = 1.75, indent = 0, align = 'left' } = style
    const { justify = !(style.face ?? 'song').startsWith('roman') } = style
    const measure = (part: string) => this.measure(part, style)
    let baseline = y + size * (leading / 2 + 0.36)
    const lines = text.split('\n').flatMap((part) => {
      const broken = breakLines(part, width, measure, indent * size)
      return broken.map((line, i) => ({ ...line, left: i === 0 ? indent * size : 0 }))
    })
    for (const line of lines) {
      const spare = width - line.left - line.width
      const anchor = align === 'left' ? x + line.left : align === 'right' ? x + width : x + width / 2
      if (justify && align === 'left' && !line.last) this.stretched(anchor, baseline, line.text, spare, style)
      else this.text(anchor, baseline, line.text, style)
      baseline += size * leading
    }
    return y + lines.length * size * leading
  }

  /** Spreads the spare width over the gaps where a line may be stretched: after ideographs, words and spaces. */
  private stretched(x: number, y: number, line: string, spare: number, style: TextStyle): void {
    const { size = 12 } = style
    const units = line.match(/[\u0021-\u024f\u2018\u2019]+| |[^\u0020-\u024f]+/gu) ?? []
    const gapsIn = (unit: string) => (unit.charCodeAt(0) > 0x24f ? [...unit].length : 1)
    const gaps = units.reduce((sum, unit) => sum + gapsIn(unit), -1)
    const stretch = gaps > 0 && spare / gaps < size * 0.5 ? spare / gaps : 0
    let at = x
    for (const unit of units) {
      const tracking = unit.charCodeAt(0) > 0x24f ? stretch : 0
      if (unit !== ' ') this.text(at, y, unit, { ...style, tracking })
      at += this.measure(unit, style) + stretch * gapsIn(unit)
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, style: StrokeStyle = {}): void {
    this.painted(style, () => {
      this.operate(Op.MoveTo, x1, this.up(y1))
      this.operate(Op.LineTo, x2, this.up(y2))
    })
  }

  box(x: number, y: number, width: number, height: number, style: StrokeStyle = {}): void {
    this.painted(style, () => this.operate(Op.AppendRectangle, x, this.up(y + height), width, height))
  }

  ellipse(x: number, y: number, rx: number, ry: number, style: StrokeStyle = {}): void {
    this.painted(style, () => this.ellipsePath(x, y, rx, ry))
  }

  /** A path in SVG letters M L C Z with absolute coordinates. */
  shape(path: string, style: StrokeStyle = {}): void {
    this.painted(style, () => this.path(path))
  }

  /** Fills a path, a box or an ellipse with a straight gradient between two points. */
  gradient(
    path: string,
    from: readonly [number, number],
    to: readonly [number, number],
    stops: GradientStop[],
  ): void {
    this.shade(path, { type: 2, coords: [from[0], this.up(from[1]), to[0], this.up(to[1])] }, stops)
  }

  /** Fills a path with a round gradient from the centre to the radius, flattened by `squash`. */
  glow(
    path: string,
    centre: readonly [number, number],
    radius: number,
    squash: number,
    stops: GradientStop[],
  ): void {
    this.shade(path, { type: 3, coords: [0, 0, 0, 0, 0, radius] }, stops, [
      1,
      0,
      0,
      squash,
      centre[0],
      this.up(centre[1]),
    ])
  }

  image(image: PDFImage, x: number, y: number, width: number, height: number): void {
    this.page.drawImage(image, { x, y: this.up(y + height), width, height })
  }

  /** Draws with the origin at (x, y), turned clockwise by `degrees`; inside, y still grows downwards. */
  turned(x: number, y: number, degrees: number, draw: () => void): void {
    const angle = (-degrees * Math.PI) / 180
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.operate(Op.PushGraphicsState)
    this.operate(Op.ConcatTransformationMatrix, 1, 0, 0, 1, x, this.up(y))
    this.operate(Op.ConcatTransformationMatrix, cos, sin, -sin, cos, 0, 0)
    this.operate(Op.ConcatTransformationMatrix, 1, 0, 0, 1, 0, -this.height)
    draw()
    this.operate(Op.PopGraphicsState)
  }

  /** Draws inside a path only. */
  clipped(path: string, draw: () => void): void {
    this.operate(Op.PushGraphicsState)
    this.path(path)
    this.operate(Op.ClipNonZero)
    this.operate(Op.EndPath)
    draw()
    this.operate(Op.PopGraphicsState)
  }

  /** Everything drawn inside is see-through by `opacity`, and multiplies with what lies below if asked. */
  veiled(opacity: number, draw: () => void, multiply = false): void {
    const { context } = this.document
    const state = context.obj({ ca: opacity, CA: opacity, ...(multiply ? { BM: 'Multiply' } : {}) })
    const name = this.page.node.newExtGState('Veil', context.register(state))
    this.operate(Op.PushGraphicsState)
    this.operators(PDFOperator.of(Op.SetGraphicsStateParams, [name]))
    draw()
    this.operate(Op.PopGraphicsState)
  }

  private shade(
    path: string,
    geometry: { type: 2 | 3; coords: number[] },
    stops: GradientStop[],
    matrix?: readonly number[],
  ): void {
    const { context } = this.document
    const pieces = stops
      .slice(1)
      .map((stop, i) =>
        context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [...stops[i]!.ink], C1: [...stop.ink] }),
      )
    const blend = context.obj({
      FunctionType: 3,
      Domain: [0, 1],
      Functions: pieces,
      Bounds: stops.slice(1, -1).map((stop) => stop.at),
      Encode: pieces.flatMap(() => [0, 1]),
    })
    const shading = context.obj({
      ShadingType: geometry.type,
      ColorSpace: 'DeviceRGB',
      Coords: geometry.coords,
      Function: blend,
      Extend: [true, true],
    })
    const resources = this.page.node.normalizedEntries().Resources
    const key = PDFName.of('Shading')
    if (!resources.has(key)) resources.set(key, context.obj({}))
    const shadings = resources.lookup(key) as unknown as {
      keys(): PDFName[]
      set(name: PDFName, value: unknown): void
    }
    const name = PDFName.of(`Sh${shadings.keys().length}`)
    shadings.set(name, context.register(shading))
    this.clipped(path, () => {
      if (matrix) this.operate(Op.ConcatTransformationMatrix, ...matrix)
      this.operators(PDFOperator.of(Op.ShadingFill, [name]))
    })
  }

  private path(path: string): void {
    for (const [, letter, rest = ''] of path.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
      const n = (rest.match(/-?[\d.]+/g) ?? []).map(Number)
      const points = n.map((value, i) => (i % 2 === 1 ? this.up(value) : value))
      if (letter === 'M') this.operate(Op.MoveTo, ...points)
      if (letter === 'L')
        for (let i = 0; i < points.length; i += 2) this.operate(Op.LineTo, points[i]!, points[i + 1]!)
      if (letter === 'C')
        for (let i = 0; i < points.length; i += 6)
          this.operate(Op.AppendBezierCurve, ...points.slice(i, i + 6))
      if (letter === 'Z') this.operate(Op.ClosePath)
    }
  }

  private ellipsePath(x: number, y: number, rx: number, ry: number): void {
    this.path(ellipse(x, y, rx, ry))
  }

  private painted(style: StrokeStyle, build: () => void): void {
    this.operate(Op.PushGraphicsState)
    if (style.fill) this.colour(Op.NonStrokingColorRgb, style.fill)
    const strokes = style.ink !== undefined || style.width !== undefined || style.fill === undefined
    if (strokes) {
      this.colour(Op.StrokingColorRgb, style.ink ?? black)
      this.operate(Op.SetLineWidth, style.width ?? 0.6)
      if (style.dash) {
        const dash = this.document.context.obj([...style.dash])
        this.operators(PDFOperator.of(Op.SetLineDashPattern, [dash, PDFNumber.of(0)]))
      }
    }
    build()
    this.operate(style.fill ? (strokes ? Op.FillNonZeroAndStroke : Op.FillNonZero) : Op.StrokePath)
    this.operate(Op.PopGraphicsState)
  }

  private fontName(font: PDFFont): PDFName {
    let name = this.fontNames.get(font)
    if (!name) {
      name = this.page.node.newFontDictionary(font.name, font.ref)
      this.fontNames.set(font, name)
    }
    return name
  }

  private colour(operator: Op, ink: Ink): void {
    this.operate(operator, ...ink)
  }

  private operate(operator: Op, ...operands: number[]): void {
    this.operators(
      PDFOperator.of(
        operator,
        operands.map((value) => PDFNumber.of(Math.round(value * 1e4) / 1e4)),
      ),
    )
  }

  private operators(...operators: PDFOperator[]): void {
    this.page.pushOperators(...operators)
  }

  private up(y: number): number {
    return this.height - y
  }
}

/** The path of an ellipse. */
export function ellipse(x: number, y: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523]
  return (
    `M${x + rx} ${y} C${x + rx} ${y + ky} ${x + kx} ${y + ry} ${x} ${y + ry} ` +
    `C${x - kx} ${y + ry} ${x - rx} ${y + ky} ${x - rx} ${y} ` +
    `C${x - rx} ${y - ky} ${x - kx} ${y - ry} ${x} ${y - ry} C${x + kx} ${y - ry} ${x + rx} ${y - ky} ${x + rx} ${y} Z`
  )
}

/** The path of a rectangle, with rounded corners if asked. */
export function rectangle(x: number, y: number, w: number, h: number, r = 0): string {
  if (r === 0) return `M${x} ${y} L${x + w} ${y} L${x + w} ${y + h} L${x} ${y + h} Z`
  const k = r * 0.45
  return (
    `M${x + r} ${y} L${x + w - r} ${y} C${x + w - k} ${y} ${x + w} ${y + k} ${x + w} ${y + r} ` +
    `L${x + w} ${y + h - r} C${x + w} ${y + h - k} ${x + w - k} ${y + h} ${x + w - r} ${y + h} ` +
    `L${x + r} ${y + h} C${x + k} ${y + h} ${x} ${y + h - k} ${x} ${y + h - r} ` +
    `L${x} ${y + r} C${x} ${y + k} ${x + k} ${y} ${x + r} ${y} Z`
  )
}
