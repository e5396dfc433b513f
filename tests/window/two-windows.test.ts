import { expect, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { ownCase } from './own-case.ts'
import { sceneOf, withOwnCase } from './steps.ts'

test.skipIf(!browser)('a second window on the same register is read-only until it takes over', async () => {
  const first = await withOwnCase()
  const { window, say } = first
  await first.case.field('field.brand').fill(ownCase.brand)
  await first.case.saved()
  const place = new URL(window.page.url()).hash

  const other = await window.another(place)
  const second = sceneOf(window, say, other)
  await second.vault.unlock()
  const banner = other.getByRole('region', { name: say('frame', 'readOnlyBanner') })
  await banner.waitFor()
  await eventually(() => second.case.field('field.brand').inputValue()).toBe(ownCase.brand)
  expect(await second.case.field('field.brand').isEditable()).toBe(false)

  // What the first writes, the second shows.
  await first.case.field('field.notice.office').fill(ownCase.office)
  await first.case.saved()
  await eventually(() => second.case.field('field.notice.office').inputValue()).toBe(ownCase.office)

  await banner.getByRole('button', { name: say('frame', 'takeOver') }).click()
  await banner.waitFor({ state: 'hidden' })
  await eventually(() => second.case.field('field.brand').isEditable()).toBe(true)
  await window.page.getByRole('region', { name: say('frame', 'readOnlyBanner') }).waitFor()
  await eventually(() => first.case.field('field.brand').isEditable()).toBe(false)
  await second.case.field('field.brand').fill('后来的窗口')
  await second.case.saved()
  await eventually(() => first.case.field('field.brand').inputValue()).toBe('后来的窗口')
})

test.skipIf(!browser)(
  'when the first window closes, the second may write by itself or on asking',
  async () => {
    const first = await withOwnCase()
    const { window, say } = first
    const other = await window.another(new URL(window.page.url()).hash)
    const second = sceneOf(window, say, other)
    await second.vault.unlock()
    const banner = other.getByRole('region', { name: say('frame', 'readOnlyBanner') })
    await banner.waitFor()
    await window.page.close()
    await Promise.race([
      banner.waitFor({ state: 'hidden' }),
      banner.getByRole('button', { name: say('frame', 'takeOver') }).click(),
    ]).catch(() => undefined)
    await banner.waitFor({ state: 'hidden' })
    await second.case.field('field.brand').fill(ownCase.brand)
    await second.case.saved()
  },
)
