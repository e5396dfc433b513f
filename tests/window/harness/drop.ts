import type { Locator, Page } from 'playwright-core'

/**
 * Drops real files and folders of the disk onto a place of the page, the way the operating system does: the page sees
 * directory entries and files that can change or vanish while they are read.
 */
export async function dropPaths(page: Page, onto: Locator, paths: readonly string[]): Promise<void> {
  const box = await onto.boundingBox()
  if (!box) throw new Error('nothing to drop onto')
  // Of a window that was not opened by the test itself nobody knows the size but the page.
  const size =
    page.viewportSize() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })))
  const x = Math.min(box.x + box.width / 2, size.width - 1)
  const y = Math.min(box.y + box.height / 2, size.height - 1)
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
