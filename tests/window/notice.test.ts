import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noticePages, textPdfOf } from '../builders/notice-pdf.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { browser, root } from './harness/browser.ts'
import { dropPaths } from './harness/drop.ts'
import { eventually } from './harness/eventually.ts'
import { languagesOfThisRun } from './harness/languages.ts'
import type { Scene } from './steps.ts'
import { withOwnCase } from './steps.ts'

const notice = async () => {
  const path = join(await temporaryFolder(), '告知书.pdf')
  await writeFile(path, await textPdfOf(noticePages))
  return path
}

const places = ({ window: { page }, say }: Scene) => ({
  drop: page.locator('[data-file-drop]'),
  proposal: (path: string) => page.locator(`[data-proposal="${path}"]`),
  button: (key: Parameters<typeof say<'notice'>>[1], facts = {}) =>
    page.getByRole('button', { name: say('notice', key, facts), exact: true }),
})

test.skipIf(!browser).each(languagesOfThisRun)(
  'a notice lies beside its form, and only what is taken comes into the case (%s)',
  async (language) => {
    const scene = await withOwnCase(language)
    const { window, say, frame, case: page } = scene
    const { drop, proposal, button } = places(scene)
    await drop.scrollIntoViewIfNeeded()
    await dropPaths(window.page, drop, [await notice()])
    await frame.notice(say('notice', 'taken', { count: 1 })).waitFor()
    await proposal('notice.office').waitFor()
    // Where each was read, and nothing is taken yet.
    await eventually(() => window.page.locator('[data-proposal]').count()).toBe(10)
    const prosecutor = (await proposal('notice.prosecutor.name').textContent()) ?? ''
    expect(prosecutor).toContain(say('notice', 'readFrom', { page: 2 }))
    expect(prosecutor).toContain('承办检察官：赵示例')
    await window.page.locator('canvas').first().waitFor()
    expect(await page.field('field.notice.office').inputValue()).toBe('')

    // What a person typed stays, and is replaced only by hand.
    await page.field('field.notice.documentNumber').fill('另一文号')
    await page.saved()
    const office = proposal('notice.office').getByRole('button')
    await office.focus()
    await window.page.keyboard.press('Enter')
    await eventually(() => page.field('field.notice.office').inputValue()).toBe('沪浦示例区人民检察院')
    // The focus is not lost with the button.
    expect(await window.page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')

    await button('takeBlank', { count: 8 }).press('Enter')
    await eventually(() => page.field('field.notice.replyDueOn').inputValue()).toBe('2026-11-30')
    expect(await page.field('field.notice.documentNumber').inputValue()).toBe('另一文号')
    expect(await proposal('notice.documentNumber').textContent()).toContain(
      say('notice', 'differs', { present: '另一文号' }),
    )
    await page.saved()
    // One step.
    await page.undo()
    await eventually(() => page.field('field.notice.replyDueOn').inputValue()).toBe('')
    await eventually(() => page.field('field.notice.office').inputValue()).toBe('沪浦示例区人民检察院')
    await page.redo()
    await eventually(() => page.field('field.notice.replyDueOn').inputValue()).toBe('2026-11-30')
    await eventually(() => page.part('part.suspects').locator('[data-entry]').count()).toBe(2)

    // The file is kept and not handed in.
    await page.goTo('evidence')
    const own = window.page.getByRole('treeitem', { name: /^(告知与往来|Notice and letters)/ })
    await own.waitFor()
    expect(await window.page.getByRole('grid').getByText('E001').count()).toBe(0)
  },
)

test.skipIf(!browser)('a photo says that it has no text', async () => {
  const scene = await withOwnCase()
  const { window, say } = scene
  const { drop } = places(scene)
  await drop.scrollIntoViewIfNeeded()
  await dropPaths(window.page, drop, [join(root, 'resources', 'sample', '01_营业执照副本.jpg')])
  await window.page.getByText(say('notice', 'noText')).waitFor()
  await window.page.locator('canvas').first().waitFor()
})

test.skipIf(!browser).each(languagesOfThisRun)(
  'a case recorded by keyboard begins with the police and goes on when the notice comes (%s)',
  async (language) => {
    const scene = await withOwnCase(language)
    const { window, say, case: page } = scene
    const { button } = places(scene)
    const { keyboard } = window.page
    await keyboard.press('Alt+Shift+N')
    const dialog = window.page.getByRole('dialog', { name: say('notice', 'recordTitle') })
    await dialog.waitFor()
    await keyboard.press('Enter')
    await dialog.getByText(say('notice', 'missing', { field: say('notice', 'brand') })).waitFor()
    await keyboard.type('示例市公安局')
    await keyboard.press('Tab')
    await keyboard.press('ArrowDown')
    const police = say('case', 'manner.police')
    const listed = window.page.locator('.ant-select-item-option')
    await listed.first().waitFor()
    const index = (await listed.allTextContents()).indexOf(police)
    for (let step = 0; step < index; step += 1) await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await dialog.getByText(say('notice', 'officePolice')).waitFor()
    await keyboard.press('Tab')
    await keyboard.press('Control+A')
    await keyboard.type('2026.11.1')
    await keyboard.press('Tab')
    await keyboard.type('鹤鸣山')
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.field('field.police.agency').waitFor()
    expect(await page.heading.textContent()).toBe('鹤鸣山')
    expect(await page.field('field.police.agency').inputValue()).toBe('示例市公安局')
    const asked = page.field('field.police.receivedOn', page.part('part.police'))
    expect(await asked.inputValue()).toBe('2026-11-01')

    await button('noticeCame').press('Enter')
    await button('noticeCame').waitFor({ state: 'hidden' })
    await page.saved()
    await eventually(() =>
      window.page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path')),
    ).toBe('notice.office')
    await page.field('field.notice.documentNumber').waitFor()
    expect(await page.field('field.police.agency').inputValue()).toBe('示例市公安局')
    await page.undo()
    await button('noticeCame').waitFor()
  },
)

test.skipIf(!browser)(
  'wording is explained where it is typed, and mended by a button that can be undone',
  async () => {
    const scene = await withOwnCase()
    const { window, say, case: page } = scene
    await page.goTo('log')
    await window.page.getByRole('button', { name: say('case', 'add.samples') }).click()
    const name = page.field('field.samples.name')
    await name.fill('我司出具的鉴定意见')
    const hint = window.page.locator('[data-wording="鉴定意见"]')
    await hint.waitFor()
    expect(await hint.textContent()).toContain('解释第97条')
    await hint.getByRole('button').press('Enter')
    await eventually(() => name.inputValue()).toBe('我司出具的权利人鉴别意见')
    await hint.waitFor({ state: 'hidden' })
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.saved()
    await page.undo()
    await eventually(() => name.inputValue()).toBe('我司出具的鉴定意见')
  },
)

test.skipIf(!browser)(
  'a case is split off for a suspect, with the groups that were chosen and no others',
  async () => {
    const scene = await withOwnCase()
    const { window, say, case: page } = scene
    const { button, drop } = places(scene)
    await page.field('field.brand').fill('鹤鸣山')
    for (const name of ['张某', '李某']) {
      await page.field('field.suspects.name', await page.add('suspects')).fill(name)
      await page.saved()
    }
    await page.saved()
    await drop.scrollIntoViewIfNeeded()
    await dropPaths(window.page, drop, [await notice()])
    await window.page.locator('[data-proposal]').first().waitFor()
    const first = window.page.url()
    for (const copied of [0, 1]) {
      await window.page.goto(first)
      await button('split').click()
      const dialog = window.page.getByRole('dialog', { name: say('notice', 'splitTitle') })
      await dialog.getByRole('checkbox', { name: /李某/ }).check()
      if (copied > 0) await dialog.getByRole('checkbox', { name: /告知与往来/ }).check()
      await dialog.getByRole('button', { name: say('notice', 'splitOk') }).click()
      await dialog.waitFor({ state: 'hidden' })
      await eventually(() => window.page.url()).not.toBe(first)
      expect(await page.heading.textContent()).toBe('鹤鸣山')
      expect(await page.field('field.suspects.name').inputValue()).toBe('李某')
      await eventually(() => button('open').or(button('close')).count()).toBe(copied)
    }
  },
)
