// Makes docs/images/window.png: the evidence of the sample case in the window, Chinese, light.
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
const picture = join(root, 'docs', 'images', 'window.png')
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
  const grid = page.getByRole('grid', { name: words.evidence.items })
  await grid.locator('[data-row]').nth(2).click()
  // A canvas that was drawn on has the size of its page.
  await page.waitForFunction(() => {
    const canvases = [...globalThis.document.querySelectorAll('canvas')]
    return canvases.some(({ width }) => width > 0 && width !== 300)
  })
  mkdirSync(join(root, 'docs', 'images'), { recursive: true })
  await page.screenshot({ path: picture })
} finally {
  await browser.close()
  await serving.stop()
  rmSync(folder, { recursive: true, force: true })
}
