import type { Locator } from 'playwright-core'

/** How many different colours a canvas shows, looked at in a coarse grid: 1 for an empty one. */
export function coloursOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const shown = element as HTMLCanvasElement
    if (shown.width === 0 || shown.height === 0) return 0
    const copy = new OffscreenCanvas(shown.width, shown.height)
    const context = copy.getContext('2d')!
    context.drawImage(shown, 0, 0)
    const { data } = context.getImageData(0, 0, shown.width, shown.height)
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4 * 7) {
      colours.add(((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4))
    }
    return colours.size
  })
}
