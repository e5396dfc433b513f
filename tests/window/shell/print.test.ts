import { expect, test } from 'vitest'
import { browser } from '../harness/browser.ts'
import { eventually } from '../harness/eventually.ts'
import { startPlainApp } from './built-app.ts'
import { ask } from './in-page.ts'
import {
  choosePrint,
  endingOf,
  giveDocument,
  largePdf,
  printDocument,
  printPages,
  printWindowsOf,
  sentToPrints,
  sha256,
  streamsOf,
} from './print-scene.ts'

const forBrowser = test.skipIf(!browser)
const megabyte = 1024 * 1024
const name = "甲公司诉乙公司（合并卷）'1'.pdf"

forBrowser('a print window gets the very bytes, and gets them again when it is reloaded', async () => {
  const { app } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  const pdf = await largePdf(7 * megabyte)
  await giveDocument(page, pdf)
  await printDocument(page, { name })
  await eventually(() => endingOf(page, name)).toBe('shown')
  const [print] = await printPages(app, 1)
  await eventually(async () => (await sentToPrints(app)).length).toBe(1)
  const [first] = await sentToPrints(app)
  expect(first).toMatchObject({
    status: 200,
    isWhole: true,
    bytes: pdf.bytes.byteLength,
    sha256: sha256(pdf),
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.bytes.byteLength),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('甲公司诉乙公司')}%EF%BC%88${encodeURIComponent('合并卷')}%EF%BC%89%271%27.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
  await print!.reload()
  await eventually(async () => (await sentToPrints(app)).filter(({ isWhole }) => isWhole).length).toBe(2)
  expect((await sentToPrints(app)).map((each) => each.sha256)).toEqual([sha256(pdf), sha256(pdf)])
  expect(await streamsOf(page)).toEqual({ begun: 2, ended: 2 })
  // What a script in the page of the print window would get of it: the same again.
  const fetched = await print!.evaluate(async () => {
    const answer = await fetch(location.href)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()))
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  })
  expect(fetched).toBe(sha256(pdf))
  // The viewer of Chromium shows it.
  await eventually(async () =>
    print!.frames().some((frame) => frame.url().startsWith('chrome-extension:')),
  ).toBe(true)
})

forBrowser(
  'it is printed in as many copies and on as many sides as was chosen, and told in the language',
  async () => {
    const { app } = await startPlainApp()
    if (app.kind !== 'shell') return
    const page = await app.window()
    await giveDocument(page, await largePdf(1000))
    await printDocument(page, { name, copies: 3, sides: 'double' })
    await eventually(() => endingOf(page, name)).toBe('shown')
    await choosePrint(app)
    expect(await printWindowsOf(app)).toEqual([
      {
        title: name,
        menu: ['文件'],
        focused: 0,
        printed: [{ silent: false, copies: 3, duplexMode: 'longEdge' }],
      },
    ])
    await ask(page, 'set.language', { language: 'en' })
    // The same name again: one window, which comes forward and shows what is new.
    const newer = await largePdf(2000)
    await giveDocument(page, newer)
    await printDocument(page, { name, copies: 1, sides: 'single' })
    await eventually(() => endingOf(page, name)).toBe('shown')
    await choosePrint(app)
    expect(await printWindowsOf(app)).toEqual([
      {
        title: name,
        menu: ['File'],
        focused: 1,
        printed: [
          { silent: false, copies: 3, duplexMode: 'longEdge' },
          { silent: false, copies: 1, duplexMode: 'simplex' },
        ],
      },
    ])
    await eventually(async () => (await sentToPrints(app)).at(-1)?.sha256).toBe(sha256(newer))
    await printDocument(page, { name: 'another.pdf' })
    await printPages(app, 2)
  },
)

forBrowser('printing that does not begin is said; a cancelled one is not', async () => {
  const { app } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  await giveDocument(page, await largePdf(1000))
  await printDocument(page, { name })
  await eventually(() => endingOf(page, name)).toBe('shown')
  const told = (reason: string) =>
    app.evaluate(({ BrowserWindow, dialog }, why) => {
      const messages: unknown[] = []
      dialog.showMessageBox = async (...args: unknown[]) => {
        messages.push((args[1] as { message: string }).message)
        return { response: 0, checkboxChecked: false }
      }
      const window = BrowserWindow.getAllWindows().at(-1) as unknown as {
        webContents: { print(options: object, done: (begun: boolean, reason: string) => void): void }
        menu: { getMenuItemById(id: string): { click(): void } }
      }
      window.webContents.print = (_options, done) => done(false, why)
      window.menu.getMenuItemById('print').click()
      return messages
    }, reason)
  expect(await told('Print job canceled')).toEqual([])
  expect(await told('Print job failed')).toEqual(['打印没有开始'])
})

forBrowser('closed in the middle, the stream ends quietly and its grant with it', async () => {
  const { app } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  await giveDocument(page, await largePdf(12 * megabyte))
  await printDocument(page, { name, after: { bytes: 8 * megabyte, then: 'wait' } })
  await eventually(() => page.evaluate(() => 'goOn' in window)).toBe(true)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.close(), undefined)
  await eventually(() => endingOf(page, name)).toBe('shown')
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn())
  await eventually(() => streamsOf(page)).toEqual({ begun: 1, ended: 1 })
  await eventually(async () => (await sentToPrints(app)).length).toBe(1)
  const [sent] = await sentToPrints(app)
  expect(sent).toMatchObject({ isWhole: false })
  expect(await answerOf(app, sent!.url)).toEqual([404, 404])
  expect(await page.evaluate(() => window.page.events)).toEqual([])
  // Its place is free again.
  await printDocument(page, { name: 'next.pdf' })
  await eventually(() => endingOf(page, 'next.pdf')).toBe('shown')
  await eventually(async () => (await sentToPrints(app)).length).toBe(2)
  const log = (await ask(page, 'log.read', null)) as { value: string }
  expect(log.value).not.toContain('bug')
})

forBrowser('reloaded in the middle, only the new turn is read', async () => {
  const { app } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  const pdf = await largePdf(12 * megabyte)
  await giveDocument(page, pdf)
  await printDocument(page, { name, after: { bytes: 8 * megabyte, then: 'wait' } })
  await eventually(() => page.evaluate(() => 'goOn' in window)).toBe(true)
  const before = await page.evaluate(() => {
    const { goOn } = window as unknown as { goOn: () => void }
    Object.assign(window, { goOn: undefined })
    return typeof Object.assign(window, { first: goOn })
  })
  expect(before).toBe('object')
  const [print] = await printPages(app, 1)
  void print!.reload().catch(() => undefined)
  await eventually(() => page.evaluate(() => typeof (window as unknown as { goOn: unknown }).goOn)).toBe(
    'function',
  )
  await page.evaluate(() => {
    const both = window as unknown as { first: () => void; goOn: () => void }
    both.first()
    both.goOn()
  })
  await eventually(() => endingOf(page, name)).toBe('shown')
  // The abandoned turn may be noted after the whole one.
  await eventually(async () => (await sentToPrints(app)).length).toBe(2)
  const whole = (await sentToPrints(app)).filter(({ isWhole }) => isWhole)
  expect(whole).toMatchObject([{ sha256: sha256(pdf) }])
})

forBrowser('a document that cannot be read, or is not as long as announced, closes its window', async () => {
  const { app } = await startPlainApp()
  if (app.kind !== 'shell') return
  const page = await app.window()
  const pdf = await largePdf(6 * megabyte)
  await giveDocument(page, pdf)
  await printDocument(page, { name, after: { bytes: 3 * megabyte, then: 'fail' } })
  await eventually(() => endingOf(page, name)).toBe('TypeError: unreadable')
  await printPages(app, 0)
  for (const bytes of [pdf.bytes.byteLength - 1, pdf.bytes.byteLength + 1]) {
    await printDocument(page, { name, bytes })
    await eventually(() => endingOf(page, name)).toMatch(/^BrokenRequest: print\.(write|end) ended in a bug/)
    await printPages(app, 0)
  }
  const sent = (await sentToPrints(app)).filter(({ status }) => status === 200)
  expect(sent.filter(({ isWhole }) => isWhole)).toEqual([])
})

forBrowser(
  'print windows go when the vault is locked, the page goes away or the window is closed',
  async () => {
    const { app } = await startPlainApp()
    if (app.kind !== 'shell') return
    const page = await app.window()
    const pdf = await largePdf(1000)
    const show = async () => {
      await giveDocument(page, pdf)
      for (const each of ['a.pdf', 'b.pdf']) await printDocument(page, { name: each })
      await eventually(() => endingOf(page, 'b.pdf')).toBe('shown')
      await printPages(app, 2)
    }
    await show()
    await page.evaluate(() => window.page.platform.closePrints?.())
    await printPages(app, 0)
    await show()
    await page.reload()
    await printPages(app, 0)
    await show()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), undefined)
    expect(await app.ended).toBe(0)
  },
)

/** How main answers an address in a print session, and in the window's own. */
async function answerOf(
  app: Awaited<ReturnType<typeof startPlainApp>>['app'],
  url: string,
): Promise<number[]> {
  return app.evaluate(async ({ protocol, session }, address) => {
    const own = (session.fromPartition('print-1') as unknown as { protocol: typeof protocol }).protocol
    const statusOf = async (from: unknown) =>
      (await (from as { answer: (url: string) => Promise<Response> }).answer(address)).status
    return [await statusOf(own), await statusOf(protocol)]
  }, url)
}
