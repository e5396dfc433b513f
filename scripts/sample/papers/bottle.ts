import { ellipse, rectangle, type GradientStop, type Ink, type Sheet } from '../sheet.ts'
import { deviceMark } from './trademark-certificate.ts'

/** What tells one bottle from the other in the pictures. */
export interface BottleLook {
  readonly cap: Ink
  readonly label: Ink
  readonly word: 'songBold' | 'song'
  readonly registered: boolean
  readonly tilt: number
  readonly fill: number
  readonly glass: Ink
}

export const genuine: BottleLook = {
  cap: [0.06, 0.33, 0.43],
  label: [0.07, 0.36, 0.45],
  word: 'songBold',
  registered: true,
  tilt: 0,
  fill: 150,
  glass: [0.62, 0.8, 0.78],
}

export const suspected: BottleLook = {
  cap: [0.55, 0.57, 0.58],
  label: [0.16, 0.47, 0.5],
  word: 'song',
  registered: false,
  tilt: 2.6,
  fill: 196,
  glass: [0.72, 0.82, 0.74],
}

/** A studio background: a wall that grows darker upwards and a bright table. */
export function backdrop(sheet: Sheet, horizon: number): void {
  const { width, height } = sheet
  sheet.gradient(
    rectangle(0, 0, width, horizon),
    [0, 0],
    [0, horizon],
    stops([0, 0.66, 0.69, 0.71], [1, 0.85, 0.86, 0.86]),
  )
  sheet.gradient(
    rectangle(0, horizon, width, height - horizon),
    [0, horizon],
    [0, height],
    stops([0, 0.8, 0.81, 0.81], [0.25, 0.88, 0.88, 0.88], [1, 0.83, 0.83, 0.82]),
  )
}

/** A bottle standing with its foot at (x, foot), about 610 points high at scale 1. */
export function bottle(sheet: Sheet, x: number, foot: number, scale: number, look: BottleLook): void {
  const top = foot - 612 * scale
  const at = (dx: number, dy: number) => `${x + dx * scale} ${top + dy * scale}`
  const outline =
    `M${at(-25, 30)} L${at(-26, 165)} C${at(-30, 230)} ${at(-80, 232)} ${at(-80, 305)} L${at(-80, 585)} ` +
    `C${at(-80, 604)} ${at(-70, 612)} ${at(-54, 612)} L${at(54, 612)} C${at(70, 612)} ${at(80, 604)} ${at(80, 585)} ` +
    `L${at(80, 305)} C${at(80, 232)} ${at(30, 230)} ${at(26, 165)} L${at(25, 30)} Z`
  shadow(sheet, x, foot, 150 * scale)
  const [r, g, b] = look.glass
  const shade = (f: number): readonly [number, number, number] => [r * f, g * f, b * f]
  sheet.gradient(
    outline,
    [x - 80 * scale, 0],
    [x + 80 * scale, 0],
    stops(
      [0, ...shade(0.5)],
      [0.12, ...shade(0.82)],
      [0.3, ...shade(1.12)],
      [0.62, ...shade(1)],
      [0.86, ...shade(0.78)],
      [1, ...shade(0.46)],
    ),
  )
  sheet.clipped(outline, () => {
    sheet.veiled(0.3, () =>
      sheet.box(x - 90 * scale, top + look.fill * scale, 180 * scale, 470 * scale, {
        fill: [0.33, 0.62, 0.62],
      }),
    )
    sheet.veiled(0.5, () =>
      sheet.ellipse(x, top + look.fill * scale, 27 * scale, 3.5 * scale, { fill: [0.9, 0.97, 0.97] }),
    )
    sheet.veiled(0.35, () => {
      for (let i = 0; i < 26; i++) {
        const dx = ((i * 53) % 140) - 70
        const dy = 250 + ((i * 97) % 340)
        sheet.ellipse(x + dx * scale, top + dy * scale, (1.2 + (i % 3)) * scale, (1.2 + (i % 3)) * scale, {
          fill: [1, 1, 1],
        })
      }
    })
    label(sheet, x, top, scale, look)
    sheet.veiled(0.5, () =>
      sheet.shape(
        `M${at(-62, 290)} C${at(-66, 250)} ${at(-22, 225)} ${at(-18, 170)} L${at(-13, 170)} C${at(-17, 232)} ${at(-54, 255)} ${at(-50, 300)} L${at(-50, 580)} L${at(-62, 580)} Z`,
        { fill: [1, 1, 1] },
      ),
    )
    sheet.veiled(0.22, () =>
      sheet.shape(`M${at(62, 300)} L${at(70, 300)} L${at(70, 590)} L${at(62, 590)} Z`, { fill: [1, 1, 1] }),
    )
  })
  cap(sheet, x, top, scale, look.cap)
}

/** A crown cork seen from above; the genuine one has 21 teeth. */
export function crownCork(sheet: Sheet, x: number, y: number, radius: number, teeth: number, ink: Ink): void {
  sheet.veiled(
    0.5,
    () =>
      sheet.glow(
        ellipse(x + radius * 0.06, y + radius * 0.09, radius * 1.16, radius * 1.16),
        [x + radius * 0.06, y + radius * 0.09],
        radius * 1.16,
        1,
        stops([0, 0.3, 0.3, 0.3], [0.82, 0.35, 0.35, 0.35], [1, 1, 1, 1]),
      ),
    true,
  )
  let path = ''
  const steps = teeth * 2
  for (let i = 0; i <= steps; i++) {
    const angle = (i / steps) * Math.PI * 2 - Math.PI / 2
    const r = i % 2 === 0 ? radius : radius * 0.925
    const point = `${x + Math.cos(angle) * r} ${y + Math.sin(angle) * r}`
    const middle = ((i - 0.5) / steps) * Math.PI * 2 - Math.PI / 2
    const m = `${x + Math.cos(middle) * radius * 0.985} ${y + Math.sin(middle) * radius * 0.985}`
    path += i === 0 ? `M${point}` : ` C${m} ${m} ${point}`
  }
  const light = ink.map((v) => Math.min(1, v * 1.75 + 0.12)) as unknown as Ink
  sheet.glow(`${path} Z`, [x - radius * 0.3, y - radius * 0.35], radius * 1.9, 1, [
    { at: 0, ink: light },
    { at: 0.55, ink },
    { at: 1, ink: ink.map((v) => v * 0.45) as unknown as Ink },
  ])
  sheet.veiled(0.5, () => sheet.ellipse(x, y, radius * 0.82, radius * 0.82, { ink: light, width: 2.4 }))
}

function label(sheet: Sheet, x: number, top: number, scale: number, look: BottleLook): void {
  const y = top + 338 * scale
  const height = 186 * scale
  sheet.turned(x, y + height / 2, look.tilt, () => {
    const w = 84 * scale
    const h = height / 2
    sheet.shape(
      `M${-w} ${-h} C${-w / 2} ${-h + 7 * scale} ${w / 2} ${-h + 7 * scale} ${w} ${-h} L${w} ${h} C${w / 2} ${h + 7 * scale} ${-w / 2} ${h + 7 * scale} ${-w} ${h} Z`,
      {
        fill: [0.975, 0.97, 0.95],
      },
    )
    sheet.box(-w, -h + 14 * scale, w * 2, 3 * scale, { fill: look.label })
    deviceMark(sheet, 0, -h + 62 * scale, 0.52 * scale, look.label)
    const end = sheet.measure('示例泉', { size: 37 * scale, face: look.word })
    sheet.text(0, h - 40 * scale, '示例泉', {
      size: 37 * scale,
      face: look.word,
      ink: look.label,
      align: 'center',
      tracking: 3 * scale,
    })
    if (look.registered)
      sheet.text(end / 2 + 6 * scale, h - 66 * scale, '®', {
        size: 10 * scale,
        face: 'romanBold',
        ink: look.label,
      })
    sheet.text(0, h - 20 * scale, '气泡饮品　净含量 330mL', {
      size: 10 * scale,
      ink: look.label,
      align: 'center',
    })
    sheet.box(-w, h - 11 * scale, w * 2, 7 * scale, { fill: look.label })
  })
  // The cylinder darkens towards its edges.
  for (const side of [-1, 1]) {
    sheet.veiled(
      0.55,
      () =>
        sheet.gradient(
          rectangle(
            side < 0 ? x - 80 * scale : x + 34 * scale,
            y + 3 * scale,
            46 * scale,
            height - 2 * scale,
          ),
          [x + side * 80 * scale, 0],
          [x + side * 34 * scale, 0],
          stops([0, 0.45, 0.52, 0.53], [1, 1, 1, 1]),
        ),
      true,
    )
  }
}

function cap(sheet: Sheet, x: number, top: number, scale: number, ink: Ink): void {
  const [r, g, b] = ink
  const width = 33 * scale
  let path = `M${x - width * 0.86} ${top + 4 * scale} C${x - width * 0.4} ${top - 2 * scale} ${x + width * 0.4} ${top - 2 * scale} ${x + width * 0.86} ${top + 4 * scale} L${x + width} ${top + 34 * scale}`
  for (let i = 0; i < 9; i++) {
    const from = x + width - (i * width * 2) / 9
    const to = x + width - ((i + 1) * width * 2) / 9
    path += ` C${from - 1} ${top + 40 * scale} ${to + 1} ${top + 40 * scale} ${to} ${top + 34 * scale}`
  }
  sheet.gradient(
    `${path} Z`,
    [x - width, 0],
    [x + width, 0],
    stops(
      [0, r * 0.5, g * 0.5, b * 0.5],
      [0.3, Math.min(1, r + 0.32), Math.min(1, g + 0.32), Math.min(1, b + 0.32)],
      [0.6, r, g, b],
      [1, r * 0.45, g * 0.45, b * 0.45],
    ),
  )
}

function shadow(sheet: Sheet, x: number, y: number, radius: number): void {
  sheet.veiled(
    0.75,
    () =>
      sheet.glow(
        ellipse(x, y, radius, radius * 0.2),
        [x, y],
        radius,
        0.2,
        stops([0, 0.42, 0.44, 0.45], [0.55, 0.75, 0.76, 0.76], [1, 1, 1, 1]),
      ),
    true,
  )
}

function stops(...list: (readonly [number, number, number, number])[]): GradientStop[] {
  return list.map(([at, r, g, b]) => ({ at, ink: [Math.min(1, r), Math.min(1, g), Math.min(1, b)] }))
}
