import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier } from '../cli/run-dossier.ts'
import { browser } from './harness/browser.ts'
import { savedPaths, writeSaved } from './harness/pickers.ts'
import { firstRun } from './steps.ts'

test.skipIf(!browser)(
  'the sample becomes a bundle: preview, build, save, verified by the command line',
  async () => {
    const scene = await firstRun('zh')
    const { bundle, say, window } = scene
    await scene.welcome.way('lookAtSample').click()
    await scene.case.heading.waitFor()
    await bundle.open()
    await bundle.previewed()
    await bundle.build()
    await scene.vault.create()
    await bundle.result.waitFor({ timeout: 120_000 })
    await window.page.screenshot({ path: 'out/screens/bundle-built.png' })
    await bundle.save('all')
    await scene.frame.notices.getByText(say('bundle', 'saved.zip')).waitFor({ timeout: 120_000 })
    const paths = await savedPaths(window.page)
    console.log(paths.slice(0, 10))
    const folder = await temporaryFolder()
    await writeSaved(window.page, folder)
    const [root] = paths[0]!.split('/')
    const zip = paths.find((path) => path.endsWith('.zip'))!
    const verdict = await dossier(folder, 'verify', join(folder, zip), '--json')
    expect(verdict.code, verdict.err + verdict.out).toBe(0)
    console.log(root, verdict.out)
  },
  240_000,
)
