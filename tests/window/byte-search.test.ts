import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { quietArguments, wholeBrowser } from './harness/browser.ts'
import { twelveFiles } from './harness/evidence-files.ts'
import { savedPaths } from './harness/pickers.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { ownCase, typeOwnCase } from './own-case.ts'
import { goodPassphrase } from './pages/vault-page.ts'
import { sceneOf, withOwnCase } from './steps.ts'
import { findInPlain, type Leak, type Secret } from './harness/profile-bytes.ts'

// The judge of the vault is judged first: a search that sees nothing would always be content.
test.skipIf(!wholeBrowser)('the search finds everything a careless page leaves in a profile', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><title>careless</title><input id="remembered"><input id="off" autocomplete="off">',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const profile = await mkdtemp(join(tmpdir(), 'dossier-window-'))
  onTestFinished(async () => {
    server.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: wholeBrowser!.path,
    chromiumSandbox: false,
    args: [...quietArguments, ...wholeBrowser!.args],
  })
  const page = context.pages()[0]!
  await page.goto(address)
  await page.fill('#remembered', 'typed-张三-and-remembered')
  await page.fill('#off', 'typed-李四-and-forgotten')
  await page.evaluate(async () => {
    const opened = indexedDB.open('careless', 1)
    await new Promise((resolve) => {
      opened.onupgradeneeded = () => opened.result.createObjectStore('rows')
      opened.onsuccess = resolve
    })
    const put = (value: unknown, key: string) =>
      new Promise((resolve) => {
        const step = opened.result.transaction('rows', 'readwrite', { durability: 'strict' })
        step.objectStore('rows').put(value, key)
        step.oncomplete = resolve
      })
    // Large enough for the browser to compress, many enough for the database to write a compressed table.
    const filler = 'the quick brown fox jumps over the lazy dog '.repeat(40)
    for (let row = 0; row < 2500; row += 1) {
      await put(
        { filler, name: `王五-in-row-${row}`, bytes: new TextEncoder().encode(`bytes-of-${row}`) },
        `key-${row}`,
      )
    }
    localStorage.setItem('setting', 'kept-赵六-here')
    document.title = 'title-of-钱七'
    location.hash = 'hash-of-a-case'
  })
  await context.close()

  const { leaks, files } = await findInPlain(profile, [
    'typed-张三-and-remembered',
    'typed-李四-and-forgotten',
    '王五-in-row-7',
    '王五-in-row-2499',
    'bytes-of-11',
    'key-1234',
    'kept-赵六-here',
    'title-of-钱七',
    'hash-of-a-case',
    'nobody-wrote-this',
  ])
  expect(files).toBeGreaterThan(20)
  expect([...new Set(leaks.map((leak) => leak.secret))].sort()).toEqual(
    [
      'typed-张三-and-remembered',
      '王五-in-row-7',
      '王五-in-row-2499',
      'bytes-of-11',
      'key-1234',
      'kept-赵六-here',
      'title-of-钱七',
      'hash-of-a-case',
    ].sort(),
  )
  expect(leaks.some((leak) => leak.secret === '王五-in-row-7' && leak.file.endsWith('.ldb'))).toBe(true)
})

const folder = await temporaryFolder()
const sentence = '丁酉年冬月在江城仓库查获的第七批包装'

test.skipIf(!wholeBrowser)(
  'after a whole journey the profile says nothing of the case, also after a power cut',
  async () => {
    const notes = join(folder, '仓库查获记录HMSREC.txt')
    await writeFile(notes, `${sentence}\n`.repeat(300))
    const files = [notes, ...(await twelveFiles())]
    const scene = await withOwnCase('zh', { whole: true })
    const { window, say, evidence, code } = scene
    await typeOwnCase(scene.case)
    await scene.case.goTo('evidence')
    await evidence.drop(files)
    await evidence.hasItems(13)
    for (const row of [0, 2, 5, 8, 11]) {
      await evidence.rows.nth(row).click()
      await evidence.tab('preview')
      await evidence.pane.locator('canvas, pre, h3').first().waitFor()
    }
    await evidence.rows.first().click()
    await evidence.tab('details')
    await evidence.field('field.name').fill('第七批包装的清点照片')
    await evidence.field('field.purpose').fill('证明包装与正品不一致QDZP')
    await scene.case.saved()
    const place = new URL(window.page.url()).hash

    // What the browser kept for a window it did not see close.
    await window.kill()
    const secrets = [...secretsOfTheCase(code), ...(await pieces(files))]
    expect(await leaks(window.profile, secrets)).toEqual([])

    await window.start(place)
    const later = sceneOf(window, say)
    await later.vault.passphraseField().fill('not the passphrase 八千里路')
    await later.vault.unlockButton.click()
    await window.page.locator('.field-error').waitFor()
    await later.vault.unlock()
    await later.frame.goTo('cases')
    await window.page.getByLabel(say('cases', 'search')).first().fill(ownCase.suspect)
    await window.page.getByRole('grid').getByText(ownCase.brand).waitFor()
    await window.page.keyboard.press('Control+k')
    await window.page.keyboard.type(ownCase.documentNumber)
    await window.page.keyboard.press('Escape')
    // The window keeps no files of its own beside the register; dialogs of the test do from here on.
    expect(await savedPaths(window.page)).toEqual([])
    await window.page.evaluate((hash) => (location.hash = hash), place)
    await later.evidence.hasItems(13)
    await later.case.menu('saveFolder')
    await later.frame.notices.getByText(ownCase.caseCode).first().waitFor()
    await later.vault.lock()
    await window.page.reload()
    await later.vault.lockedHeading.waitFor()
    await window.quit()
    expect(await leaks(window.profile, [...secrets, 'not the passphrase 八千里路'])).toEqual([])
  },
  180_000,
)

function secretsOfTheCase(code: string): string[] {
  return [
    ...Object.values(ownCase).filter((text) => text.length > 10),
    ownCase.brand,
    ownCase.suspect,
    ownCase.agent,
    ownCase.right,
    goodPassphrase,
    code,
    code.replaceAll('-', ''),
    '第七批包装的清点照片',
    '证明包装与正品不一致QDZP',
    '仓库查获记录HMSREC',
    sentence,
  ].filter((text) => !/^\d{4}-\d\d-\d\d$/.test(text))
}

/** Forty bytes out of the middle of each file, and its name. */
async function pieces(paths: readonly string[]): Promise<Secret[]> {
  const all = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path)
      const middle = Math.floor(bytes.length / 2)
      return { name: `content of ${basename(path)}`, bytes: bytes.subarray(middle, middle + 40) }
    }),
  )
  const telling = all.filter(({ bytes }) => new Set(bytes).size > 12)
  return [...telling, ...paths.map((path) => basename(path)).filter((name) => name.length > 14)]
}

/** The folder where a page keeps private files holds what the dialogs of the test were given, and nothing else. */
const ofTheTest = (path: string) => path.startsWith('Default/File System/')

async function leaks(profile: string, secrets: readonly Secret[]): Promise<readonly Leak[]> {
  const search = await findInPlain(profile, secrets, ofTheTest)
  expect(search.bytes).toBeGreaterThan(1_000_000)
  return search.leaks
}
