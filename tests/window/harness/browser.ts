import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..', '..')

interface BrowserForTests {
  readonly name: string
  readonly path: string
  readonly args: readonly string[]
}

/** The browser the window is judged in, or undefined: then its tests are skipped, or fail where judges are required. */
export const browser: BrowserForTests | undefined = await findBrowser({ shell: true })
/** One that knows a browser's own switches as well, as the shell's guards need them. */
export const wholeBrowser: BrowserForTests | undefined = await findBrowser({ shell: false })

async function findBrowser(which: { readonly shell: boolean }): Promise<BrowserForTests | undefined> {
  const script = pathToFileURL(join(root, 'scripts', 'find-browser.mjs')).href
  const { browserForTests } = (await import(script)) as {
    browserForTests: (which: { readonly shell: boolean }) => Promise<BrowserForTests>
  }
  try {
    return await browserForTests(which)
  } catch (error) {
    if (process.env['REQUIRE_JUDGES'] === '1') {
      throw new Error('REQUIRE_JUDGES=1, but there is no browser', { cause: error })
    }
    console.warn('SKIPPED: no browser of the Chromium family for the tests of the window')
    return undefined
  }
}

/** Arguments that keep Chromium from doing anything of its own. */
export const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
]
