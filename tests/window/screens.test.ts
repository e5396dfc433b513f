import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import checklist from '../../resources/law/checklist.json' with { type: 'json' }
import law from '../../resources/law/criminal.json' with { type: 'json' }
import { failureWords } from '../../src/shared/messages/en/failure.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser, root } from './harness/browser.ts'
import {
  accessibilityFindings,
  rememberedFields,
  sidewaysScrolling,
  textsOutsideTheCatalogues,
} from './harness/judge-screen.ts'
import { openWindow } from './harness/open-window.ts'
import { wordsIn } from './harness/words.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { receivedBundle, withOneBitTurned } from './harness/received-bundles.ts'
import { tour, type Received } from './tour.ts'

let received: Received

beforeAll(async () => {
  const folder = await temporaryFolder()
  const { zip, fingerprint } = await receivedBundle(folder)
  received = { intact: zip, changed: await withOneBitTurned(zip, join(folder, 'changed.zip')), fingerprint }
}, 240_000)

/** Otherwise the dark scheme is judged for contrast, with the pseudo-language; every combination in the long run. */
const looks = [
  { language: 'zh', scheme: 'light' },
  ...(process.env['SOAK']
    ? ([
        { language: 'en', scheme: 'dark' },
        { language: 'zh', scheme: 'dark' },
        { language: 'en', scheme: 'light' },
      ] as const)
    : []),
] as const

test.skipIf(!browser).each(looks)(
  'every screen can be used by everybody and remembers nothing ($language, $scheme)',
  async ({ language, scheme }) => {
    const folder = join(root, 'out', 'screens', `${language}-${scheme}`)
    await mkdir(folder, { recursive: true })
    const window = await openWindow({ scheme })
    const say = await wordsIn(language)
    await new WelcomePage(window.page, say).choose(language)
    const found = new Findings()
    await tour(window, say, received, async (screen) => {
      await standStill(window.page)
      await window.page.screenshot({ path: join(folder, `${screen}.png`) })
      found.add(screen, await accessibilityFindings(window.page))
      found.add(screen, await rememberedFields(window.page))
    })
    expect(found.lines()).toEqual([])
  },
  300_000,
)

test.skipIf(!browser)(
  'at 200 % zoom no form has to be scrolled sideways',
  async () => {
    const folder = join(root, 'out', 'screens', 'zoomed')
    await mkdir(folder, { recursive: true })
    const window = await openWindow({ size: { width: 640, height: 360 } })
    const found = new Findings()
    await tour(window, await wordsIn('zh'), received, async (screen) => {
      await standStill(window.page)
      await window.page.screenshot({ path: join(folder, `${screen}.png`) })
      found.add(screen, await sidewaysScrolling(window.page))
    })
    expect(found.lines()).toEqual([])
  },
  300_000,
)

test.skipIf(!browser)(
  'every text of the window comes from the catalogues, and can be read in the dark scheme',
  async () => {
    const folder = join(root, 'out', 'screens', 'pseudo-dark')
    await mkdir(folder, { recursive: true })
    const window = await openWindow({
      scheme: 'dark',
      before: (page) =>
        page.addInitScript(() => {
          localStorage.setItem('preferences', localStorage.getItem('preferences') ?? '{"language":"pseudo"}')
        }),
    })
    const found = new Findings()
    await tour(window, await wordsIn('pseudo'), received, async (screen) => {
      await standStill(window.page)
      await window.page.screenshot({ path: join(folder, `${screen}.png`) })
      found.add(
        screen,
        (await textsOutsideTheCatalogues(window.page)).filter(
          (text) =>
            !ownWords.test(text) &&
            !namesOfTheLaw.has(text) &&
            !isFailure(text) &&
            // What was found in originals is said by the sentences of the engine, beside digests and names.
            !(screen.startsWith('17-') && isFound(text)),
        ),
      )
      found.add(screen, await accessibilityFindings(window.page, ['color-contrast']))
    })
    expect(found.lines()).toEqual([])
  },
  300_000,
)

/** Names, numbers and file names of the sample; keys, formats, units, programs; names the law data gives. */
const ownWords = new RegExp(
  [
    '^(SPECIMEN-2026-001|CASE-\\d{8}-\\d+|EXAMPLA.*|Ctrl|Esc|Enter|Alt|Shift|Del(ete)?|F2|Space|Tab|English|zzzz|not a code!)$',
    '^[\\d.,\\s]+(bytes|[KMGT]iB)$',
    '^(SHA-256|SHA-512|SM3|PDF|JPEG|PNG|MP4|CSV|DOCX|Word|MIT)$',
    '^[0-9a-f]{8,128}$',
    '^(RSA-\\d+|EC-P\\d+)$',
    '^-----BEGIN CERTIFICATE',
    '\\.(pdf|jpg|png|csv|mp4|docx|p12)$',
    '\\.(pdf|zip|jpg|png|csv|mp4|docx)( ·)?$',
    '^\\d[0-9A-Z]{5}$',
    '^(Evidence|Identity and authority)( \\d+)?$',
    '2026-13-40|not a code!',
    // antd's own icons, inside lists and fields.
    '^(down|close-circle|ellipsis|Clear)$',
    'Mozilla/',
    'CN-\\d{4}-\\d\\d',
  ].join('|'),
)
/** Sentences of failures are those of the command line too, and have no pseudo-language; they are told cut short. */
const isFailure = (text: string) => Object.values(failureWords).some((words) => words.startsWith(text))
const isFound = (text: string) =>
  /^(E\d{3}.*|“E\d{3}” .*|([0-9a-f]{8} ?)+|\d{4}-\d\d-\d\d \d\d:\d\d|Throw-away.*|一次性密钥.*)$/.test(text)
const namesOfTheLaw = new Set([...law.crimes, ...law.evidenceKinds, ...checklist.rules].map(({ en }) => en))

/** The same finding on many screens is one finding. */
class Findings {
  readonly #screens = new Map<string, string[]>()

  add(screen: string, findings: readonly string[]): void {
    for (const finding of new Set(findings)) {
      this.#screens.set(finding, [...(this.#screens.get(finding) ?? []), screen])
    }
  }

  lines(): string[] {
    return [...this.#screens].map(([finding, screens]) => `${finding} on ${screens.join(', ')}`)
  }
}

/** Waits until nothing moves any more. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(finite.map((animation) => animation.finished))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}
