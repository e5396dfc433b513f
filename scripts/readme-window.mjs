// Makes docs/images/window.png and bundle.png: evidence and bundle of the sample case in the window, Chinese, light.
// Needs a browser of the Chromium family; nothing is stored, the sample lives in memory.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { buildApp } from './build-app.mjs'
import { browserForTests } from './find-browser.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
const { serveWindow } = await import('../src/serve/index.ts')
const { windowWords } = await import('../src/shared/messages/window.ts')

const root = fileURLToPath(new URL('..', import.meta.url))
const images = join(root, 'docs', 'images')
const port = 61874
const words = windowWords.zh
const folder = mkdtempSync(join(tmpdir(), 'picture-'))

await buildApp({ ifNeeded: true })
const serving = await serveWindow({ folder: join(root, 'out', 'renderer'), port, stateFolder: folder })
if (serving.state !== 'serving') throw new Error(`Port ${port} is taken; free it and try again.`)
const { path, args } = await browserForTests()
const browser = await chromium.launch({ executablePath: path, args, chromiumSandbox: false })
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(serving.address)
  await page.getByRole('button', { name: words.vault.lookAtSample }).click()
  await page
    .getByRole('navigation', { name: words.case.sections })
    .getByRole('link', { name: new RegExp(`^${words.case.evidence}`) })
    .click()
  mkdirSync(images, { recursive: true })
  const grid = page.getByRole('grid', { name: words.evidence.items })
  await grid.locator('[data-row]').nth(2).click()
  await drawn(page)
  await page.screenshot({ path: join(images, 'window.png') })
  await page
    .getByRole('navigation', { name: words.case.sections })
    .getByRole('link', { name: new RegExp(`^${words.bundle.title}`) })
    .click()
  const preview = page.getByRole('region', { name: words.bundle.previewTitle })
  await preview.locator('canvas').first().waitFor({ timeout: 60_000 })
  await page.getByRole('region', { name: words.bundle.buildTitle }).scrollIntoViewIfNeeded()
  await drawn(page)
  await page.screenshot({ path: join(images, 'bundle.png') })
} finally {
  await browser.close()
  await serving.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** A canvas that was drawn on has the size of its page. */
function drawn(page) {
  return page.waitForFunction(() => {
    const canvases = [...globalThis.document.querySelectorAll('canvas')]
    return canvases.some(({ width }) => width > 0 && width !== 300)
  })
}
