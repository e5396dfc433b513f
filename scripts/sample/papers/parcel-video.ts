import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inScratch, renderPages, tool } from '../raster.ts'
import { openPaper, rectangle, type Ink, type Sheet } from '../sheet.ts'
import { crownCork, suspected } from './bottle.ts'

const frames = 36
const perSecond = 18
const carton: Ink = [0.76, 0.6, 0.42]
const dark: Ink = [0.55, 0.41, 0.27]

/** Two seconds: the carton of the test purchase is opened, seen from above. H.264 in MP4, no sound. */
export async function parcelVideo(): Promise<Uint8Array> {
  const paper = await openPaper({
    title: '开箱',
    author: '示例',
    date: '2026-03-05T03:24:00Z',
    faces: ['song', 'songSemi', 'roman', 'romanBold'],
  })
  for (let i = 0; i < frames; i++) frame(paper.sheet({ width: 640, height: 360 }), i)
  const pdf = await paper.document.save()
  return inScratch(async (folder) => {
    const pages = await renderPages(pdf, 72, folder)
    const pattern = pages[0]!.replace(/page-\d+\.png$/, `page-%0${String(frames).length}d.png`)
    const target = join(folder, 'video.mp4')
    await tool(
      'ffmpeg',
      ...['-v', 'error', '-framerate', String(perSecond), '-start_number', '1', '-i', pattern],
      ...['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '27', '-pix_fmt', 'yuv420p', '-threads', '1'],
      ...[
        '-fflags',
        '+bitexact',
        '-flags:v',
        '+bitexact',
        '-map_metadata',
        '-1',
        '-movflags',
        '+faststart',
        target,
      ],
    )
    return readFile(target)
  })
}

function frame(sheet: Sheet, index: number): void {
  const t = index / (frames - 1)
  // The table, and a camera that is held by hand.
  sheet.gradient(
    rectangle(0, 0, 640, 360),
    [0, 0],
    [640, 360],
    [
      { at: 0, ink: [0.72, 0.73, 0.74] },
      { at: 1, ink: [0.56, 0.57, 0.59] },
    ],
  )
  const [dx, dy] = [Math.sin(t * 7) * 2.5, Math.cos(t * 5) * 2]
  sheet.turned(320 + dx, 186 + dy, -2 + Math.sin(t * 4) * 0.5, () => {
    sheet.veiled(0.3, () => sheet.box(-172, -108, 356, 232, { fill: [0, 0, 0] }))
    const open = Math.min(1, Math.max(0, (t - 0.3) / 0.55))
    sheet.box(-178, -116, 356, 232, { fill: dark })
    sheet.clipped(rectangle(-170, -108, 340, 216), () => {
      sheet.box(-170, -108, 340, 216, { fill: [0.36, 0.27, 0.19] })
      for (let row = 0; row < 4; row++)
        for (let column = 0; column < 6; column++)
          crownCork(sheet, -141 + column * 56, -82 + row * 54, 22, 20, suspected.cap)
    })
    // Two flaps that shrink towards the long edges as they open.
    const reach = 116 * (1 - open)
    if (reach > 1) {
      sheet.box(-178, -116, 356, reach, { fill: carton, ink: dark, width: 1 })
      sheet.box(-178, 116 - reach, 356, reach, { fill: carton, ink: dark, width: 1 })
      sheet.clipped(rectangle(-178, -116, 356, reach), () => cartonPrint(sheet, -62))
      sheet.clipped(rectangle(-178, 116 - reach, 356, reach), () => cartonPrint(sheet, 72))
    }
    if (open > 0) {
      const lid = 54 * open
      sheet.box(-178, -116 - lid, 356, lid, { fill: [0.82, 0.67, 0.49], ink: dark, width: 1 })
      sheet.box(-178, 116, 356, lid, { fill: [0.7, 0.54, 0.37], ink: dark, width: 1 })
    } else {
      const cut = Math.min(1, t / 0.28)
      sheet.veiled(0.6, () =>
        sheet.box(-178 + 356 * cut, -13, 356 * (1 - cut), 26, { fill: [0.9, 0.86, 0.72] }),
      )
      sheet.shape(`M${-178 + 356 * cut} 0 L${-166 + 356 * cut} -44 L${-150 + 356 * cut} -44 Z`, {
        fill: [0.3, 0.32, 0.35],
      })
    }
  })
  const second = 4 + Math.floor(index / perSecond)
  sheet.box(0, 0, 640, 30, { fill: [0.1, 0.11, 0.12] })
  sheet.ellipse(20, 15, 5, 5, { fill: [0.85, 0.15, 0.13] })
  sheet.text(34, 20, 'REC', { size: 13, face: 'romanBold', ink: [1, 1, 1] })
  sheet.text(626, 20, `2026-03-05 11:24:${String(second).padStart(2, '0')}`, {
    size: 13,
    face: 'roman',
    ink: [1, 1, 1],
    align: 'right',
  })
  sheet.text(320, 20, '开箱录像　运单 EX0000000000001', { size: 12.5, ink: [1, 1, 1], align: 'center' })
  sheet.text(320, 352, '示例画面，内容虚构　SPECIMEN', { size: 11, ink: [0.16, 0.17, 0.18], align: 'center' })
}

function cartonPrint(sheet: Sheet, y: number): void {
  sheet.text(0, y, 'EXAMPLA 示例泉', { size: 30, face: 'songSemi', ink: dark, align: 'center', tracking: 3 })
}
