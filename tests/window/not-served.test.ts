import { test } from 'vitest'
import { failureWords } from '../../src/shared/messages/zh/failure.ts'
import { browser } from './harness/browser.ts'
import { twelveFiles } from './harness/evidence-files.ts'
import { goodPassphrase } from './pages/vault-page.ts'
import { withOwnEvidence } from './steps.ts'

const gone = /ERR_CONNECTION_REFUSED|did not load|Failed to fetch/
const sentence = failureWords['window.not-served']

test.skipIf(!browser)('when the program that serves the window ended, unlocking says so', async () => {
  const { window, vault } = await withOwnEvidence()
  await vault.lock()
  window.problems.expect(gone)
  await window.endServer()
  await vault.passphraseField().fill(goodPassphrase)
  await vault.unlockButton.click()
  await window.page.getByText(sentence).first().waitFor()
})

test.skipIf(!browser)('so do taking in and previews', async () => {
  const { window, evidence, vault } = await withOwnEvidence()
  const files = (await twelveFiles()).filter((path) => path.endsWith('.pdf')).slice(0, 3)
  const [late, ...early] = files
  await evidence.choose(early)
  await evidence.hasItems(2)
  await window.page.reload()
  await vault.unlock()
  await evidence.hasItems(2)
  window.problems.expect(gone)
  await window.endServer()
  // One may be previewed by the worker that stands by.
  await evidence.rows.first().click()
  await evidence.rows.last().click()
  await evidence.tab('preview')
  await evidence.pane.getByText(sentence).waitFor()
  await evidence.choose([late!])
  await window.page.getByRole('dialog').getByText(sentence).first().waitFor()
})
