import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { manyFiles, sparseVideo } from './harness/evidence-files.ts'
import { ownCase } from './own-case.ts'
import { sceneOf, withOwnCase, withOwnEvidence } from './steps.ts'

const folder = await temporaryFolder()

test.skipIf(!browser)('a reload in the middle of typing keeps what was typed', async () => {
  const { window, vault, case: page } = await withOwnCase()
  await page.field('field.brand').fill(ownCase.brand)
  await page.field('field.notice.office').pressSequentially(ownCase.office)
  // The field still has the focus.
  await page.saved()
  await window.page.reload()
  await vault.unlock()
  await eventually(() => page.field('field.notice.office').inputValue()).toBe(ownCase.office)
  expect(await page.field('field.brand').inputValue()).toBe(ownCase.brand)
})

test.skipIf(!browser)('closing the window in the middle of typing keeps what was typed', async () => {
  const scene = await withOwnCase()
  const { window, say } = scene
  const place = new URL(window.page.url()).hash
  await scene.case.field('field.notice.office').pressSequentially(ownCase.office)
  await scene.case.saved()
  await window.quit()
  await window.start(place)
  const later = sceneOf(window, say)
  await later.vault.unlock()
  await eventually(() => later.case.field('field.notice.office').inputValue()).toBe(ownCase.office)
})

// A kill is the harder end; a reload as well in the long run.
const ends = process.env['SOAK'] === '1' ? (['reload', 'kill'] as const) : (['kill'] as const)

test.skipIf(!browser).each(ends)(
  'a %s in the middle of taking in keeps what was stored, whole, and nothing half-made',
  async (end) => {
    const scene = await withOwnEvidence()
    const { window, say, rows } = scene
    const videos = await Promise.all(
      [1, 2, 3, 4].map((number) => sparseVideo(join(folder, `${end} ${number}.mp4`), 90_000_000 + number)),
    )
    await scene.case.goTo('overview')
    await scene.case.field('field.brand').fill(ownCase.brand)
    await scene.case.saved()
    await scene.case.goTo('evidence')
    await scene.evidence.choose(videos)
    await window.page.getByRole('progressbar', { name: say('jobs', 'kind.take-in') }).waitFor()
    // One is stored, another is being written.
    await eventually(async () => (await rows()).contents, 60_000).toBe(2)
    await eventually(async () => (await rows()).unfinished).toBe(1)

    const place = new URL(window.page.url()).hash
    if (end === 'kill') {
      await window.kill()
      await window.start(place)
    } else await window.page.reload()
    const later = sceneOf(window, say)
    await later.vault.unlock()
    await later.evidence.grid.waitFor()
    await eventually(async () => {
      const { unfinished, strayChunks, contents, items } = await rows()
      return { unfinished, strayChunks, spare: contents - items }
    }).toEqual({ unfinished: 0, strayChunks: 0, spare: 0 })
    const kept = (await rows()).items
    await later.evidence.hasItems(kept)

    // Told once.
    const told = say('jobs', 'interrupted', { case: ownCase.brand, stored: String(kept), total: '4' })
    await later.frame.notice(told).waitFor()
    await later.vault.lock()
    await later.vault.unlock()
    await later.evidence.hasItems(kept)
    expect(await later.frame.notice(told).count()).toBeLessThanOrEqual(1)
    await window.page.reload()
    await later.vault.unlock()
    await later.evidence.hasItems(kept)
    expect(await later.frame.notice(told).count()).toBe(0)

    // What is missing can be taken in again; what is there is told as known.
    await later.evidence.choose(videos)
    const report = window.page.getByRole('dialog')
    if (kept > 0) {
      await report.getByRole('button', { name: say('evidence', 'report.closeSkip') }).click()
    }
    await later.evidence.hasItems(4)
  },
  120_000,
)

test.skipIf(!browser)('a job can be stopped; what is in stays, the rest is not half there', async () => {
  const { window, say, evidence, rows } = await withOwnEvidence()
  await manyFiles(folder, 150)
  const names = Array.from({ length: 150 }, (_, index) =>
    join(folder, `${String(index).padStart(5, '0')}.txt`),
  )
  const last = await sparseVideo(join(folder, 'zz last.mp4'), 400_000_000)
  await evidence.choose([...names, last])
  await window.page
    .getByRole('button', { name: say('jobs', 'cancel', { name: say('jobs', 'kind.take-in') }) })
    .click()
  await window.page.getByRole('progressbar').waitFor({ state: 'hidden' })
  const { items, unfinished, strayChunks } = await rows()
  expect({ unfinished, strayChunks }).toEqual({ unfinished: 0, strayChunks: 0 })
  expect(items).toBeLessThan(151)
  await evidence.hasItems(items)
})
