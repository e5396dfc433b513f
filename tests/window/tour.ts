import { theLibrary } from './tour-of-the-library.ts'
import { theWork } from './tour-of-the-work.ts'
import { theIdentities } from './tour-of-identities.ts'
import { theBundle } from './tour-of-the-bundle.ts'
import { basename } from 'node:path'
import { sceneOf, type Scene } from './steps.ts'
import type { OpenWindow } from './harness/open-window.ts'
import type { Say } from './harness/words.ts'

/** Something to do with a screen once it stands still. */
export type Look = (screen: string) => Promise<void>

/** Files to verify: a bundle of ours, and the same with one bit turned. */
export interface Received {
  readonly intact: string
  readonly changed: string
  readonly fingerprint: string
}

/**
 * Goes through every screen and dialog of the window, from the first one of a new profile on, with the sample as the
 * case to look at, and calls `look` on each.
 */
export async function tour(window: OpenWindow, say: Say, received: Received, look: Look): Promise<void> {
  const scene = sceneOf(window, say)
  const { page } = window
  await scene.welcome.way('lookAtSample').waitFor()
  await look('01-welcome')
  await scene.welcome.way('lookAtSample').click()
  await scene.case.heading.waitFor()
  await look('02-overview-in-memory')
  await page.evaluate(() => sessionStorage.setItem('sample', location.hash))
  await aroundTheCase(scene, look)
  await theVerification(scene, received, look)
  await theVault(scene, look)
  await theTrust(scene, received, look)
  await theBundle(scene, look)
  await theCases(scene, look)
  await theIdentities(window, say, look)
  const sample = await page.evaluate(() => sessionStorage.getItem('sample') ?? '')
  await theLibrary(scene, sample, look)
  await theWork(scene, sample, look)
  await theSettings(scene, look)
  await scene.vault.lock()
  await look('40-locked')
  await page.getByRole('button', { name: say('vault', 'useRecovery') }).click()
  await look('41-recovery')
}

async function aroundTheCase(scene: Scene, look: Look): Promise<void> {
  const { window, say, evidence } = scene
  const { page } = window
  for (const [index, part] of (
    ['part.rightHolders', 'part.agents', 'part.rights', 'part.bundle'] as const
  ).entries()) {
    await scene.case.part(part).scrollIntoViewIfNeeded()
    await look(`03-overview-${index + 1}`)
  }
  await scene.case.goTo('evidence')
  await evidence.rows.first().waitFor()
  await look('10-evidence')
  // In a narrow window groups, items and the chosen item stand behind tabs.
  const narrow = !(await page.getByRole('tree', { name: say('evidence', 'groups') }).isVisible())
  const goTo = async (part: 'groups' | 'items') => {
    if (!narrow) return
    const words =
      part === 'groups' ? say('evidence', 'part.groups') : say('evidence', 'part.items', { count: 19 })
    await page.getByText(words, { exact: true }).first().click()
  }
  const pick = async (nth: number) => {
    await goTo('items')
    await evidence.rows.nth(nth).click()
    if (narrow) await page.keyboard.press('Enter')
    await evidence.pane.getByRole('heading', { level: 2 }).waitFor()
  }
  await pick(2)
  await evidence.tab('preview')
  await evidence.pane.locator('canvas').first().waitFor()
  await look('11-evidence-preview')
  await evidence.tab('details')
  await look('12-evidence-details')
  await evidence.tab('original')
  await look('13-evidence-original')
  await evidence.tab('preview')
  const larger = evidence.pane.getByRole('button', { name: say('evidence', 'preview.larger') })
  if (await larger.count()) {
    await larger.click()
    await look('14-preview-large')
    await page.keyboard.press('Escape')
    await evidence.grid.waitFor()
  }
  await goTo('items')
  await evidence.rows.first().click()
  await page.keyboard.press('Control+a')
  await look('15-evidence-several')
  await goTo('groups')
  await evidence.scope('scope.trash')
  await look('16-evidence-trash')
  await goTo('groups')
  await evidence.scope('scope.all')
  await goTo('items')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('frame', 'paletteLabel') }).waitFor()
  await look('17-palette')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: say('frame', 'paletteLabel') }).waitFor({ state: 'hidden' })
  await evidence.rows.first().click()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await look('18-shortcuts')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function theVault(scene: Scene, look: Look): Promise<void> {
  const { window, say, vault } = scene
  await window.page.getByRole('button', { name: say('frame', 'memoryBannerAction') }).click()
  await vault.createDialog.waitFor()
  await look('20-create')
  await vault.ask('password1')
  await vault.createDialog.getByText(say('vault', 'passphraseTooWeak')).waitFor()
  await look('21-create-weak')
  const sheet = vault.sheetDialog.getByRole('group', { name: say('vault', 'sheetCode') })
  await vault.ask('quartz penguin bicycle Velvet 壬寅 orchard')
  await sheet.waitFor()
  await look('22-recovery-sheet')
  await vault.keepSheet()
}

async function theVerification({ verify, frame }: Scene, received: Received, look: Look): Promise<void> {
  const { page, say } = verify
  await frame.goTo('verify')
  await verify.area.waitFor()
  await look('50-verify-empty')
  await verify.choose('drop.files', [received.intact])
  const card = await verify.verified(basename(received.intact))
  await look('51-verify-intact')
  await card.locator('summary').click()
  await card.locator('summary').scrollIntoViewIfNeeded()
  await look('52-verify-details')
  await verify.compare(card, 'zz', '')
  await look('53-verify-compare-wrong-form')
  await verify.compare(card, '00000000', '00000000')
  await verify.compareDialog.getByText(say('verify', 'compare.differs')).waitFor()
  await look('54-verify-compare-differs')
  await page.keyboard.press('Escape')
  await verify.compareDialog.waitFor({ state: 'hidden' })
  await verify.choose('drop.files', [received.changed])
  await verify.verified(basename(received.changed))
  await look('55-verify-changed')
  const technical = verify.result(basename(received.changed)).locator('summary').first()
  await technical.click()
  await technical.scrollIntoViewIfNeeded()
  await look('56-verify-findings')
  await verify.area.scrollIntoViewIfNeeded()
  await verify.quickLook([received.changed])
  await page.locator('[data-state="looked"]').waitFor()
  await look('57-verify-quick-look')
  await verify.goToPart('part.signers')
  await page.getByText(say('verify', 'signers.none'), { exact: true }).waitFor()
  await look('58-signers-none')
  await frame.goTo('cases')
}

async function theTrust({ verify, frame }: Scene, received: Received, look: Look): Promise<void> {
  await frame.goTo('verify')
  const card = await verify.verified(basename(received.intact))
  await verify.compare(card, received.fingerprint.slice(0, 8), received.fingerprint.slice(-8))
  await verify.compareDialog.getByText(verify.say('verify', 'compare.match')).waitFor()
  await look('60-verify-compare-match')
  await verify.compareDialog.getByRole('button', { name: verify.say('verify', 'compare.trust') }).click()
  await verify.compareDialog.waitFor({ state: 'hidden' })
  await card.getByText(verify.say('verify', 'result.trustChanged')).waitFor()
  await frame.notices
    .getByRole('button', { name: verify.say('frame', 'close') })
    .first()
    .click()
  await look('61-verify-trust-changed')
  await card
    .getByRole('button', { name: verify.say('verify', 'result.again') })
    .first()
    .click()
  await card.locator('[data-verdict="signer.trusted"]').waitFor()
  await look('62-verify-trusted')
  await verify.goToPart('part.signers')
  await verify.signers.first().waitFor()
  await look('63-signers')
}

async function theCases(scene: Scene, look: Look): Promise<void> {
  const { window, say, frame } = scene
  const { page } = window
  await frame.goTo('cases')
  const table = page.getByRole('grid', { name: say('cases', 'table') })
  await table.locator('[data-row]').first().waitFor()
  await look('30-cases')
  await table.locator('[data-row]').first().click()
  await page.keyboard.press('Space')
  await page
    .getByRole('complementary', { name: say('cases', 'peek') })
    .or(page.getByLabel(say('cases', 'peek')))
    .first()
    .waitFor()
  await look('31-cases-peek')
  const search = page
    .getByRole('searchbox', { name: say('cases', 'search') })
    .or(page.getByLabel(say('cases', 'search')))
  await search.first().fill('zzzz')
  await page.getByText(say('cases', 'noMatchTitle', { query: 'zzzz' })).waitFor()
  await look('32-cases-no-match')
  await search.first().fill('')
  await scene.frame.blankCase()
  await scene.case.field('field.brand').waitFor()
  await look('33-new-case')
  await scene.case.field('field.notice.receivedOn').fill('2026-13-40')
  await scene.case.field('field.caseCode').fill('not a code!')
  await scene.case.field('field.brand').click()
  await look('34-new-case-wrong')
  await scene.case.goTo('evidence')
  await scene.evidence.grid.waitFor()
  await look('35-evidence-empty')
}

async function theSettings(scene: Scene, look: Look): Promise<void> {
  const { window, say, frame } = scene
  const { page } = window
  await frame.goTo('settings')
  for (const section of ['looks', 'safety', 'storage', 'log', 'about'] as const) {
    await page
      .getByRole('navigation', { name: say('settings', 'sections') })
      .getByRole('link', { name: say('settings', `section.${section}`) })
      .click()
    await look(`38-settings-${section}`)
  }
  const nowhere = await page.evaluate(() => {
    location.hash = '#/nowhere'
    return location.hash
  })
  await page.waitForURL((url) => url.hash === nowhere)
  await page.getByText(say('frame', 'pageNotFoundTitle')).waitFor()
  await look('39-not-found')
}
