import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier } from '../cli/run-dossier.ts'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { twelveFiles } from './harness/evidence-files.ts'
import { savedPaths, writeSaved } from './harness/pickers.ts'
import { coloursOf } from './harness/pixels.ts'
import law from '../../resources/law/criminal.json' with { type: 'json' }
import { ownCase, typeOwnCase } from './own-case.ts'
import { firstRun, sceneOf } from './steps.ts'

const documentaryEvidence = law.evidenceKinds.find(({ id }) => id === 'documentary')!.zh
const caseFolder = `${ownCase.caseCode}_${ownCase.brand}`
const folder = await temporaryFolder()
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface SavedCase {
  readonly brand: string
  readonly groups: readonly { readonly items: readonly { readonly name: string; readonly file: string }[] }[]
}

test.skipIf(!browser)(
  'first run, sample, passphrase, own case, twelve files, order, details, previews, lock, power cut, case folder, bundle',
  async () => {
    let scene = await firstRun('zh')
    const { window, say } = scene
    const files = await twelveFiles()

    // The sample can be looked at before anything is stored.
    await scene.welcome.way('lookAtSample').click()
    await scene.case.heading.waitFor()
    await scene.frame.banner.waitFor()
    await scene.case.goTo('evidence')
    await scene.evidence.hasItems(19)

    // The first action that stores something asks for a passphrase.
    await scene.frame.goTo('cases')
    await scene.frame.blankCase()
    await scene.vault.create()
    await scene.case.field('field.brand').waitFor()
    await typeOwnCase(scene.case)
    expect(await scene.case.field('field.notice.receivedOn').inputValue()).toBe(ownCase.receivedOn)

    await scene.case.goTo('evidence')
    await scene.evidence.drop(files)
    await scene.evidence.hasItems(12)
    const before = await scene.evidence.names()
    expect(before).toHaveLength(12)

    // By button, by keyboard, by dragging: labels always follow the order.
    await scene.evidence.rows.nth(0).click()
    await scene.evidence.tool('down').click()
    const swapped = [before[1], before[0], ...before.slice(2)]
    await eventually(() => scene.evidence.names()).toEqual(swapped)
    await scene.evidence.row(before[11]!).click()
    await window.page.keyboard.press('Alt+ArrowUp')
    const lifted = [...swapped.slice(0, 10), before[11], before[10]]
    await eventually(() => scene.evidence.names()).toEqual(lifted)
    const from = (await scene.evidence.row(before[4]!).boundingBox())!
    const onto = (await scene.evidence.row(before[2]!).boundingBox())!
    await window.page.mouse.move(from.x + 120, from.y + from.height / 2)
    await window.page.mouse.down()
    await window.page.mouse.move(from.x + 120, from.y - 20, { steps: 5 })
    await window.page.mouse.move(onto.x + 120, onto.y + 4, { steps: 10 })
    await window.page.mouse.up()
    const dragged = [before[1], before[0], before[4], before[2], before[3], ...lifted.slice(5)]
    await eventually(() => scene.evidence.names()).toEqual(dragged)
    expect((await scene.evidence.order()).map(({ label }) => label)).toEqual(
      dragged.map((_, index) => `E${String(index + 1).padStart(3, '0')}`),
    )

    // Undo and redo.
    await window.page.keyboard.press('Control+z')
    await eventually(() => scene.evidence.names()).toEqual(lifted)
    await window.page.keyboard.press('Control+Shift+z')
    await eventually(() => scene.evidence.names()).toEqual(dragged)

    // Details, of all items at once and of one.
    await scene.evidence.rows.first().click()
    await window.page.keyboard.press('Control+a')
    await scene.evidence.pick('field.kind', documentaryEvidence)
    await scene.evidence.pick('field.form', say('evidence', 'form.copy'))
    await scene.evidence.field('field.source').fill('权利人提供')
    await scene.evidence.field('field.purpose').fill('证明被控商品与正品不同')
    await scene.evidence.row(before[0]!).click()
    await scene.evidence.tab('details')
    await scene.evidence.field('field.name').fill('公证购买的外包装照片')
    await scene.evidence.field('field.source').fill('权利人于江城公证处购买')
    await scene.evidence.pick('field.form', say('evidence', 'form.original'))
    await scene.evidence.pane.getByText(say('evidence', 'remarks.printed')).waitFor()
    // A source that names the holder: said under the kind, and mended there.
    await scene.evidence.pick('field.kind', '鉴定意见')
    const hint = scene.evidence.pane.locator('[data-wording="鉴定意见"]')
    await hint.getByRole('button', { name: /被害人陈述/ }).press('Enter')
    await hint.waitFor({ state: 'hidden' })
    await scene.evidence.pick('field.kind', documentaryEvidence)
    await scene.case.saved()
    await eventually(() => scene.evidence.names()).toContain('公证购买的外包装照片')

    // Previews of a PDF and of an image.
    for (const name of ['Potential Energy PDF', '88cbd5-flying-pig']) {
      if (!before.includes(name)) continue
      await scene.evidence.row(name).click()
      await scene.evidence.tab('preview')
      const canvas = scene.evidence.pane.locator('canvas').first()
      await canvas.waitFor()
      await eventually(() => coloursOf(canvas)).toBeGreaterThan(3)
    }

    // Locked and unlocked at the same place.
    const place = window.page.url()
    await scene.vault.lock()
    await scene.vault.unlock()
    await scene.evidence.hasItems(12)
    expect(window.page.url()).toBe(place)

    // A power cut.
    const order = await scene.evidence.names()
    await window.kill()
    await window.start(new URL(place).hash)
    scene = sceneOf(window, say)
    await scene.vault.unlock()
    await scene.evidence.hasItems(12)
    expect(await scene.evidence.names()).toEqual(order)
    await scene.case.goTo('overview')
    await eventually(() => scene.case.field('field.notice.office').inputValue()).toBe(ownCase.office)

    // Out as a case folder, which the command line takes.
    await scene.case.menu('saveFolder')
    await scene.frame.notice(say('cases', 'savedFolder', { name: caseFolder, count: 12 })).waitFor()
    const paths = await writeSaved(window.page, folder)
    const saved = JSON.parse(await readFile(join(folder, caseFolder, 'case.json'), 'utf8')) as SavedCase
    const items = saved.groups.flatMap((group) => group.items)
    expect(saved.brand).toBe(ownCase.brand)
    expect(items.map((item) => item.name)).toEqual(order)
    const originals = await Promise.all(files.map(async (path) => sha256(await readFile(path))))
    const written = await Promise.all(
      items.map(async (item) => sha256(await readFile(join(folder, caseFolder, item.file)))),
    )
    expect([...written].sort()).toEqual([...originals].sort())
    const check = await dossier(folder, 'check', caseFolder, '--json')
    expect(`${check.code} ${check.err}`).toMatch(/^0/)
    const build = await dossier(folder, 'build', caseFolder, '--draft', '--out', join(folder, 'bundle'))
    expect(`${build.err}${build.code}`).toMatch(/0$/)

    // In again as another case, and out again: the same bytes.
    await scene.frame.openFolder(join(folder, caseFolder))
    await scene.case.field('field.brand').waitFor()
    expect(await scene.case.field('field.brand').inputValue()).toBe(ownCase.brand)
    await scene.case.menu('saveFolder')
    await scene.frame.notice(say('cases', 'savedFolder', { name: `${caseFolder} (2)`, count: 12 })).waitFor()
    expect(await savedPaths(window.page)).toHaveLength(paths.length * 2)
    const again = await temporaryFolder()
    const second = (await writeSaved(window.page, again)).filter((path) => !path.startsWith(`${caseFolder}/`))
    for (const path of second) {
      const [copy, ...rest] = path.split('/')
      expect(copy).not.toBe(caseFolder)
      const bytes = await readFile(join(again, path))
      expect(sha256(bytes), basename(path)).toBe(sha256(await readFile(join(folder, caseFolder, ...rest))))
    }
  },
  180_000,
)
