import { grey, type Sheet } from './sheet.ts'

export const left = 84
export const right = 78

/** A page of running Chinese text, set from top to bottom. */
export class Letter {
  readonly sheet: Sheet
  y: number
  readonly width: number
  readonly size: number
  readonly leading: number

  constructor(sheet: Sheet, top = 84, size = 12, leading = 1.8) {
    this.sheet = sheet
    this.y = top
    this.size = size
    this.leading = leading
    this.width = sheet.width - left - right
  }

  title(text: string, size = 22, note?: string): void {
    this.y += size
    this.sheet.text(this.sheet.width / 2, this.y, text, {
      size,
      face: 'songBold',
      align: 'center',
      tracking: [...text].length < 10 ? 4 : 1,
    })
    this.y += 12
    if (note) {
      this.y += 10
      this.sheet.text(this.sheet.width / 2, this.y, note, { size: 10.5, ink: grey, align: 'center' })
      this.y += 6
    }
    this.y += 10
  }

  heading(text: string): void {
    this.y += this.size * 0.5
    this.sheet.text(left, this.y + this.size * 1.15, text, { size: this.size, face: 'songSemi' })
    this.y += this.size * 1.75
  }

  body(text: string, indent = 2): void {
    this.y = this.sheet.paragraph(left, this.y, this.width, text, {
      size: this.size,
      leading: this.leading,
      indent,
    })
  }

  /** A label in bold type and its text behind it, hanging. */
  field(label: string, text: string, labelWidth = 84): void {
    this.sheet.text(left, this.y + this.size * (this.leading / 2 + 0.36), label, {
      size: this.size,
      face: 'songSemi',
    })
    this.y = this.sheet.paragraph(left + labelWidth, this.y, this.width - labelWidth, text, {
      size: this.size,
      leading: this.leading,
    })
  }

  space(points: number): void {
    this.y += points
  }
}
