import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { answerPickers } from '../../tests/window/harness/pickers.ts'
import { wordsIn } from '../../tests/window/harness/words.ts'
import { BundlePage } from '../../tests/window/pages/bundle-page.ts'
import { CasePage } from '../../tests/window/pages/case-page.ts'
import { FramePage } from '../../tests/window/pages/frame-page.ts'
import { VaultPage } from '../../tests/window/pages/vault-page.ts'
import { WelcomePage } from '../../tests/window/pages/welcome-page.ts'
import { findCorpus, makeCorpus } from '../corpora/corpora.ts'
import { measureNode } from '../measured-process.ts'
import { longestWaits, watchAnswering } from './answering.ts'
import type { Memory, RendererMemory } from './renderer-memory.ts'

const longest = 10 * 60_000

export interface BundleFigures {
  readonly cliSeconds: number
  readonly buildSeconds: number
  readonly saveSeconds: number
  readonly stallMs: number
  readonly taskMs: number
  readonly previewPeak: Memory
  readonly buildPeak: Memory
  readonly savePeak: Memory
}

/**
 * Builds and saves the case of 300 files, 2,000 pages and 346 MB in the window, and the same by the command line. The
 * page is one of a new profile.
 */
export async function measureBundle(
  context: BrowserContext,
  address: string,
  memory: RendererMemory,
): Promise<BundleFigures> {
  const corpus = (await findCorpus('pdf')) ?? (await makeCorpus('pdf').then(() => findCorpus('pdf')))
  if (!corpus) throw new Error('no corpus')
  const out = mkdtempSync(join(tmpdir(), 'dossier-bench-bundle-'))
  let cliSeconds: number
  try {
    cliSeconds = (await measureNode('scripts/dossier.mjs', ['build', corpus.folder, '--out', out])).seconds
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
  await answerPickers(context)
  const page = await context.newPage()
  page.setDefaultTimeout(longest)
  const say = await wordsIn('zh')
  await page.goto(address)
  const frame = new FramePage(page, say)
  const welcome = new WelcomePage(page, say)
  const vault = new VaultPage(page, say)
  const bundle = new BundlePage(page, say)
  const choosing = page.waitForEvent('filechooser')
  await welcome.way('openFolder').click()
  await (await choosing).setFiles(corpus.folder)
  await vault.create()
  await new CasePage(page, say).field('field.brand').waitFor()
  await bundle.open()
  await bundle.previewed()
  await watchAnswering(page)
  const previewPeak = memory.takePeak()
  const build = performance.now()
  await bundle.build()
  await bundle.result.waitFor({ timeout: longest })
  const buildSeconds = (performance.now() - build) / 1000
  const buildPeak = memory.takePeak()
  const save = performance.now()
  await bundle.save('zip')
  await frame.notices.getByText(say('bundle', 'saved.zip')).waitFor({ timeout: longest })
  const saveSeconds = (performance.now() - save) / 1000
  const { stall, task } = await longestWaits(page)
  const savePeak = memory.takePeak()
  return {
    cliSeconds,
    buildSeconds,
    saveSeconds,
    stallMs: stall,
    taskMs: task,
    previewPeak,
    buildPeak,
    savePeak,
  }
}
