import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser } from '../harness/browser.ts'
import { startPlainApp } from './built-app.ts'
import { ask } from './in-page.ts'
import { launchApp } from './launch-app.ts'

const forBrowser = test.skipIf(!browser)

function eventsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [...window.page.events])
}

/** One row in the database of the window's origin. */
function store(page: Page, value: string): Promise<void> {
  return page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kept')
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
        opening.onerror = () => reject(new Error('not opened'))
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
          transaction.objectStore('rows').put(text, 1)
          transaction.oncomplete = () => resolve()
        }
      }),
    value,
  )
}

function stored(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('kept')
        opening.onerror = () => reject(new Error('not opened'))
        opening.onsuccess = () => {
          const reading = opening.result.transaction('rows').objectStore('rows').get(1)
          reading.onsuccess = () => resolve(reading.result)
        }
      }),
  )
}

forBrowser('what was stored is there after a restart and after a power cut', async () => {
  const { app, again } = await startPlainApp()
  await store(await app.window(), 'first')
  await app.close()
  const second = await again()
  const page = await second.window()
  expect(await stored(page)).toBe('first')
  await store(page, 'second')
  await second.kill()
  const third = await again()
  expect(await stored(await third.window())).toBe('second')
})

forBrowser('a second start brings the first window forward and ends', async () => {
  const { app, userData, folder } = await startPlainApp()
  await app.window()
  const second = await launchApp({ folder, userData })
  expect(second).toEqual({ kind: 'ended', code: 0 })
  if (app.kind !== 'shell') return
  const focused = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows() as unknown as { focused: number }[]
      return window?.focused
    }, undefined)
  await expect.poll(focused).toBe(1)
})

forBrowser('size, place and language are remembered, and nothing else', async () => {
  const { app, userData, again } = await startPlainApp()
  const page = await app.window()
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1100, height: 700 })
  }, undefined)
  await ask(page, 'set.language', { language: 'en' })
  await app.close()
  expect(JSON.parse(await readFile(join(userData, 'window.json'), 'utf8'))).toEqual({
    bounds: { x: 30, y: 40, width: 1100, height: 700 },
    maximised: false,
    language: 'en',
  })
  const second = await again()
  await second.window()
  const remembered = await second.evaluate(({ BrowserWindow, Menu }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getNormalBounds()
    return { bounds, menu: Menu.getApplicationMenu()?.getMenuItemById('case.new')?.label }
  }, undefined)
  expect(remembered).toEqual({ bounds: { x: 30, y: 40, width: 1100, height: 700 }, menu: 'New blank case' })
})

forBrowser('a window that was on a display that is gone comes back on one that is there', async () => {
  const { app, userData, again } = await startPlainApp()
  await app.window()
  await app.close()
  const away = { bounds: { x: 9000, y: 9000, width: 1100, height: 700 }, maximised: false }
  await writeFile(join(userData, 'window.json'), JSON.stringify(away))
  const second = await again()
  await second.window()
  const bounds = await second.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    undefined,
  )
  expect(bounds?.x).toBeLessThan(1920)
  await second.close()
  await writeFile(join(userData, 'window.json'), '{"bounds": "nonsense"')
  expect(await (await (await again()).window()).title()).toBe('plain')
})

forBrowser('a window that closes is told, and waited for', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  await page.evaluate(() => window.page.answerClosing(400))
  const asked = Date.now()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined)
  await app.ended
  const took = Date.now() - asked
  expect(took).toBeGreaterThanOrEqual(400)
  // One that does not answer is waited for that long.
  expect(took).toBeLessThan(5000)
})

forBrowser('a window that does not answer closes after five seconds', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  await page.evaluate(() => window.page.answerClosing(undefined))
  const asked = Date.now()
  await app.evaluate(({ app: electronApp }) => electronApp.quit(), undefined)
  await expect.poll(() => eventsOf(page)).toEqual(['closing'])
  await app.ended
  expect(Date.now() - asked).toBeGreaterThanOrEqual(5000)
})

forBrowser('a window may ask the person first, and stays or closes as they say', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined)
  await page.evaluate(() => window.page.answerClosing(undefined))
  await close()
  await expect.poll(() => eventsOf(page)).toEqual(['closing'])
  await page.evaluate(() => window.page.platform.answerClosing?.('asking'))
  // Longer than a window may take that asks nobody.
  await page.waitForTimeout(5500)
  await page.evaluate(() => window.page.platform.answerClosing?.('staying'))
  await page.waitForTimeout(5500)
  expect(await page.title()).toBe('plain')

  await close()
  await expect.poll(() => eventsOf(page)).toEqual(['closing', 'closing'])
  await page.evaluate(() => window.page.platform.answerClosing?.('asking'))
  const answered = Date.now()
  await page.evaluate(() => window.page.platform.answerClosing?.('going'))
  await app.ended
  expect(Date.now() - answered).toBeGreaterThanOrEqual(4500)
})

forBrowser('a window that hangs with its question open closes when it is closed again', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined)
  await page.evaluate(() => window.page.answerClosing(undefined))
  await close()
  await expect.poll(() => eventsOf(page)).toEqual(['closing'])
  await page.evaluate(() => window.page.platform.answerClosing?.('asking'))
  await page.waitForTimeout(300)
  await close()
  await app.ended
})

forBrowser('an answer nobody asked for closes nothing', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  expect(await ask(page, 'ready.to.close', null)).toEqual({ state: 'done', value: null })
  expect(await ask(page, 'answer.closing', { answer: 'going' })).toEqual({ state: 'done', value: null })
  await page.waitForTimeout(300)
  expect(await page.title()).toBe('plain')
})

forBrowser('commands of the menu reach the window as something the person did', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const commands = ['case.new', 'case.open-folder', 'settings', 'edit.undo']
  const heard = page.waitForEvent('console', (message) => message.text() === 'edit.undo')
  await app.evaluate(({ Menu }, ids) => {
    for (const id of ids) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, commands)
  // Waited for outside of the page: what a test evaluates in it counts as an act too.
  await heard
  expect(await eventsOf(page)).toEqual(commands)
  expect(await page.evaluate(() => window.page.asActs)).toEqual(commands)
})

forBrowser('the sleep of the machine and its locked screen reach the window', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend')
    powerMonitor.emit('lock-screen')
  }, undefined)
  await expect.poll(() => eventsOf(page)).toEqual(['asleep', 'asleep'])
})

forBrowser('undo of the menu belongs to the text field that has the focus', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  await page.evaluate(() => {
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.type('typed')
  await app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('edit.undo')?.click(),
    undefined,
  )
  const text = () => page.evaluate(() => document.querySelector('input')?.value)
  await expect.poll(text).not.toBe('typed')
  expect(await eventsOf(page)).toEqual([])
})

forBrowser('after a crash of the page nothing half-made is left and the window opens again', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
      dialog.showMessageBox = async (...args: unknown[]) => {
        Object.assign(globalThis, { told: args[1] })
        return { response: 0, checkboxChecked: false }
      }
    },
    join(place, 'a.bin'),
  )
  await page.evaluate(async () => {
    const sink = await window.page.platform.saveFile('a.bin')
    await sink?.write(new Uint8Array(9_000_000))
  })
  expect(await readdir(place)).toHaveLength(1)
  const gone = page.waitForEvent('crash').catch(() => undefined)
  const session = await page.context().newCDPSession(page)
  await session.send('Page.crash').catch(() => undefined)
  await gone
  await expect.poll(() => readdir(place)).toEqual([])
  await expect.poll(async () => (await app.window()).title(), { timeout: 60_000 }).toBe('plain')
  const told = await app.evaluate(
    () => (globalThis as unknown as { told: { message: string } }).told,
    undefined,
  )
  expect(told.message).toBe('窗口意外停止')
  expect(await ask(await app.window(), 'log.read', null)).toMatchObject({
    value: expect.stringContaining('window gone: crashed') as string,
  })
})
