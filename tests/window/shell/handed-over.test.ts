import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { explainFailure } from '../../../src/shared/messages/explain.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { browser } from '../harness/browser.ts'
import { receivedAndChanged, type ReceivedBundle } from '../harness/received-bundles.ts'
import { wordsIn } from '../harness/words.ts'
import { ownCase } from '../own-case.ts'
import { sceneOfApp } from './app-scene.ts'
import { startBuiltApp, startPlainApp } from './built-app.ts'
import { ask } from './in-page.ts'
import { launchApp } from './launch-app.ts'
import { eventually } from '../harness/eventually.ts'

const say = await wordsIn('zh')
const folder = await temporaryFolder()
let bundle: ReceivedBundle
let changed: string

beforeAll(async () => {
  ;({ bundle, changed } = await receivedAndChanged(folder))
}, 240_000)

test.skipIf(!browser)(
  'a path handed to the program is verified: at its start, by a second start, past no lock and over no dialog',
  async () => {
    const { app, folder: program, userData } = await startBuiltApp([bundle.zip])
    const { verify, frame, vault, page, problems, case: casePage } = await sceneOfApp(app, say, true)
    const hand = (...paths: string[]) =>
      launchApp({ folder: program, userData, paths, startedIn: folder }).then((second) =>
        expect(second).toEqual({ kind: 'ended', code: 0 }),
      )
    const first = async (name: string) => (await verify.sentences(await verify.verified(name)))[0]

    // At the first start of all: no greeting stands before it.
    expect(await first(basename(bundle.zip))).toBe(say('verify', 'integrity.intact'))
    await eventually(() => verify.results.count()).toBe(1)

    // Several at once, relative to where the second start was; a folder is one.
    await hand('./changed.zip', bundle.disc, 'missing.zip')
    expect(await first('changed.zip')).toBe(say('verify', 'integrity.changed'))
    expect(await first(basename(bundle.disc))).toBe(say('verify', 'integrity.intact'))
    const absent = explainFailure(
      new Failure('verify.vanished', { path: 'missing.zip', reason: 'ENOENT' }),
      'zh',
    )
    await frame.notice(absent).waitFor()

    // A dialog in front keeps what is typed in it, and leads where it would.
    await frame.goTo('cases')
    await frame.blankCase()
    await vault.passphraseField(vault.createDialog).fill('typed')
    await hand(bundle.pdf)
    await frame.notice(say('verify', 'handed.offer')).waitFor()
    expect(await vault.passphraseField(vault.createDialog).inputValue()).toBe('typed')
    await vault.create()
    await casePage.field('field.brand').waitFor()
    await frame.notices.getByRole('button', { name: say('verify', 'handed.show') }).click()
    expect(await first(basename(bundle.pdf))).toBe(say('verify', 'integrity.intact'))

    // What is typed on a page is there when one comes back.
    await frame.goTo('cases')
    await page.getByRole('grid').getByRole('row').last().dblclick()
    await casePage.field('field.brand').pressSequentially(ownCase.brand)
    await copyFile(changed, join(folder, 'again.zip'))
    await hand('again.zip')
    expect(await first('again.zip')).toBe(say('verify', 'integrity.changed'))
    await page.goBack()
    expect(await casePage.field('field.brand').inputValue()).toContain(ownCase.brand)

    // Never past the lock.
    await vault.lock()
    await rename(changed, join(folder, 'later.zip'))
    await hand('later.zip')
    await page.waitForTimeout(500)
    expect(await vault.lockedHeading.isVisible()).toBe(true)
    await vault.unlock()
    expect(await first('later.zip')).toBe(say('verify', 'integrity.changed'))
    problems.assertNone()
  },
)

test.skipIf(!browser)('a page reads what was listed for it, as bytes and nothing else', async () => {
  const { app, folder: program, userData, place } = await startPlainApp()
  const page = await app.window()
  await mkdir(join(place, 'bag'))
  await writeFile(join(place, 'bag', 'a.js'), 'window.planted = true')
  await launchApp({ folder: program, userData, paths: [join(place, 'bag')] })
  await expect.poll(() => page.evaluate(() => [...window.page.events])).toEqual(['handed'])
  const taken = (await ask(page, 'handed.take', null)) as {
    value: { groups: { files: { grant: string; path: string }[] }[] }
  }
  const [file] = taken.value.groups[0]!.files
  expect(file).toMatchObject({ path: 'bag/a.js', size: 21, file: 0 })
  expect(JSON.stringify(taken)).not.toContain(place)
  const read = (address: string) =>
    page.evaluate(async (at) => {
      const answer = await fetch(at)
      return [answer.status, answer.headers.get('content-type'), await answer.text()]
    }, address)
  const address = `/handed/${file!.grant}/0?from=0&bytes=21`
  expect(await read(address)).toEqual([200, 'application/octet-stream', 'window.planted = true'])
  expect((await read(address.replace('/0?', '/1?')))[0]).toBe(500)
  expect((await read(address.replace('bytes=21', 'bytes=9999999')))[0]).toBe(500)
  expect((await read(`/handed/${file!.grant}/../../secret.json`))[0]).toBe(404)
  const ran = await page.evaluate(
    (at) =>
      new Promise((resolve) => {
        const script = document.createElement('script')
        script.src = at
        script.onload = () => resolve('loaded')
        script.onerror = () => resolve('planted' in window)
        document.body.append(script)
      }),
    address,
  )
  expect(ran).toBe(false)
  // As macOS hands a path over.
  const prevented = await app.evaluate(
    ({ app: electronApp }, path) => {
      let isPrevented = false
      const event = { preventDefault: () => (isPrevented = true) }
      electronApp.emit('open-file', event, path)
      return isPrevented
    },
    join(place, 'missing.zip'),
  )
  expect(prevented).toBe(true)
  expect(await ask(page, 'handed.take', null)).toMatchObject({
    value: { refused: [{ name: 'missing.zip', code: 'verify.vanished' }] },
  })
  const log = (await ask(page, 'log.read', null)) as { value: string }
  expect(log.value).not.toMatch(/bag|a\.js/)
})
