import { join } from 'node:path'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { datedIdentity, filePassphrase } from './harness/identity-files.ts'
import type { OpenWindow } from './harness/open-window.ts'
import type { Say } from './harness/words.ts'
import { IdentitiesPage } from './pages/identities-page.ts'
import type { Look } from './tour.ts'

/** The signing identities: making one to its end, importing another, everything that can be done with them. */
export async function theIdentities(window: OpenWindow, say: Say, look: Look): Promise<void> {
  const { page } = window
  const identities = new IdentitiesPage(page, say)
  const { makeDialog, importDialog } = identities
  await identities.open()
  await identities.sentence(identities.section, 'emptyText').waitFor()
  await look('36-identities-none')
  await identities.beginToMake()
  await makeDialog.waitFor()
  await look('36-make')
  await identities.fill({ name: '', years: '99' })
  await identities.sentence(makeDialog, 'nameMissing').waitFor()
  await look('36-make-wrong')
  await identities.make({
    name: 'EXAMPLA Brand Protection',
    organisation: 'EXAMPLA',
    key: 'EC-P256',
    years: '3',
  })
  await look('36-make-backup')
  await identities.backUp()
  await look('36-make-done')
  await identities.finish()

  const folder = await temporaryFolder()
  const soon = new Date(Date.now() + 10.5 * 86_400_000).toISOString()
  const path = await datedIdentity(folder, 'EXAMPLA Former', '2024-01-01T00:00:00Z', soon)
  await identities.beginToImport()
  await importDialog.waitFor()
  await look('37-import')
  await identities.openFile(join(folder, 'EXAMPLA Former.p12'), 'wrong')
  await importDialog.locator('.field-error').waitFor()
  await look('37-import-wrong')
  await identities.lookAt(path, filePassphrase)
  await look('37-import-look')
  await identities.keep()
  await identities.card('EXAMPLA Former').waitFor()
  await look('37-identities')
  const card = identities.card('EXAMPLA Brand Protection')
  for (const [key, title] of [
    ['certificate', 'certificateTitle'],
    ['rename', 'renameTitle'],
    ['remove', 'removeTitle'],
  ] as const) {
    await identities.button(card, key).click()
    const dialog = identities.dialog(title, { label: 'EXAMPLA Brand Protection' })
    await dialog.waitFor()
    await look(`37-${key}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }
}
