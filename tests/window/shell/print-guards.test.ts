import { expect, test } from 'vitest'
import { browser } from '../harness/browser.ts'
import { eventually } from '../harness/eventually.ts'
import { startPlainApp } from './built-app.ts'
import { ask } from './in-page.ts'
import type { RunningApp } from './launch-app.ts'
import { endingOf, giveDocument, largePdf, printDocument, printPages, sentToPrints } from './print-scene.ts'

const forBrowser = test.skipIf(!browser)
const broken = expect.objectContaining({ state: 'broken' }) as object
const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html'

/** The application with one print window open, and its address as main knows it. */
async function printing() {
  const { app } = await startPlainApp()
  const page = await app.window()
  await giveDocument(page, await largePdf(1000))
  await printDocument(page, { name: '卷.pdf' })
  await eventually(() => endingOf(page, '卷.pdf')).toBe('shown')
  await eventually(async () => (await sentToPrints(app)).length).toBe(1)
  const [sent] = await sentToPrints(app)
  const [print] = await printPages(app, 1)
  return { app, page, print: print!, address: sent!.url }
}

forBrowser('a print window reaches its one document and the viewer, and nothing else', async () => {
  const { app, page, print, address } = await printing()
  if (app.kind !== 'shell') return
  expect(address).toMatch(/^app:\/\/dossier\/print\/[0-9a-f]{32}$/)
  const answers = await app.evaluate(
    async ({ session }, [own, ofViewer]) => {
      const guarded = session.fromPartition('print-1') as unknown as {
        lets(url: string, kind: string): Promise<boolean>
        permissionCheck(contents: null, permission: string, origin: string): boolean
        permissionRequest(
          contents: null,
          permission: string,
          answer: (granted: boolean) => void,
          details: object,
        ): void
        devicePermission(): boolean
        spellCheck: boolean
        emit(name: string, event: object): boolean
      }
      const addresses = [
        own,
        ofViewer,
        'chrome://resources/css/text_defaults_md.css',
        `${own}x`,
        `${own}?x`,
        'app://dossier/',
        'app://dossier/index.html',
        'app://dossier/print/',
        'blob:app://dossier/5d1c',
        'devtools://devtools/x.js',
        'chrome-extension://x/y.js',
        'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai.example.com/',
        'chrome://settings/',
        'http://127.0.0.1:1/',
        'https://example.com/',
        'ws://example.com/',
        'file:///etc/passwd',
      ]
      const permissions = [
        'persistent-storage',
        'clipboard-sanitized-write',
        'media',
        'fullscreen',
        'geolocation',
      ]
      const asked = (permission: string) =>
        new Promise<boolean>((resolve) =>
          guarded.permissionRequest(null, permission, resolve, { requestingUrl: own }),
        )
      let saved = true
      guarded.emit('will-download', { preventDefault: () => (saved = false) })
      return {
        let: (
          await Promise.all(addresses.map(async (each) => ((await guarded.lets(each, 'xhr')) ? [each] : [])))
        ).flat(),
        granted: (await Promise.all(permissions.map(asked))).filter(Boolean),
        checked: permissions.filter((each) => guarded.permissionCheck(null, each, 'app://dossier')),
        device: guarded.devicePermission(),
        spelling: guarded.spellCheck,
        saved,
      }
    },
    [address, viewer] as const,
  )
  expect(answers).toEqual({
    let: [address, viewer, 'chrome://resources/css/text_defaults_md.css'],
    granted: [],
    checked: [],
    device: false,
    spelling: false,
    saved: false,
  })
  expect(
    await print.evaluate(() => ({
      names: ['bridge', 'page', 'require', 'process', 'module', 'Buffer', 'global'].filter(
        (name) => name in window,
      ),
      opened: window.open('app://dossier/'),
    })),
  ).toEqual({ names: [], opened: null })
  await print.evaluate(() => void (location.href = 'https://example.com/')).catch(() => undefined)
  await print.evaluate((home) => void (location.href = home), page.url()).catch(() => undefined)
  await print.waitForTimeout(300)
  expect(await printPages(app, 1)).toEqual([print])
})

forBrowser('the contents of a print window stay where they are', async () => {
  const { app, address } = await printing()
  if (app.kind !== 'shell') return
  const seen = await app.evaluate(
    ({ BrowserWindow }, [own, ofViewer]) => {
      interface Known {
        readonly options: { readonly webPreferences: Record<string, unknown> }
        readonly webContents: { readonly peerPolicy: string; emit(name: string, event: object): void }
      }
      const { options, webContents } = BrowserWindow.getAllWindows().at(-1) as unknown as Known
      const may = (name: string, url: string, isMainFrame: boolean) => {
        let goes = true
        webContents.emit(name, { url, isMainFrame, preventDefault: () => (goes = false) })
        return goes
      }
      const addresses = [own, ofViewer, 'app://dossier/', 'https://example.com/', 'data:text/html,x']
      const { session: _session, ...preferences } = options.webPreferences
      return {
        navigate: addresses.filter((each) => may('will-navigate', each, true)),
        redirect: addresses.filter((each) => may('will-redirect', each, true)),
        main: addresses.filter((each) => may('will-frame-navigate', each, true)),
        frames: addresses.filter((each) => may('will-frame-navigate', each, false)),
        webview: may('will-attach-webview', own, true),
        peers: webContents.peerPolicy,
        preferences,
      }
    },
    [address, viewer] as const,
  )
  expect(seen).toEqual({
    navigate: [address],
    redirect: [address],
    main: [address],
    frames: [address, viewer],
    webview: false,
    peers: 'disable_non_proxied_udp',
    preferences: {
      plugins: true,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
})

forBrowser('only the address of an open document is answered, and only in its own window', async () => {
  const { app, page, print, address } = await printing()
  if (app.kind !== 'shell') return
  const path = new URL(address).pathname
  const statusOf = (where: typeof page, each: string, method = 'GET') =>
    where.evaluate(async ([to, how]) => (await fetch(to!, { method: how! })).status, [each, method])
  expect(await statusOf(print, path)).toBe(200)
  expect(await statusOf(print, path, 'POST')).toBe(405)
  for (const each of ['/', '/index.html', '/print/', `/print/${'0'.repeat(32)}`, `${path}0`, `${path}?x`]) {
    expect({ each, status: await statusOf(print, each) }).toEqual({ each, status: 404 })
  }
  expect(await statusOf(page, path)).toBe(404)
  const statuses = () => answersTo(app, address)
  expect(await statuses()).toEqual({ print: 200, other: 'none', window: 404 })
  await printDocument(page, { name: 'b.pdf' })
  await printPages(app, 2)
  expect(await statuses()).toEqual({ print: 200, other: 404, window: 404 })
  await ask(page, 'print.close', { grant: path.slice('/print/'.length) })
  await printPages(app, 1)
  expect(await statuses()).toEqual({ print: 404, other: 404, window: 404 })
})

function answersTo(app: RunningApp, address: string) {
  return app.evaluate(async ({ protocol, session }, url) => {
    type Answering = { answer: (url: string) => Promise<Response> } | undefined
    const statusOf = async (partition: string) => {
      const { protocol: own } = session.fromPartition(partition) as unknown as {
        protocol: Answering & { isProtocolHandled?: unknown }
        webRequest: unknown
      }
      const isGuarded = (session.fromPartition(partition) as unknown as { beforeRequest: unknown })
        .beforeRequest
      return isGuarded ? (await own.answer(url)).status : 'none'
    }
    return {
      print: await statusOf('print-1'),
      other: await statusOf('print-2'),
      window: (await (protocol as unknown as NonNullable<Answering>).answer(url)).status,
    }
  }, address)
}

forBrowser('requests for printing that lie are refused, and closed windows want nothing', async () => {
  const { app, page } = await printing()
  const open = (input: object) =>
    ask(page, 'print.open', { name: 'x', bytes: 1, copies: 1, sides: 'single', ...input })
  for (const input of [
    { name: '' },
    { name: 'x'.repeat(256) },
    { bytes: 0 },
    { bytes: 1.5 },
    { copies: 0 },
    { copies: 100 },
    { sides: 'triple' },
    { silent: true },
  ]) {
    expect({ input, outcome: await open(input) }).toEqual({ input, outcome: broken })
  }
  const grant = '0'.repeat(32)
  const write = (bytes: Uint8Array) => ask(page, 'print.write', { grant, turn: 1, bytes })
  expect(await write(new Uint8Array(1))).toEqual({ state: 'done', value: { wanted: false } })
  expect(await ask(page, 'print.end', { grant, turn: 1 })).toEqual({ state: 'done', value: null })
  expect(await ask(page, 'print.close', { grant })).toEqual({ state: 'done', value: null })
  const large = await page.evaluate((id) => {
    const { bridge } = window as unknown as {
      bridge: { request(name: string, input: object): Promise<object> }
    }
    const bytes = new Uint8Array(4 * 1024 * 1024 + 1)
    return bridge.request('print.write', { grant: id, turn: 1, bytes })
  }, grant)
  expect(large).toEqual(broken)
  // A runaway window does not fill the screen.
  const opened = []
  for (let i = 0; i < 8; i += 1) opened.push(((await open({ name: `${i}` })) as { state: string }).state)
  expect(opened).toEqual([...Array<string>(7).fill('done'), 'broken'])
  await page.evaluate(() => location.reload())
  await printPages(app, 0)
})
