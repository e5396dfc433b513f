import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { twelveFiles } from './harness/evidence-files.ts'
import { savedPaths } from './harness/pickers.ts'
import { ownCase, typeOwnCase } from './own-case.ts'
import { sceneOf, withOwnCase, type Scene } from './steps.ts'

test.skipIf(!browser)('the same in English: case, files, order, lock, restart, case folder', async () => {
  let scene: Scene = await withOwnCase('en')
  const { window, say } = scene
  expect(await window.page.evaluate(() => document.documentElement.lang)).toBe('en')
  await typeOwnCase(scene.case)
  await scene.case.goTo('evidence')
  await scene.evidence.choose((await twelveFiles()).slice(0, 3))
  await scene.evidence.hasItems(3)
  const names = await scene.evidence.names()
  await scene.evidence.rows.first().click()
  await scene.evidence.tool('down').click()
  await eventually(() => scene.evidence.names()).toEqual([names[1], names[0], names[2]])
  await scene.vault.lock()
  const place = new URL(window.page.url()).hash
  await window.quit()
  await window.start(place)
  scene = sceneOf(window, say)
  await scene.vault.unlock()
  await scene.evidence.hasItems(3)
  await scene.case.menu('saveFolder')
  const name = `${ownCase.caseCode}_${ownCase.brand}`
  await scene.frame.notice(say('cases', 'savedFolder', { name, count: 3 })).waitFor()
  expect(await savedPaths(window.page)).toContain(`${name}/case.json`)
})
