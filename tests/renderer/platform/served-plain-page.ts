import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { build } from 'vite'
import { noncePlaceholder } from '../../../src/shared/contract/content-security-policy.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { quietArguments, root, wholeBrowser } from '../../window/harness/browser.ts'
import { answerPickers } from '../../window/harness/pickers.ts'
import { serveBuiltWindow } from '../../window/harness/served-window.ts'

export interface ServedPlainPage {
  readonly origin: string
  readonly context: BrowserContext
  stop(): Promise<void>
}

/** The page that does nothing by itself, served as the window is, and a browser for it. */
export async function servePlainPage(): Promise<ServedPlainPage> {
  if (!wholeBrowser) throw new Error('no browser: skip this test')
  const folder = await temporaryFolder()
  await build({
    root: join(root, 'tests', 'window', 'shell', 'page'),
    configFile: false,
    logLevel: 'error',
    html: { cspNonce: noncePlaceholder },
    build: { outDir: join(folder, 'page'), modulePreload: false, target: 'esnext' },
  })
  const served = await serveBuiltWindow(join(folder, 'page'))
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: wholeBrowser.path,
    chromiumSandbox: false,
    args: [...wholeBrowser.args, ...quietArguments],
  })
  await answerPickers(context)
  return {
    origin: served.origin,
    context,
    async stop() {
      await context.close()
      await served.stop()
    },
  }
}
