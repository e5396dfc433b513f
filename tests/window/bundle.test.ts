import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../builders/temporary-folder.ts'
import { dossier } from '../cli/run-dossier.ts'
import { hasTool } from '../judges.ts'
import { explainFailure } from '../../src/shared/messages/explain.ts'
import { Failure } from '../../src/shared/contract/failure.ts'
import { browser } from './harness/browser.ts'
import { eventually } from './harness/eventually.ts'
import { cancelPickers, savedFile, savedPaths } from './harness/pickers.ts'
import type { TestLanguage } from './harness/words.ts'
import { IdentitiesPage, identityPassphrase } from './pages/identities-page.ts'
import { firstRun, type Scene } from './steps.ts'

const patience = { timeout: 120_000 }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The sample at its bundle page, with its papers set. */
async function atTheBundle(language: TestLanguage): Promise<Scene> {
  const scene = await firstRun(language)
  await scene.welcome.way('lookAtSample').click()
  await scene.case.heading.waitFor()
  await scene.bundle.open()
  await scene.bundle.previewed()
  return scene
}

async function buildWithoutIdentity(scene: Scene): Promise<void> {
  await scene.bundle.build()
  await scene.vault.create()
  await scene.bundle.result.waitFor(patience)
}

/** Waits for what was saved, and writes it to the disk; gives the paths in the folder. */
async function received(page: Page, folder: string, wanted: (path: string) => boolean): Promise<string[]> {
  const paths = (await savedPaths(page)).filter(wanted)
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), await savedFile(page, path))
  }
  return paths
}

/** The commands of the guide in the bundle, as a receiver copies them. */
function commandsOf(guide: string): string[] {
  const [, body = ''] = guide.split(/\d\. Linux.*\r\n/)
  const [own = ''] = body.split(/\r\n\d\. /)
  return own
    .split('\r\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim())
}

function run(root: string, command: string): string {
  try {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    return execFileSync('sh', ['-c', `${command} 2>&1`], { cwd: root, env }).toString()
  } catch (error) {
    return `FAILED ${(error as { stdout: Buffer }).stdout.toString()}`
  }
}

describe.skipIf(!browser)('from the sample to a bundle that strangers verify', () => {
  test('built with an own identity, saved, checked as a receiver, verified, refused when changed', async () => {
    const scene = await atTheBundle('zh')
    const { bundle, say, window, verify } = scene
    const { page } = window

    // An identity of one's own.
    const identities = new IdentitiesPage(page, say)
    const place = new URL(page.url()).hash
    await identities.open()
    await identities.beginToMake()
    await scene.vault.create()
    await identities.make({ name: '王示范', key: 'RSA-3072' })
    await identities.backUp()
    await identities.finish()
    await page.evaluate((hash) => (location.hash = hash), place)

    // A wrong passphrase is told at its field, before any work.
    await bundle.previewed()
    await bundle.passphrase.fill('not the passphrase at all')
    await bundle.build()
    const wrong = explainFailure(new Failure('identity.wrong-passphrase'), 'zh')
    await bundle.buildForm.getByText(wrong).waitFor(patience)
    await eventually(() => bundle.passphrase.evaluate((field) => field === document.activeElement)).toBe(true)
    await bundle.passphrase.fill(identityPassphrase)
    await bundle.build()
    await bundle.result.waitFor(patience)
    expect(await bundle.result.textContent()).not.toContain(say('bundle', 'resultThrowAway'))
    expect(await bundle.passphrase.inputValue()).toBe('')

    // Nobody worked the ZIP out yet, and the PDF alone needs none.
    const later = say('bundle', 'zipDigestLater')
    await bundle.result.getByText(later).waitFor()
    await bundle.save('pdf')
    await scene.frame.notices.getByText(say('bundle', 'saved.pdf')).first().waitFor(patience)
    await bundle.earlier.getByText(later).waitFor()

    // Everything into one folder.
    await bundle.save('all')
    await scene.frame.notices.getByText(say('bundle', 'saved.disc')).waitFor(patience)
    const folder = await temporaryFolder()
    const paths = await received(page, folder, (path) => path.includes('/'))
    const zip = join(
      folder,
      paths.find((path) => path.endsWith('.zip'))!,
    )
    const pdf = join(
      folder,
      paths.find((path) => /^[^/]+\/[^/]+\d\.pdf$/.test(path))!,
    )
    const digest = sha256(await readFile(zip))
    for (const shown of [bundle.result, bundle.earlier.first()]) {
      expect(await bundle.digest('zipDigest', shown)).toBe(digest)
    }
    const sheet = paths.find((path) => path.includes('移交单'))!
    if (hasTool('pdftotext')) expect(sheetText(join(folder, sheet))).toContain(digest)

    // The same again, byte for byte.
    await bundle.save('zip', bundle.earlier.first())
    await scene.frame.notices.getByText(say('bundle', 'saved', { name: basename(zip) })).waitFor(patience)
    expect(sha256(await savedFile(page, basename(zip)))).toBe(digest)

    // As a receiver would.
    if (hasTool('unzip') && hasTool('openssl')) {
      const root = join(folder, 'unpacked')
      execFileSync('unzip', ['-q', zip, '-d', root])
      const guide = new TextDecoder('utf-8').decode(await readFile(join(root, 'VERIFY.txt')))
      const outputs = commandsOf(guide)
        .filter((command) => !command.startsWith('pdfsig'))
        .map((command) => run(root, command))
      expect(outputs.length).toBeGreaterThan(5)
      expect(outputs.join('\n')).not.toContain('FAILED')
      expect(outputs.join('\n')).toContain('CAdES Verification successful')
    }
    if (hasTool('pdfsig')) {
      const said = execFileSync('pdfsig', ['-nocert', pdf]).toString()
      expect(said).toContain('Signature is Valid.')
      expect(said).toContain('Total document signed')
    }
    if (hasTool('qpdf')) execFileSync('qpdf', ['--check', pdf])
    const disc = paths.find((path) => path.endsWith('03_说明.txt'))!
    for (const target of [zip, pdf, dirname(join(folder, disc))]) {
      const verdict = await dossier(folder, 'verify', target, '--json')
      expect(verdict.code, verdict.err + verdict.out).toBe(0)
    }

    // Verified in the window, and refused when one byte changed.
    await scene.frame.goTo('verify')
    await verify.drop([zip])
    const card = await verify.verified(basename(zip))
    const [intact] = verify.expected({
      integrity: 'intact',
      signer: 'self-signed',
      time: 'claimed',
      details: {},
    } as never)
    expect((await verify.sentences(card))[0]).toBe(intact)
    const bytes = await readFile(zip)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    const changed = join(folder, '改动过.zip')
    await writeFile(changed, bytes)
    await verify.drop([changed])
    const refused = await verify.verified('改动过.zip')
    const [broken] = verify.expected({
      integrity: 'changed',
      signer: 'none',
      time: 'none',
      details: {},
    } as never)
    expect((await verify.sentences(refused))[0]).toBe(broken)
  }, 400_000)

  test('the same in English, without an identity', async () => {
    const scene = await atTheBundle('en')
    const { bundle, say, window } = scene
    await buildWithoutIdentity(scene)
    expect(await bundle.result.textContent()).toContain(say('bundle', 'resultThrowAway'))
    await bundle.save('zip')
    await scene.frame.notices.getByText(say('bundle', 'saved.zip')).waitFor(patience)
    const folder = await temporaryFolder()
    const [zip] = await received(window.page, folder, (path) => path.endsWith('.zip'))
    const verdict = await dossier(folder, 'verify', join(folder, zip!), '--json')
    expect(verdict.code, verdict.err + verdict.out).toBe(0)

    // What the case keeps for itself leaves it as it is; what papers print does not, and taken back it is as it was.
    const marks = bundle.earlier.getByText(say('bundle', 'outdatedMark'))
    await scene.case.goTo('overview')
    await scene.case.field('field.owner').fill('Li')
    await scene.case.saved()
    await bundle.open()
    await bundle.previewed()
    expect(await marks.count()).toBe(0)
    await scene.case.goTo('overview')
    await scene.case.field('field.notice.office').fill('示例县人民检察院')
    await scene.case.saved()
    await bundle.open()
    await marks.waitFor()
    await window.page.getByText(say('bundle', 'outdatedText')).waitFor()
    await window.page.getByText(say('bundle', 'stateOutdated'), { exact: true }).waitFor()
    await scene.case.undo()
    await marks.waitFor({ state: 'hidden' })

    // It is there after a restart, and goes when it is removed.
    const place = new URL(window.page.url()).hash
    await scene.vault.lock()
    await scene.vault.unlock()
    expect(new URL(window.page.url()).hash).toBe(place)
    await eventually(() => bundle.earlier.count()).toBe(1)
  }, 240_000)
})

/** The text of a PDF without its gaps. */
function sheetText(path: string): string {
  return execFileSync('pdftotext', [path, '-']).toString().replaceAll(/\s/g, '')
}

describe.skipIf(!browser)('the hand-over sheet before the ZIP was ever written', () => {
  test('is made by working the ZIP out, which comes out the same when it is saved', async () => {
    const scene = await atTheBundle('zh')
    const { bundle, say, window } = scene
    await buildWithoutIdentity(scene)
    await bundle.button('print', bundle.result).click()

    // A place that is not chosen works nothing out.
    await cancelPickers(window.page)
    await bundle.printPaper('paper.hand-over', 'saveCopy')
    await bundle.printDialog.getByText(say('print', 'sheetToCome')).waitFor()
    await cancelPickers(window.page, false)
    await bundle.printPaper('paper.hand-over', 'saveCopy')
    const folder = await temporaryFolder()
    await scene.frame.notices
      .getByText(/移交单/)
      .first()
      .waitFor(patience)
    const [sheet = ''] = await received(window.page, folder, (path) => path.endsWith('.pdf'))
    await bundle.printDialog.getByText(say('print', 'sheetToCome')).waitFor({ state: 'detached' })
    await window.page.keyboard.press('Escape')
    const digest = await bundle.digest('zipDigest', bundle.earlier.first())
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    if (hasTool('pdftotext')) expect(sheetText(join(folder, sheet))).toContain(digest)

    // The sheet is kept: another copy has the same bytes, and so has the ZIP.
    await bundle.save('all')
    await scene.frame.notices.getByText(say('bundle', 'saved.disc')).waitFor(patience)
    const paths = await received(window.page, folder, (path) => path.includes('/'))
    const inFolder = (end: string) =>
      readFile(
        join(
          folder,
          paths.find((path) => path.endsWith(end))!,
        ),
      )
    expect(sha256(await inFolder('.zip'))).toBe(digest)
    expect(sha256(await inFolder('移交单.pdf'))).toBe(sha256(await readFile(join(folder, sheet))))
    expect(await unfinished(window.page)).toBe(0)
  }, 240_000)
})

describe.skipIf(!browser)('what goes wrong is said, and leaves nothing', () => {
  test.each([
    ['with pages', '07_鉴别照片3_标签对比.png'],
    ['without pages', '10_销售台账.csv'],
  ])(
    'an original %s that no longer is what was stored stops the build, by name',
    async (_, file) => {
      const scene = await atTheBundle('zh')
      const { bundle, window } = scene
      await buildWithoutIdentity(scene)
      const { size } = await stat(new URL(`../../resources/sample/${file}`, import.meta.url))
      await window.page.evaluate(spoilOriginal, size)
      await window.page.reload()
      await scene.vault.unlock()
      await bundle.buildForm.waitFor()
      await bundle.build()
      const [, after = ''] = explainFailure(new Failure('content.damaged', { name: '\n' }), 'zh').split('\n')
      await bundle.buildForm.getByText(after).waitFor(patience)
      await eventually(() => bundle.earlier.count()).toBe(1)
      expect(await unfinished(window.page)).toBe(0)
    },
    240_000,
  )

  test('cancelled building and cancelled dialogs leave nothing, and the next try succeeds', async () => {
    const scene = await atTheBundle('zh')
    const { bundle, say, window } = scene
    await bundle.build()
    await scene.vault.create()
    const cancel = say('jobs', 'cancel', { name: say('jobs', 'kind.build') })
    await window.page.getByRole('button', { name: cancel }).click(patience)
    await scene.frame.notices.getByText(say('bundle', 'buildCancelled')).waitFor(patience)
    expect(await bundle.earlier.count()).toBe(0)
    await bundle.build()
    await bundle.result.waitFor(patience)
    await cancelPickers(window.page)
    await bundle.save('zip')
    await bundle.save('disc')
    expect(await savedPaths(window.page)).toEqual([])
    await cancelPickers(window.page, false)
    await bundle.save('pdf')
    await scene.frame.notices.getByText(say('bundle', 'saved.pdf')).waitFor(patience)
    expect(await savedPaths(window.page)).toHaveLength(1)

    // What no face can print is named before anything is built, and leads to its field.
    const { evidence } = scene
    await scene.case.goTo('evidence')
    await evidence.rows.last().click()
    await evidence.tab('details')
    const purpose = evidence.field('field.purpose')
    const proven = await purpose.inputValue()
    await purpose.fill(`${proven}😀`)
    await purpose.press('Tab')
    await bundle.open()
    const named = window.page.getByRole('button', { name: /› 证明内容：字符“😀”（U\+1F600）/ })
    await named.waitFor(patience)
    await bundle.buildForm.getByText(say('bundle', 'notReady', { count: 1 })).waitFor()
    expect(await bundle.button('build', bundle.buildForm).isDisabled()).toBe(true)
    await named.click()
    await eventually(() => purpose.evaluate((field) => field === document.activeElement)).toBe(true)
    await purpose.fill(proven)
    await purpose.press('Tab')
    await bundle.open()
    await bundle.buildForm.getByText(say('bundle', 'readyFinal')).waitFor(patience)
  }, 240_000)
})

describe.skipIf(!browser)('a vault without room', () => {
  test('leaves what was saved, says what could not be stored, and stores it the next time', async () => {
    const scene = await atTheBundle('zh')
    const { bundle, say, window, frame } = scene
    await buildWithoutIdentity(scene)
    // Files the test saves lie in the browser too: only the worker that stores finds no room.
    const worker = window.page.workers().find((each) => each.url().includes('bundle-worker'))
    await worker!.evaluate(() => {
      const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')!
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      Object.defineProperty(IDBObjectStore.prototype, 'add', { ...add, value: full })
      const makeRoom = () => Object.defineProperty(IDBObjectStore.prototype, 'add', add)
      Object.assign(globalThis, { makeRoom })
    })
    await bundle.save('zip')
    await frame.notices.getByText(say('bundle', 'saved.zip')).waitFor(patience)
    const [, after = ''] = explainFailure(new Failure('register.full', { name: '\n' }), 'zh').split('\n')
    await frame.notices.getByText(after).waitFor()
    const folder = await temporaryFolder()
    const [zip = ''] = await received(window.page, folder, (path) => path.endsWith('.zip'))
    expect((await dossier(folder, 'verify', join(folder, zip), '--json')).code).toBe(0)
    await bundle.earlier.getByText(say('bundle', 'zipDigestLater')).waitFor()
    expect(await unfinished(window.page)).toBe(0)

    await worker!.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom())
    await bundle.save('zip', bundle.earlier.first())
    await bundle.earlier
      .getByText(say('bundle', 'zipDigestLater'))
      .waitFor({ state: 'detached', ...patience })
    const digest = await bundle.digest('zipDigest', bundle.earlier.first())
    expect(digest).toBe(sha256(await readFile(join(folder, zip))))
  }, 240_000)
})

/** Turns one bit of the stored original of that size, as a failing disk would. */
async function spoilOriginal(size: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('rights-dossier')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('closed'))
  })
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
  const reading = database.transaction(['items', 'contents', 'chunks'])
  const items = await ask<{ contentId: string }[]>(reading.objectStore('items').getAll())
  const used = new Set(items.map(({ contentId }) => contentId))
  const contents = await ask<{ id: string; bytes: number }[]>(reading.objectStore('contents').getAll())
  const spoilt = contents.find(({ id, bytes: length }) => used.has(id) && length === size)
  const chunks = await ask<{ contentId: string; index: number; data: Blob }[]>(
    reading.objectStore('chunks').getAll(),
  )
  const chunk = chunks.find(({ contentId }) => contentId === spoilt?.id)
  if (!chunk) throw new Error('no chunk')
  const bytes = new Uint8Array(await chunk.data.arrayBuffer())
  bytes[bytes.length >> 1]! ^= 1
  await ask(
    database
      .transaction('chunks', 'readwrite')
      .objectStore('chunks')
      .put({ ...chunk, data: new Blob([bytes]) }),
  )
  database.close()
}

/** Contents of the register that were never finished. */
function unfinished(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('rights-dossier')
      request.onsuccess = () => resolve(request.result)
    })
    const rows = await new Promise<{ state: string }[]>((resolve) => {
      const request = database.transaction('contents').objectStore('contents').getAll()
      request.onsuccess = () => resolve(request.result as { state: string }[])
    })
    database.close()
    return rows.filter(({ state }) => state !== 'complete').length
  })
}
