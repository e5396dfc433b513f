import { grey, pale, penBlue, stampRed, type Ink, type Sheet } from './sheet.ts'
import { sequence } from './story.ts'

/** The line at the foot of every page that says nothing here is real. The right is left free for page stamps. */
export function specimenFoot(sheet: Sheet, page: string, left = 80): void {
  const y = sheet.height - 34
  sheet.box(left, y - 9, 28, 12.5, { ink: grey, width: 0.5 })
  sheet.text(left + 14, y + 0.4, '示例', { size: 8, ink: grey, align: 'center' })
  sheet.text(left + 35, y, `SPECIMEN\u3000本件内容、主体与编号均属虚构，仅供演示\u3000${page}`, {
    size: 8,
    ink: grey,
  })
}

/** Large pale letters across a paper that imitates an official one. */
export function watermark(sheet: Sheet, size = 92, ink: Ink = [0.88, 0.88, 0.88]): void {
  sheet.veiled(
    0.55,
    () =>
      sheet.turned(sheet.width / 2, sheet.height / 2, -28, () =>
        sheet.text(0, size * 0.35, '示例 SPECIMEN', { size, face: 'song', ink, align: 'center' }),
      ),
    true,
  )
}

/** The seal of a fictional company: a plain double circle, the word 示例, no star. */
export function companySeal(
  sheet: Sheet,
  x: number,
  y: number,
  name: string,
  note = '示例印章',
  tilt = -6,
): void {
  sheet.veiled(
    0.78,
    () =>
      sheet.turned(x, y, tilt, () => {
        sheet.ellipse(0, 0, 52, 52, { ink: stampRed, width: 2 })
        sheet.ellipse(0, 0, 47.5, 47.5, { ink: stampRed, width: 0.6 })
        sheet.text(0, 7, '示例', { size: 20, face: 'song', ink: stampRed, align: 'center', tracking: 2 })
        sheet.text(0, 24, note, { size: 8.5, ink: stampRed, align: 'center', tracking: 1 })
        arcText(sheet, name, 39, stampRed)
      }),
    true,
  )
}

/** Where an authority would put its seal: a dashed rectangle that nobody can take for one. */
export function officeSeal(sheet: Sheet, x: number, y: number, label: string, width = 118): void {
  const ink: Ink = [0.42, 0.46, 0.55]
  sheet.box(x - width / 2, y - 22, width, 44, { ink, width: 0.9, dash: [4, 3] })
  sheet.text(x, y - 4, label, { size: 9, ink, align: 'center' })
  sheet.text(x, y + 11, '示例 · 非印章 · SPECIMEN', { size: 8, ink, align: 'center' })
}

/** 与原件核对无异, as a company stamps its copies. */
export function copyStamp(sheet: Sheet, x: number, y: number, date: string): void {
  sheet.veiled(
    0.8,
    () =>
      sheet.turned(x, y, -3, () => {
        sheet.box(-64, -23, 128, 46, { ink: stampRed, width: 1.4 })
        sheet.text(0, -4, '与原件核对无异', { size: 14, ink: stampRed, align: 'center', tracking: 1.2 })
        sheet.text(0, 14, `${date}（示例）`, { size: 8.5, ink: stampRed, align: 'center' })
      }),
    true,
  )
}

/** A scribble for a signature; the seed decides its shape. */
export function scribble(
  sheet: Sheet,
  x: number,
  y: number,
  seed: number,
  width = 78,
  ink: Ink = penBlue,
): void {
  const random = sequence(seed)
  const waves = 2.6 + random() * 3.4
  const [phase, slope, loop] = [random() * 6, (random() - 0.6) * 14, 1 + random() * 7]
  const beat = 0.35 + random() * 0.6
  const points: (readonly [number, number])[] = []
  const steps = 40
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const angle = phase + t * waves * Math.PI * 2
    const height = (i < 9 ? 17 : 7 + 9 * Math.abs(Math.sin(angle * beat))) * (1 - 0.5 * t)
    points.push([x + t * (width - 12) + Math.cos(angle) * loop, y - 5 + slope * t - Math.sin(angle) * height])
  }
  points.push([x + width * 0.9, y + 5 + slope], [x + width * 1.12, y - 4 + slope])
  sheet.shape(smooth(points), { ink, width: 0.95 })
}

/** A smooth path through points (Catmull-Rom as Bézier curves). */
function smooth(points: readonly (readonly [number, number])[]): string {
  let path = `M${points[0]!.join(' ')}`
  for (let i = 0; i + 1 < points.length; i++) {
    const [p0, p1, p2, p3] = [
      points[Math.max(0, i - 1)]!,
      points[i]!,
      points[i + 1]!,
      points[Math.min(points.length - 1, i + 2)]!,
    ]
    const c1 = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6]
    const c2 = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6]
    path += ` C${c1.join(' ')} ${c2.join(' ')} ${p2.join(' ')}`
  }
  return path
}

/** A square of random modules that no reader can scan, with the word 示例 over it. */
export function mockCode(sheet: Sheet, x: number, y: number, side: number, seed: number): void {
  const random = sequence(seed)
  const n = 21
  const cell = side / n
  for (let r = 0; r < n; r++)
    for (let c = 0; c < n; c++)
      if (random() < 0.48) sheet.box(x + c * cell, y + r * cell, cell, cell, { fill: [0.25, 0.25, 0.27] })
  const h = side * 0.3
  sheet.box(x, y + (side - h) / 2, side, h, { fill: [1, 1, 1] })
  sheet.box(x, y, side, side, { ink: pale, width: 0.5 })
  sheet.text(x + side / 2, y + side / 2 + h * 0.22, '示例', { size: h * 0.6, ink: grey, align: 'center' })
}

function arcText(sheet: Sheet, text: string, radius: number, ink: Ink): void {
  const letters = [...text]
  const span = Math.min(250, letters.length * 17)
  letters.forEach((letter, i) => {
    const degrees = letters.length === 1 ? 0 : -span / 2 + (span * i) / (letters.length - 1)
    const angle = (degrees * Math.PI) / 180
    const [px, py] = [Math.sin(angle) * radius, -Math.cos(angle) * radius]
    sheet.turned(px, py, degrees, () => sheet.text(0, 4, letter, { size: 9, ink, align: 'center' }))
  })
}
