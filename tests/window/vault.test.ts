import { expect, test } from 'vitest'
import { Failure } from '../../src/shared/contract/failure.ts'
import { explainFailure } from '../../src/shared/messages/explain.ts'
import { browser } from './harness/browser.ts'
import { openWindow, type OpenOptions } from './harness/open-window.ts'
import { wordsIn } from './harness/words.ts'
import { goodPassphrase, VaultPage } from './pages/vault-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'

const say = await wordsIn('zh')

/** Past the greeting, nothing stored yet. */
async function lookingAround(options: OpenOptions = {}) {
  const window = await openWindow(options)
  const welcome = new WelcomePage(window.page, say)
  await welcome.way('lookAtSample').click()
  const vault = new VaultPage(window.page, say)
  return { window, vault, page: window.page }
}

async function withVault(options: OpenOptions = {}) {
  const opened = await lookingAround(options)
  await opened.page.getByRole('button', { name: say('frame', 'memoryBannerAction') }).click()
  const code = await opened.vault.create()
  return { ...opened, code }
}

test.skipIf(!browser)(
  'a passphrase must be strong and typed twice alike; it may be left for later',
  async () => {
    const { page, vault } = await lookingAround()
    const banner = page.getByRole('region', { name: say('frame', 'memoryBanner') })
    await banner.getByRole('button').click()

    await vault.ask('password1')
    await vault.createDialog.getByText(say('vault', 'passphraseTooWeak')).waitFor()
    await vault.ask(goodPassphrase, `${goodPassphrase}!`)
    await vault.createDialog.getByText(say('vault', 'passphraseMismatch')).waitFor()
    await vault.ask('', '')
    await vault.createDialog.getByText(say('vault', 'passphraseMissing')).waitFor()
    expect(await vault.sheetDialog.count()).toBe(0)

    await vault.createDialog.getByRole('button', { name: say('vault', 'later') }).click()
    await vault.createDialog.waitFor({ state: 'hidden' })
    await banner.waitFor()
    await page.reload()
    await banner.waitFor()
  },
)

test.skipIf(!browser)('the recovery sheet lets nobody go on who has not copied the code', async () => {
  const { page, vault } = await lookingAround()
  await page.getByRole('button', { name: say('frame', 'memoryBannerAction') }).click()
  await vault.ask(goodPassphrase)
  const done = vault.sheetDialog.getByRole('button', { name: say('vault', 'sheetDone') })
  await vault.sheetDialog.getByRole('textbox').fill('00000')
  await done.click()
  await vault.sheetDialog.getByText(say('vault', 'sheetConfirmWrong')).waitFor()
  await page.keyboard.press('Escape')
  expect(await vault.sheetDialog.isVisible()).toBe(true)
  await vault.keepSheet()
  await page.getByRole('region', { name: say('frame', 'memoryBanner') }).waitFor({ state: 'hidden' })
})

test.skipIf(!browser)('wrong passphrases are counted and slowed down, then the right one opens', async () => {
  const { page, vault } = await withVault({ before: (opening) => opening.clock.install() })
  await page.getByRole('link', { name: say('frame', 'settings'), exact: true }).click()
  const place = page.url()
  await vault.lock()

  const sentence = explainFailure(new Failure('vault.wrong-passphrase'), 'zh')
  for (let tries = 1; tries <= 5; tries += 1) {
    await vault.passphraseField().fill(`not it ${tries}`)
    await vault.passphraseField().press('Enter')
    await page
      .locator('.field-error')
      .filter({ hasText: tries === 1 ? sentence : say('vault', 'wrongTries', { count: tries }) })
      .waitFor()
  }
  const waiting = page.getByRole('button', { name: /\d/ })
  expect(await waiting.isDisabled()).toBe(true)
  expect(await waiting.textContent()).toMatch(/\d+/)
  await page.clock.fastForward('10:00')
  await vault.unlock()
  expect(page.url()).toBe(place)
})

test.skipIf(!browser)('a locked window shows nothing and stays locked over a reload', async () => {
  const { page, vault } = await withVault()
  await vault.lock()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.reload()
  await vault.lockedHeading.waitFor()
  await page.keyboard.press('Control+k')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await vault.unlock()
})

test.skipIf(!browser)('the recovery code opens the register and sets another passphrase', async () => {
  const { page, vault, code } = await withVault()
  await vault.lock()
  await page.getByRole('button', { name: say('vault', 'useRecovery') }).click()
  const field = page.getByRole('textbox', { name: say('vault', 'recoveryCode') })
  await field.fill(code.replace(/^../, '00'))
  await page.getByText(say('vault', 'recoveryGroupWrong', { groups: 1 })).waitFor()
  await field.fill(code.toLowerCase().replaceAll('-', ' '))
  const next = 'harbour lantern 丁卯 umbrella seventeen'
  await page.getByRole('textbox', { name: say('vault', 'newPassphrase') }).fill(next)
  await page.getByRole('textbox', { name: say('vault', 'passphraseAgain') }).fill(next)
  await page.getByRole('button', { name: say('vault', 'recoverDo') }).click()
  await page.getByRole('navigation', { name: say('frame', 'mainNavigation') }).waitFor()

  await vault.lock()
  await vault.passphraseField().fill(goodPassphrase)
  await vault.unlockButton.click()
  await page.locator('.field-error').waitFor()
  await vault.unlock(next)
})

test.skipIf(!browser)('the register locks itself when nobody is there, after saying so', async () => {
  const { page, vault } = await withVault({ before: (opening) => opening.clock.install() })
  // The clock counts from the next input on.
  await page.mouse.move(300, 300)
  await page.clock.runFor('09:35')
  const warning = page.getByText(say('vault', 'idleTitle'), { exact: true })
  await warning.waitFor()
  await page.mouse.move(400, 400)
  await warning.waitFor({ state: 'hidden' })
  await page.clock.runFor('10:05')
  await vault.lockedHeading.waitFor()
})
