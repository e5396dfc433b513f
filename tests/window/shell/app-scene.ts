import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { root } from '../harness/browser.ts'
import { watchProblems, type Problems } from '../harness/problems.ts'
import type { Say } from '../harness/words.ts'
import { BundlePage } from '../pages/bundle-page.ts'
import { CasePage } from '../pages/case-page.ts'
import { EvidencePage } from '../pages/evidence-page.ts'
import { FramePage } from '../pages/frame-page.ts'
import { VaultPage } from '../pages/vault-page.ts'
import { VerifyPage } from '../pages/verify-page.ts'
import { WelcomePage } from '../pages/welcome-page.ts'
import type { RunningApp } from './launch-app.ts'

/** The window of the running application with its pages. */
export interface AppScene {
  readonly app: RunningApp
  readonly page: Page
  readonly problems: Problems
  readonly frame: FramePage
  readonly vault: VaultPage
  readonly welcome: WelcomePage
  readonly case: CasePage
  readonly evidence: EvidencePage
  readonly bundle: BundlePage
  readonly verify: VerifyPage
}

/**
 * Watches the window of an application that was just started, and loads it once more so that nothing is missed; `asItIs`:
 * not, for what was handed over is taken once.
 */
export async function sceneOfApp(app: RunningApp, say: Say, asItIs = false): Promise<AppScene> {
  const page = await app.window()
  page.setDefaultTimeout(60_000)
  const { protocol, host } = new URL(page.url())
  const problems = await watchProblems(page.context(), () => `${protocol}//${host}`)
  // The shell's own line for events ends when the page does.
  problems.expect(/^response 410: .*\/events$/)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  if (!asItIs) await page.reload()
  const name = expect.getState().currentTestName ?? 'application'
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    const folder = join(root, 'out', 'screens', 'failed')
    await mkdir(folder, { recursive: true })
    const file = join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.png`)
    await page.screenshot({ path: file, timeout: 5000 }).catch(() => undefined)
  })
  return {
    app,
    page,
    problems,
    frame: new FramePage(page, say),
    vault: new VaultPage(page, say),
    welcome: new WelcomePage(page, say),
    case: new CasePage(page, say),
    evidence: new EvidencePage(page, say),
    bundle: new BundlePage(page, say),
    verify: new VerifyPage(page, say),
  }
}

/** Chooses from the application's menu, as the pointer does: the page hears of no click. */
export function chooseFromMenu(app: RunningApp, id: string): Promise<void> {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

/** Presses the cross of the window. */
export async function closeWindow(app: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined)
  await app.ended
}
