import { test } from 'vitest'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { withOwnCase } from './steps.ts'

test.skipIf(!browser)(
  'where a power of attorney was signed is asked for and chosen by name or code',
  async () => {
    const { window, say, case: own } = await withOwnCase('zh')
    const { page } = window
    const holder = await own.add('rightHolders')
    await own.field('field.rightHolders.nameZh', holder).fill('示例环球饮品公司')
    await holder.getByRole('combobox').first().click()
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: say('case', 'holderKind.foreign-company') })
      .click()
    await own
      .part('part.authority')
      .getByRole('button', { name: say('case', 'add.authority') })
      .click()
    const link = own.part('part.authority').locator('[data-entry]').first()
    await own.field('field.authority.grantor', link).fill('示例环球饮品公司')
    await own.field('field.authority.grantee', link).fill('示例律师事务所')
    const place = link.locator('[data-path="authority[0].signedIn"]')
    await place.getByText('没有填写签署地').waitFor()
    const choose = async (typed: string) => {
      await place.getByRole('combobox').fill(typed)
      await place.getByRole('combobox').press('Enter')
    }
    const shown = () => place.locator('.ant-select-content').first().textContent()
    await choose('意大利')
    await eventually(shown).toContain('意大利（IT）')
    await eventually(() => place.getByText('没有填写签署地').count()).toBe(0)
    // One that the law data does not list can be given all the same.
    await choose('vn')
    await eventually(shown).toContain('VN')
    await choose('大陆')
    await eventually(shown).toContain(say('case', 'mainland'))
    await own.saved()
  },
  60_000,
)
