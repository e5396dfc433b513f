import { appendFile, copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser, root } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { languagesOfThisRun } from './harness/languages.ts'
import { savedPaths } from './harness/pickers.ts'
import { ownCase } from './own-case.ts'
import { HoldersPage } from './pages/holders-page.ts'
import { withOwnCase } from './steps.ts'

const licence = '营业执照'
const authority = '授权委托书'

async function twoScans(): Promise<string[]> {
  const folder = await temporaryFolder()
  const sample = join(root, 'resources', 'sample')
  const files = [join(folder, `01_${licence}.jpg`), join(folder, `02_${authority}.pdf`)]
  await copyFile(join(sample, '01_营业执照副本.jpg'), files[0]!)
  await copyFile(join(sample, '03_授权委托书.pdf'), files[1]!)
  // The sample has the same papers, and would be asked about too.
  for (const file of files) await appendFile(file, '\n% another copy\n')
  return files
}

test.skipIf(!browser).each(languagesOfThisRun)(
  'a holder kept once comes into a case with its valid papers, and a new paper goes to open cases alone (%s)',
  async (language) => {
    const scene = await withOwnCase(language)
    const { window, say, frame, case: page } = scene
    const { page: tab } = window
    const { keyboard } = tab
    const holders = new HoldersPage(tab, say)
    const press = (locator: ReturnType<typeof holders.button>) => locator.press('Enter')
    const cases: string[] = []
    const caseId = () => /cases\/([^/]+)/.exec(tab.url())?.[1] ?? ''
    cases.push(caseId())
    await page.field('field.caseCode').fill('HMS-1')
    await page.saved()

    // The profile, typed and stored.
    await tab.getByRole('link', { name: say('frame', 'holders'), exact: true }).press('Enter')
    // A double click is one holder.
    await holders.button('newHolder').evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await holders.profileField('field.rightHolders.nameZh').focus()
    await keyboard.type(ownCase.holder)
    await holders.profileField('field.rightHolders.registrationNumber').focus()
    await keyboard.type(ownCase.holderNumber)
    await tab.getByRole('heading', { level: 1, name: ownCase.holder }).waitFor()

    // Two papers by drop; their names say what they are.
    await holders.drop(await twoScans())
    await frame.notice(say('library', 'takenIn', { count: 2 })).waitFor()
    await eventually(() => holders.paperRows.count()).toBe(2)
    const pane = await holders.openPaper(licence)
    await holders.field('field.name', pane).waitFor()
    await holders.field('field.validTo', pane).focus()
    await keyboard.type('2099.1.31')
    await keyboard.press('Tab')
    await eventually(() => holders.field('field.validTo', pane).inputValue()).toBe('2099-01-31')
    await page.saved()
    await pane.locator('canvas').first().waitFor()
    // What is kept is there again when the window comes again.
    await scene.vault.lock()
    await scene.vault.unlock()
    await holders.paperRows.filter({ hasText: '2099-01-31' }).waitFor()

    // Into two cases.
    for (const code of ['HMS-1', 'HMS-2']) {
      await tab.getByRole('link', { name: say('frame', 'cases'), exact: true }).press('Enter')
      if (code === 'HMS-2') {
        await keyboard.press('Alt+n')
        await page.field('field.caseCode').fill(code)
        await page.saved()
        cases.push(caseId())
      } else {
        await tab.locator('[data-row]').filter({ hasText: code }).click()
        await keyboard.press('Enter')
      }
      await press(holders.button('holderFromLibrary'))
      await holders.dialog('pickHolder').getByRole('radio').waitFor()
      await press(holders.button('pickHolderOk', holders.dialog('pickHolder')))
      await frame
        .notice(say('library', 'holderTaken', { name: ownCase.holder, count: 2 }))
        .last()
        .waitFor()
      await eventually(() =>
        page.field('field.rightHolders.nameZh', page.part('part.rightHolders')).inputValue(),
      ).toBe(ownCase.holder)
      await page.goTo('evidence')
      await scene.evidence.hasItems(2)
    }
    // One step back takes both the holder and the papers out, and once more brings them.
    await keyboard.press('Control+z')
    await scene.evidence.hasItems(0)
    await keyboard.press('Control+Shift+z')
    await scene.evidence.hasItems(2)
    expect(await scene.evidence.names()).toEqual([licence, authority])

    // The second case is closed; only the first one is asked about, and changed.
    await page.goTo('overview')
    await page.menu('close')
    await window.page.getByRole('button', { name: say('cases', 'closingWaive') }).click()
    await window.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await tab.getByRole('link', { name: say('frame', 'holders'), exact: true }).press('Enter')
    await eventually(() => holders.holderRows.count()).toBe(1)
    await holders.holderRows.first().click()
    await keyboard.press('Enter')
    const old = await holders.openPaper(licence)
    const folder = await temporaryFolder()
    const newer = join(folder, `${licence}(2026).jpg`)
    await copyFile(join(root, 'resources', 'sample', '05_商标注册证_第00000001号.jpg'), newer)
    const [chooser] = await Promise.all([
      tab.waitForEvent('filechooser'),
      press(holders.button('replace', old)),
    ])
    await chooser.setFiles(newer)
    const question = holders.dialog('replaceTitle')
    await question.getByRole('checkbox').waitFor()
    await eventually(() => question.getByRole('checkbox').count()).toBe(1)
    expect(await question.textContent()).toContain('HMS-1')
    await keyboard.press('Enter')
    await frame.notice(say('library', 'replacedIn', { count: 1 })).waitFor()
    await question.waitFor({ state: 'hidden' })
    await holders.paperRows.filter({ hasText: `${licence}(2026)` }).waitFor()
    await eventually(() => holders.paperRows.count()).toBe(2)
    for (const [id, name] of [
      [cases[0], `${licence}(2026)`],
      [cases[1], licence],
    ] as const) {
      await tab.evaluate((hash) => (location.hash = hash), `#/cases/${id}/evidence`)
      await scene.evidence.row(name).waitFor()
      await scene.evidence.hasItems(2)
    }
    expect(cases[0]).not.toBe(cases[1])

    // A case folder has the files as it has any other.
    await page.menu('saveFolder')
    await eventually(async () => (await savedPaths(tab)).length).toBe(3)
  },
  240_000,
)

test.skipIf(!browser)(
  'papers that fit come first with what speaks against them, and a holder of a case is kept with its rights',
  async () => {
    const scene = await withOwnCase('zh')
    const { window, say, frame, case: page } = scene
    const holders = new HoldersPage(window.page, say)
    const holder = await page.add('rightHolders')
    await page.field('field.rightHolders.nameZh', holder).fill(ownCase.holder)
    const right = await page.add('rights')
    await page.field('field.right.mark', right).fill(ownCase.right)
    await page.saved()
    const here = window.page.url()
    await holders.button('keepHolder').press('Enter')
    await frame.notice(say('library', 'keptHolder', { name: ownCase.holder })).waitFor()
    await holders.button('inLibrary', page.part('part.rightHolders')).press('Enter')
    expect(await holders.profileField('field.right.mark').inputValue()).toBe(ownCase.right)

    await holders.drop(await twoScans())
    const pane = await holders.openPaper(authority)
    await holders.field('field.validTo', pane).fill('2020-01-31')
    await pane.getByText(say('library', 'warning.expired.submission', { date: '2020-01-31' })).waitFor()
    await page.saved()
    await window.page.evaluate((hash) => (location.hash = hash), new URL(here).hash)

    await holders.button('papersFromLibrary').press('Enter')
    const dialog = holders.dialog('pickPapers')
    const choices = dialog.getByRole('checkbox')
    await choices.first().waitFor()
    const checked = () => Promise.all([choices.nth(0).isChecked(), choices.nth(1).isChecked()])
    expect((await checked()).toSorted()).toEqual([false, true])
    expect(await dialog.getByRole('checkbox', { name: new RegExp(licence) }).isChecked()).toBe(true)
    await dialog.getByText(say('library', 'warning.expired.submission', { date: '2020-01-31' })).waitFor()
    await dialog.getByRole('checkbox', { name: new RegExp(authority) }).press('Space')
    await holders.button('pickPapersOk', dialog, { count: 2 }).press('Enter')
    await frame.notice(say('library', 'attached', { count: 2 })).waitFor()
    await page.goTo('evidence')
    await scene.evidence.hasItems(2)

    // A notice that is recorded with the holder says which paper stayed out, and why.
    await window.page.keyboard.press('Alt+Shift+N')
    const record = window.page.getByRole('dialog', { name: say('notice', 'recordTitle') })
    await record.getByRole('textbox', { name: say('notice', 'office') }).fill('示例县人民检察院')
    await record.getByRole('textbox', { name: say('notice', 'brand') }).fill('霜叶')
    await record.getByRole('combobox', { name: say('notice', 'holder') }).click()
    await window.page.locator('.ant-select-item-option').getByText(ownCase.holder, { exact: true }).click()
    await record.getByRole('button', { name: say('notice', 'recordOk') }).click()
    await record.waitFor({ state: 'hidden' })
    await frame.notice(say('library', 'leftOut.expired', { name: authority, date: '2020-01-31' })).waitFor()
  },
  120_000,
)

test.skipIf(!browser)(
  'a file that is there already is told and not kept twice; what is removed leaves its cases whole',
  async () => {
    const scene = await withOwnCase('zh')
    const { window, say, frame } = scene
    const holders = new HoldersPage(window.page, say)
    await frame.goTo('holders')
    await holders.button('newHolder').first().click()
    const files = await twoScans()
    await holders.drop(files)
    await frame.notice(say('library', 'takenIn', { count: 2 })).waitFor()
    const note = join(await temporaryFolder(), 'price list.txt')
    await writeFile(note, 'prices')
    await holders.drop([files[0]!, note])
    await frame.notice(say('library', 'takenIn', { count: 1 })).waitFor()
    await frame.notice(say('library', 'takenInKnown', { count: 1 })).waitFor()
    const pane = await holders.openPaper('price list')
    await holders.button('archive', pane).click()
    await eventually(() => holders.paperRows.count()).toBe(2)
    await holders.papers.getByRole('checkbox').press('Space')
    await eventually(() => holders.paperRows.count()).toBe(3)
    const again = await holders.openPaper('price list')
    await holders.button('remove', again).click()
    await window.page
      .getByRole('dialog')
      .getByRole('button', { name: say('library', 'removeNow'), exact: true })
      .click()
    await frame.notice(say('library', 'removedDone', { name: 'price list' })).waitFor()
    await eventually(() => holders.paperRows.count()).toBe(2)

    await holders.button('removeHolder').click()
    const question = window.page.getByRole('dialog')
    await question.getByRole('textbox').fill(say('frame', 'erase.word'))
    await question.getByRole('button', { name: say('frame', 'erase.now') }).click()
    await window.page.getByText(say('library', 'emptyTitle')).waitFor()
  },
  120_000,
)
