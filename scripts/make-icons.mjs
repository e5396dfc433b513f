// Draws resources/icons/icon.svg (icon-small.svg for 16 pixels) in every size a system asks for: png/ (Linux), icon.ico
// (Windows) and icon.icns (macOS).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { browserForTests } from './find-browser.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
const folder = fileURLToPath(new URL('../resources/icons/', import.meta.url))
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
/** Types of Apple's icon format that hold a PNG, by size in pixels. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]

const images = await drawIcons((size) =>
  readFileSync(join(folder, size === 16 ? 'icon-small.svg' : 'icon.svg'), 'utf8'),
)
mkdirSync(join(folder, 'png'), { recursive: true })
for (const [size, png] of images) writeFileSync(join(folder, 'png', `${size}x${size}.png`), png)
writeFileSync(join(folder, 'icon.ico'), icoOf(icoSizes.map((size) => [size, images.get(size)])))
writeFileSync(join(folder, 'icon.icns'), icnsOf(icnsTypes.map(([type, size]) => [type, images.get(size)])))
console.log(`icons · 图标: ${sizes.join(', ')} px, icon.ico, icon.icns`)

async function drawIcons(svgFor) {
  const { path, args } = await browserForTests()
  const browser = await chromium.launch({ executablePath: path, args })
  try {
    const page = await browser.newPage()
    const drawn = new Map()
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svgFor(size)}`,
      )
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
    return drawn
  } finally {
    await browser.close()
  }
}

/** A list of PNG images as Windows has it: a header, an entry of 16 bytes for each, then the images. */
function icoOf(entries) {
  const header = Buffer.alloc(6 + 16 * entries.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(entries.length, 4)
  let offset = header.length
  entries.forEach(([size, png], index) => {
    const at = 6 + 16 * index
    // 256 is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...entries.map(([, png]) => png)])
}

/** The same as macOS has it: chunks of type, length (with its eight bytes) and image. */
function icnsOf(entries) {
  const chunks = entries.map(([type, png]) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'latin1')
  head.writeUInt32BE(8 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4)
  return Buffer.concat([head, ...chunks])
}
