import { mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Failure } from '../../src/shared/contract/failure.ts'
import { explainFailure } from '../../src/shared/messages/explain.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import limits from '../../resources/limits.json' with { type: 'json' }
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { manyFiles, sparseVideo } from './harness/evidence-files.ts'
import { cancelPickers, savedPaths } from './harness/pickers.ts'
import { sceneOf, withOwnEvidence } from './steps.ts'

const folder = await temporaryFolder()
const soak = process.env['SOAK'] === '1'

test.skipIf(!browser)('an empty file and a name of 255 bytes are taken in and told', async () => {
  const { say, evidence, rows } = await withOwnEvidence()
  const empty = join(folder, '空.pdf')
  await writeFile(empty, '')
  const long = join(folder, `${'长'.repeat(83)}zz.txt`)
  await writeFile(long, '名称很长\n')
  await evidence.choose([empty, long])
  await evidence.hasItems(2)
  await evidence.row('空').click()
  await evidence.pane.getByText(say('evidence', 'problem.empty')).waitFor()
  await evidence.pane.getByText(say('preview', 'empty.title')).waitFor()
  expect((await evidence.names()).some((name) => name.startsWith('长长长'))).toBe(true)
  expect(await rows()).toMatchObject({ items: 2, unfinished: 0, strayChunks: 0 })
})

test.skipIf(!browser)(
  'files that change or vanish while they wait are told; the others are taken in',
  async () => {
    const { window, say, evidence, rows } = await withOwnEvidence()
    // Large enough that the others wait behind it.
    const first = await sparseVideo(join(folder, '1 video.mp4'), 200_000_000)
    const changing = join(folder, '2 changing.txt')
    const vanishing = join(folder, '3 vanishing.txt')
    const staying = join(folder, '4 staying.txt')
    for (const path of [changing, vanishing, staying]) await writeFile(path, `${path}\n`.repeat(1000))
    await evidence.choose([first, changing, vanishing, staying])
    await window.page.getByRole('progressbar').waitFor()
    await writeFile(changing, 'something else altogether\n'.repeat(2000))
    await rm(vanishing)

    const report = window.page.getByRole('dialog')
    await report
      .getByText(explainFailure(new Failure('intake.changed', { name: '2 changing.txt' }), 'zh'))
      .waitFor()
    await report
      .getByText(explainFailure(new Failure('intake.vanished', { name: '3 vanishing.txt' }), 'zh'))
      .waitFor()
    await evidence.hasItems(2)
    expect(await rows()).toMatchObject({
      items: 2,
      contents: 2,
      unfinished: 0,
      strayChunks: 0,
    })
    // What was written to is read when it is chosen anew.
    const [chooser] = await Promise.all([
      window.page.waitForEvent('filechooser'),
      report
        .getByRole('button', { name: say('evidence', 'report.chooseOne', { file: '2 changing.txt' }) })
        .click(),
    ])
    await chooser.setFiles(changing)
    await evidence.hasItems(3)
    await report
      .getByRole('button', { name: say('evidence', 'report.close'), exact: true })
      .last()
      .click()
    await report.waitFor({ state: 'hidden' })
  },
)

test.skipIf(!browser)('a file that shrinks while it is read leaves nothing behind', async () => {
  const { window, say, evidence, rows } = await withOwnEvidence()
  const path = await sparseVideo(join(folder, 'shrinking.mp4'), 300_000_000)
  await evidence.choose([path])
  await eventually(async () => (await rows()).chunks).toBeGreaterThan(3)
  await truncate(path, 1000)
  const report = window.page.getByRole('dialog')
  await report.getByText(say('evidence', 'report.failed', { count: 1 })).waitFor()
  expect(await rows()).toMatchObject({ items: 0, contents: 0, chunks: 0 })
})

test.skipIf(!browser)('a second drop while the first runs waits for it; both are taken in', async () => {
  const { window, evidence, rows } = await withOwnEvidence()
  const first = await sparseVideo(join(folder, 'first.mp4'), 150_000_000)
  const second = join(folder, 'second.txt')
  await writeFile(second, 'second\n')
  await evidence.drop([first])
  await window.page.getByRole('progressbar').waitFor()
  await evidence.drop([second])
  await evidence.hasItems(2)
  expect(await rows()).toMatchObject({ items: 2, contents: 2, unfinished: 0 })
})

test.skipIf(!browser)(
  'locking asks while files are taken in; without an answer it waits for them',
  async () => {
    const { window, say, evidence, vault, rows } = await withOwnEvidence()
    await evidence.choose([await sparseVideo(join(folder, 'long.mp4'), 300_000_000)])
    await eventually(async () => (await rows()).chunks).toBeGreaterThan(0)
    await window.page.keyboard.press('Control+l')
    const question = window.page.getByRole('dialog')
    await question.getByText(say('jobs', 'kind.take-in')).waitFor()
    await vault.lockedHeading.waitFor()
    await vault.unlock()
    await evidence.hasItems(1)
    expect(await rows()).toMatchObject({ items: 1, contents: 1, unfinished: 0 })
  },
)

test.skipIf(!browser)('more files than a case may have are refused at once, none is taken in', async () => {
  const { evidence, frame, rows } = await withOwnEvidence()
  const count = soak ? 10_000 : limits.maxItems + 1
  const many = join(folder, 'many')
  await mkdir(many)
  await manyFiles(many, count)
  await evidence.drop([many])
  const sentence = explainFailure(new Failure('intake.too-many', { count, limit: limits.maxItems }), 'zh')
  await frame.notice(sentence).waitFor({ timeout: 60_000 })
  expect(await rows()).toMatchObject({ items: 0, contents: 0 })
})

test.skipIf(!browser)('a folder is asked about before it is taken in, and becomes a group', async () => {
  const { window, say, evidence, rows } = await withOwnEvidence()
  const photos = join(folder, '现场照片')
  await mkdir(photos)
  await manyFiles(photos, 5)
  await writeFile(join(photos, '.DS_Store'), 'left by the system')
  await evidence.drop([photos])
  const question = window.page.getByRole('dialog')
  await question.getByRole('button', { name: say('evidence', 'cancel') }).click()
  await question.waitFor({ state: 'hidden' })
  expect(await rows()).toMatchObject({ items: 0 })
  await evidence.drop([photos])
  await question.getByRole('button', { name: say('evidence', 'question.ok', { count: 5 }) }).click()
  await evidence.hasItems(5)
  await window.page
    .getByRole('treeitem', { name: say('evidence', 'group.described', { name: '现场照片', count: 5 }) })
    .waitFor()
})

test.skipIf(!browser)('cancelled dialogs change nothing and say nothing', async () => {
  const { window, say, evidence, frame, case: page } = await withOwnEvidence()
  const path = join(folder, 'one.txt')
  await writeFile(path, 'one\n')
  await evidence.choose([path])
  await evidence.hasItems(1)
  await frame.notices
    .getByRole('button', { name: say('frame', 'close') })
    .first()
    .click()
  await cancelPickers(window.page)
  await page.menu('saveFolder')
  await evidence.rows.first().click()
  await evidence.tool('takeOut').click()
  await eventually(() => frame.notices.locator('.notice').count()).toBe(0)
  expect(await savedPaths(window.page)).toEqual([])

  await cancelPickers(window.page, false)
  await evidence.tool('takeOut').click()
  await frame.notice(say('evidence', 'takenOut', { count: 1 })).waitFor()
  expect(await savedPaths(window.page)).toEqual(['one.txt'])
})

test.skipIf(!browser)('a full register is told with the file that did not fit; the others stay', async () => {
  let quotaSize: number | undefined = 40_000_000
  const { window, say, evidence, rows } = await withOwnEvidence('zh', {
    // The browser remembers for half a minute how much room there is: it is told before it asks.
    before: async (page, origin) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Storage.overrideQuotaForOrigin', {
        origin: `${origin}/`,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      })
    },
  })
  const small = join(folder, 'small.txt')
  await writeFile(small, 'small\n')
  await evidence.choose([small])
  await evidence.hasItems(1)
  const large = await sparseVideo(join(folder, 'large.mp4'), 120_000_000)
  await evidence.choose([large])
  const report = window.page.getByRole('dialog')
  await report
    .getByText(explainFailure(new Failure('register.full', { name: 'large.mp4' }), 'zh'))
    .waitFor({ timeout: 60_000 })
  expect(await rows()).toMatchObject({ items: 1, contents: 1, unfinished: 0, strayChunks: 0 })

  // With room again everything goes on.
  quotaSize = undefined
  const place = new URL(window.page.url()).hash
  await window.quit()
  await window.start(place)
  const later = sceneOf(window, say)
  await later.vault.unlock()
  await later.evidence.choose([large])
  await later.evidence.hasItems(2)
})

test.skipIf(!browser)(
  'a large video is taken in while the window goes on answering',
  async () => {
    const { window, evidence, rows } = await withOwnEvidence()
    const bytes = soak ? 3_000_000_000 : 300_000_000
    const path = await sparseVideo(join(folder, 'large video.mp4'), bytes)
    await window.page.evaluate(() => {
      const watch = { longest: 0 }
      Object.assign(globalThis, { watch })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) watch.longest = Math.max(watch.longest, entry.duration)
      }).observe({ type: 'longtask' })
    })
    await evidence.choose([path])
    await evidence.hasItems(1, soak ? 600_000 : 60_000)
    const longest = await window.page.evaluate(
      () => (globalThis as unknown as { watch: { longest: number } }).watch.longest,
    )
    console.log(`longest task while taking in ${bytes / 1e6} MB: ${Math.round(longest)} ms`)
    expect(await rows()).toMatchObject({ items: 1, unfinished: 0, strayChunks: 0 })
  },
  soak ? 900_000 : 120_000,
)
