import { openWindow, type OpenOptions, type OpenWindow } from './harness/open-window.ts'
import { registerRows, type RegisterRows } from './harness/register-rows.ts'
import { wordsIn, type Say, type TestLanguage } from './harness/words.ts'
import { BundlePage } from './pages/bundle-page.ts'
import { CasePage } from './pages/case-page.ts'
import { FramePage } from './pages/frame-page.ts'
import { EvidencePage } from './pages/evidence-page.ts'
import { VaultPage } from './pages/vault-page.ts'
import { VerifyPage } from './pages/verify-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'

/** A window with the pages of one of its tabs. */
export interface Scene {
  readonly window: OpenWindow
  readonly say: Say
  readonly frame: FramePage
  readonly vault: VaultPage
  readonly welcome: WelcomePage
  readonly case: CasePage
  readonly evidence: EvidencePage
  readonly bundle: BundlePage
  readonly verify: VerifyPage
}

/** The pages of the window as it is now; made anew after a restart. */
export function sceneOf(window: OpenWindow, say: Say, page = window.page): Scene {
  return {
    window,
    say,
    frame: new FramePage(page, say),
    vault: new VaultPage(page, say),
    welcome: new WelcomePage(page, say),
    case: new CasePage(page, say),
    evidence: new EvidencePage(page, say),
    bundle: new BundlePage(page, say),
    verify: new VerifyPage(page, say),
  }
}

/** A window at its first screen, in a language. */
export async function firstRun(language: TestLanguage, options: OpenOptions = {}): Promise<Scene> {
  const scene = sceneOf(await openWindow(options), await wordsIn(language))
  if (language === 'en') await scene.welcome.choose('en')
  return scene
}

/** A window with an open vault and an own case on the screen; gives the recovery code too. */
export async function withOwnCase(
  language: TestLanguage = 'zh',
  options: OpenOptions = {},
): Promise<Scene & { readonly code: string }> {
  const scene = await firstRun(language, options)
  await scene.welcome.blankCase()
  const code = await scene.vault.create()
  await scene.case.field('field.brand').waitFor()
  return { ...scene, code }
}

/** The same, at its evidence. */
export async function withOwnEvidence(language: TestLanguage = 'zh', options: OpenOptions = {}) {
  const scene = await withOwnCase(language, options)
  await scene.case.goTo('evidence')
  await scene.evidence.grid.waitFor()
  const { window } = scene
  const before = await registerRows(window.page)
  /** What the register has since now; the sample is in it already. */
  const rows = async (): Promise<RegisterRows> => {
    const now = await registerRows(window.page)
    return {
      items: now.items - before.items,
      contents: now.contents - before.contents,
      chunks: now.chunks - before.chunks,
      unfinished: now.unfinished,
      strayChunks: now.strayChunks,
    }
  }
  return { ...scene, rows }
}
