import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from '../harness/browser.ts'
import { startPlainApp } from './built-app.ts'
import { answerDialogs } from './dialogs.ts'
import { ask } from './in-page.ts'
import type { RunningApp } from './launch-app.ts'

const forBrowser = test.skipIf(!browser)
const broken = expect.objectContaining({ state: 'broken' }) as object

forBrowser('a file is read back byte for byte before it becomes visible, and after', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  const path = join(place, '证据卷.zip')
  await answerDialogs(app, path)
  const read = await page.evaluate(async () => {
    const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
    const sink = await window.page.platform.saveFile('证据卷.zip')
    Object.assign(window, { sink })
    const bytes = crypto.getRandomValues(new Uint8Array(65_536))
    for (let i = 0; i < 320; i += 1) await sink?.write(bytes.fill(i, 0, 4))
    await sink?.settle()
    // More than one request gives.
    const whole = await sink?.read(0, 30_000_000)
    const tail = await sink?.read(20_971_520 - 3, 100)
    return { digest: await digest(whole!), length: whole?.byteLength, tail: tail?.byteLength }
  })
  expect(await readdir(place)).toEqual([expect.stringMatching(/\.part$/)])
  const again = await page.evaluate(async () => {
    const { sink } = window as unknown as {
      sink: Awaited<ReturnType<typeof window.page.platform.saveFile>>
    }
    await sink?.commit()
    return (await sink?.read(20_971_000, 100))?.byteLength
  })
  expect(await readdir(place)).toEqual(['证据卷.zip'])
  const onDisk = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  expect({ ...read, again }).toEqual({ digest: onDisk, length: 20_971_520, tail: 3, again: 100 })
})

forBrowser('a folder is read back before and after it becomes visible; what vanished is named', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, place)
  const read = await page.evaluate(async () => {
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
    const folder = await window.page.platform.saveFolder('光盘')
    Object.assign(window, { folder })
    const file = await folder?.create('data/a.txt')
    await file?.write(new TextEncoder().encode('abc'))
    await file?.settle()
    const settled = text(await file?.read(0, 2))
    await file?.commit()
    const before = text(await folder?.read('data/a.txt', 1, 2))
    await folder?.commit()
    return [settled, before, text(await folder?.read('data/a.txt', 2, 2)), text(await file?.read(0, 1))]
  })
  expect(read).toEqual(['ab', 'bc', 'c', 'a'])
  await rm(join(place, '光盘', 'data', 'a.txt'))
  const vanished = await page.evaluate(async () => {
    const { folder } = window as unknown as {
      folder: Awaited<ReturnType<typeof window.page.platform.saveFolder>>
    }
    return folder!.read('data/a.txt', 0, 1).then(String, (error: Error) => error.message)
  })
  expect(vanished).toBe('output.unreadable {"path":"光盘/data/a.txt","reason":"ENOENT"}')
})

forBrowser('given up after it was settled, or left by its page, a file is removed', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, join(place, 'a.zip'))
  const settle = () =>
    page.evaluate(async () => {
      const sink = await window.page.platform.saveFile('a.zip')
      await sink?.write(new Uint8Array(100))
      await sink?.settle()
      Object.assign(window, { give: () => sink?.abort() })
    })
  await settle()
  await page.evaluate(() => (window as unknown as { give: () => Promise<void> }).give())
  expect(await readdir(place)).toEqual([])
  await settle()
  expect(await readdir(place)).toHaveLength(1)
  await page.reload()
  await expect.poll(() => readdir(place)).toEqual([])
})

forBrowser('nothing is read that was not written under the grant', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, join(place, 'a.zip'))
  const granted = (await ask(page, 'save.file', { suggestedName: 'a.zip' })) as { value: { grant: string } }
  const { grant } = granted.value
  const read = (input: object) => ask(page, 'file.read', { grant, path: '', offset: 0, length: 1, ...input })
  expect(await read({})).toEqual(broken)
  const opened = (await ask(page, 'sink.open', { grant, path: '' })) as { value: { sink: string } }
  expect(await read({})).toEqual(broken)
  await ask(page, 'sink.settle', opened.value)
  expect(await read({})).toMatchObject({ state: 'done' })
  for (const input of [
    { grant: 'unknown' },
    { path: '../a.zip' },
    { path: join(place, 'a.zip') },
    { offset: -1 },
    { offset: 0.5 },
    { length: -1 },
    { length: 8 * 1024 * 1024 + 1 },
    { length: 2 ** 60 },
  ]) {
    expect({ input, outcome: await read(input) }).toEqual({ input, outcome: broken })
  }
  expect(await ask(page, 'sink.write', { ...opened.value, bytes: new Uint8Array(1) })).toEqual(broken)
})

function openedFiles(app: RunningApp): Promise<string[]> {
  return app.evaluate(({ shell }) => (shell as unknown as { opened: string[] }).opened, undefined)
}

async function saved(app: RunningApp, page: Page, path: string): Promise<string> {
  await answerDialogs(app, path)
  return page.evaluate(async () => {
    const sink = await window.page.platform.saveFile('x')
    await sink?.commit()
    return sink?.grant ?? ''
  })
}

forBrowser('a committed document is opened in the system, a program never', async () => {
  const { app, place } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  const open = (grant: string) =>
    page.evaluate(
      (id) =>
        window.page.platform.open!({ grant: id }).then(
          () => 'opened',
          (error: Error) => error.message,
        ),
      grant,
    )
  const pdf = await saved(app, page, join(place, '合并卷.PDF'))
  expect(await open(pdf)).toBe('opened')
  expect(await open(await saved(app, page, join(place, 'a.exe')))).toBe('output.not-opened {"path":"a.exe"}')
  expect(await openedFiles(app)).toEqual([join(place, '合并卷.PDF')])
  await app.evaluate(({ shell }) => {
    shell.openPath = async () => 'No application knows 合并卷.PDF'
  }, undefined)
  expect(await open(pdf)).toBe('output.not-opened {"path":"合并卷.PDF"}')
  await answerDialogs(app, join(place, 'b.pdf'))
  const granted = (await ask(page, 'save.file', { suggestedName: 'b.pdf' })) as { value: { grant: string } }
  expect(await ask(page, 'open', granted.value)).toEqual(broken)
  const log = (await ask(page, 'log.read', null)) as { value: string }
  expect(log.value).toContain('failure output.not-opened')
  expect(log.value).not.toContain('somebody')
})

forBrowser('the machine stays awake while the page wants it, and not longer than the page', async () => {
  const { app } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  const blockers = () =>
    app.evaluate(
      ({ powerSaveBlocker }) => (powerSaveBlocker as unknown as { count(): number }).count(),
      undefined,
    )
  const turn = (...each: boolean[]) =>
    page.evaluate((all) => all.forEach((on) => window.page.platform.keepAwake(on)), each)
  await turn(true, true, false)
  await expect.poll(blockers).toBe(1)
  await turn(false)
  await expect.poll(blockers).toBe(0)
  await turn(true)
  await expect.poll(blockers).toBe(1)
  await page.reload()
  await expect.poll(blockers).toBe(0)
  await turn(true)
  await expect.poll(blockers).toBe(1)
  const session = await page.context().newCDPSession(page)
  await session.send('Page.crash').catch(() => undefined)
  await expect.poll(blockers).toBe(0)
})
