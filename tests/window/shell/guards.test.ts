import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { browser } from '../harness/browser.ts'
import { eventually } from '../harness/eventually.ts'
import { startPlainApp } from './built-app.ts'
import { ask } from './in-page.ts'

const forBrowser = test.skipIf(!browser)
const broken = expect.objectContaining({ state: 'broken' }) as object

/** Somebody who listens, on an address the browser could reach; counts who came. */
async function listener(): Promise<{ readonly address: string; readonly visits: () => number }> {
  let visits = 0
  const server = createServer((_request, response) => {
    visits += 1
    response.end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void server.close())
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, visits: () => visits }
}

/** Where the page is after whatever it tried. */
async function placeOf(page: Page): Promise<string> {
  await page.waitForTimeout(300)
  return `${await page.title()} ${new URL(page.url()).host}`
}

forBrowser('nothing of the page reaches anybody', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const { address, visits } = await listener()
  const endings = await page.evaluate(async (host) => {
    const loaded = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement | HTMLIFrameElement) =>
      new Promise<string>((resolve) => {
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        setTimeout(() => resolve('refused'), 1000)
        document.body.append(element)
      })
    const refused = () => 'refused'
    const socket = () =>
      new Promise<string>((resolve) => {
        try {
          const one = new WebSocket(`ws://${host}/`)
          one.onopen = () => resolve('open')
          one.onerror = () => resolve('refused')
        } catch {
          resolve('refused')
        }
      })
    const worker = () =>
      new Promise<string>((resolve) => {
        try {
          new Worker(`http://${host}/w.js`).onerror = () => resolve('refused')
        } catch {
          resolve('refused')
        }
      })
    return {
      fetch: await fetch(`http://${host}/`, { mode: 'no-cors' }).then(() => 'reached', refused),
      https: await fetch('https://example.com/').then(() => 'reached', refused),
      beacon: navigator.sendBeacon(`http://${host}/`, 'x') ? 'queued' : 'refused',
      socket: await socket(),
      image: await loaded(Object.assign(new Image(), { src: `http://${host}/i.png` })),
      script: await loaded(Object.assign(document.createElement('script'), { src: `http://${host}/s.js` })),
      style: await loaded(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${host}/s.css` }),
      ),
      frame: await loaded(Object.assign(document.createElement('iframe'), { src: `http://${host}/` })),
      worker: await worker(),
    }
  }, address)
  expect({ ...endings, beacon: '', frame: '' }).toEqual({
    fetch: 'refused',
    https: 'refused',
    beacon: '',
    socket: 'refused',
    image: 'refused',
    script: 'refused',
    style: 'refused',
    frame: '',
    worker: 'refused',
  })
  expect(visits()).toBe(0)
  expect(await page.evaluate(() => window.page.violations.length)).toBeGreaterThanOrEqual(8)
})

forBrowser('a peer connection sends no packet', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  let packets = 0
  const socket = createSocket('udp4', () => (packets += 1))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void socket.close())
  await page.evaluate(async (port) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }, socket.address().port)
  expect(packets).toBe(0)
})

forBrowser('the page stays where it is', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const { address, visits } = await listener()
  const here = await placeOf(page)
  // What the main process has to stop; what Chromium itself does not begin has no protocol here.
  const attempts: [string | undefined, (host: string) => void][] = [
    ['http:', (host) => void (location.href = `http://${host}/`)],
    ['http:', (host) => location.replace(`http://${host}/`)],
    ['https:', () => void (location.href = 'https://example.com/')],
    [undefined, () => void (location.href = 'data:text/html,x')],
    [
      'http:',
      (host) => {
        const refresh = document.createElement('meta')
        refresh.httpEquiv = 'refresh'
        refresh.content = `0;url=http://${host}/`
        document.head.append(refresh)
      },
    ],
  ]
  await app.evaluate(({ BrowserWindow }) => {
    const kept = Object.assign(globalThis, { kept: [] as string[] }).kept
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event, url) => {
      if (event.defaultPrevented) kept.push(new URL(url).protocol)
    })
  }, undefined)
  const kept = () => app.evaluate(() => (globalThis as { kept?: string[] }).kept ?? [], undefined)
  const stopped: string[] = []
  for (const [protocol, attempt] of attempts) {
    await page.evaluate(attempt, address).catch(() => undefined)
    if (protocol !== undefined) stopped.push(protocol)
    await eventually(kept).toEqual(stopped)
    await eventually(() => placeOf(page)).toBe(here)
  }
  expect(visits()).toBe(0)
})

forBrowser('a form sends nothing', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const { address, visits } = await listener()
  await page.evaluate((host) => {
    const form = Object.assign(document.createElement('form'), { action: `http://${host}/`, method: 'post' })
    document.body.append(form)
    form.submit()
  }, address)
  await page.waitForTimeout(300)
  expect(visits()).toBe(0)
})

forBrowser('no second window opens, and no address is handed to the system', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const opened = await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.com/',
      target: '_blank',
      textContent: 'x',
    })
    document.body.append(link)
    link.click()
    return window.open('https://example.com/')
  })
  expect(opened).toBeNull()
  await page.waitForTimeout(300)
  expect(page.context().pages()).toHaveLength(1)
})

forBrowser('the guards of the main process hold by themselves', async () => {
  const { app } = await startPlainApp()
  await app.window()
  if (app.kind !== 'shell') return
  const answers = await app.evaluate(async ({ app: electronApp, session }) => {
    const guarded = session.defaultSession as unknown as {
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
    }
    const asked = (permission: string, requestingUrl: string) =>
      new Promise<boolean>((resolve) =>
        guarded.permissionRequest(null, permission, resolve, { requestingUrl }),
      )
    const addresses = [
      'app://dossier/index.html',
      'blob:app://dossier/5d1c',
      'devtools://devtools/x.js',
      'app://other/',
      'http://127.0.0.1:1/',
      'https://example.com/',
      'ws://example.com/',
      'file:///etc/passwd',
      'blob:https://example.com/5d1c',
      'data:text/html,x',
      'chrome-extension://x/y.js',
      'not an address',
    ]
    return {
      let: (
        await Promise.all(addresses.map(async (each) => ((await guarded.lets(each, 'xhr')) ? [each] : [])))
      ).flat(),
      persistent: await asked('persistent-storage', 'app://dossier/'),
      foreign: await asked('persistent-storage', 'https://example.com/'),
      camera: await asked('media', 'app://dossier/'),
      checks: ['persistent-storage', 'clipboard-sanitized-write', 'clipboard-read', 'geolocation'].filter(
        (each) => guarded.permissionCheck(null, each, 'app://dossier'),
      ),
      device: guarded.devicePermission(),
      spelling: guarded.spellCheck,
      names: electronApp.commandLine.getSwitchValue('host-resolver-rules'),
      proxy: electronApp.commandLine.hasSwitch('no-proxy-server'),
    }
  }, undefined)
  expect(answers).toEqual({
    let: ['app://dossier/index.html', 'blob:app://dossier/5d1c', 'devtools://devtools/x.js'],
    persistent: true,
    foreign: false,
    camera: false,
    checks: ['persistent-storage', 'clipboard-sanitized-write'],
    device: false,
    spelling: false,
    names: 'MAP * ~NOTFOUND',
    proxy: true,
  })
})

forBrowser('the scheme gives files of the window, and no others', async () => {
  const { app } = await startPlainApp()
  const page = await app.window()
  const statusOf = (path: string) =>
    page.evaluate(async (each) => (await fetch(each)).status, path).catch(() => 'refused')
  const statuses = await Promise.all(
    [
      '/',
      '/index.html',
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/%2e%2e%2fsecret.json',
      '/..%5csecret.json',
      '/assets/../../secret.json',
      '//etc/passwd',
      '/etc/passwd',
      '/.hidden.json',
      '/assets/',
      '/none.js',
      '/%',
    ].map(statusOf),
  )
  expect(statuses.slice(0, 2)).toEqual([200, 200])
  expect(new Set(statuses.slice(2))).toEqual(new Set([404, 'refused']))
  const posted = await page.evaluate(async () => (await fetch('/', { method: 'POST', body: 'x' })).status)
  expect(posted).toBe(405)
  if (app.kind !== 'shell') return
  // A browser tidies an address up before it asks; the handler itself must not need that.
  const raw = await app.evaluate(async ({ protocol }) => {
    const { answer } = protocol as unknown as { answer: (url: string) => Promise<Response> }
    const statusOfRaw = async (url: string) => (await answer(url)).status
    return Promise.all(
      ['app://dossier/%2e%2e%2f%2e%2e%2fsecret.json', 'app://other/index.html'].map(statusOfRaw),
    )
  }, undefined)
  expect(raw).toEqual([404, 404])
})

forBrowser(
  'requests that are unknown, bad or foreign are refused and logged without what they carried',
  async () => {
    const { app, userData } = await startPlainApp()
    const page = await app.window()
    for (const [name, input] of [
      ['read.file', { path: '/etc/passwd' }],
      ['__proto__', null],
      ['constructor', null],
      ['toString', null],
      [42, null],
      ['set.language', { language: 'fr' }],
      ['set.language', { language: 'zh', more: 1 }],
      ['save.file', { suggestedName: '' }],
      ['save.file', { suggestedName: 'x'.repeat(256) }],
      ['sink.write', { sink: 'x', bytes: [1, 2, 3] }],
      ['about', { x: 1 }],
      ['about', undefined],
    ] as const) {
      expect({ name, outcome: await ask(page, name as string, input) }).toEqual({ name, outcome: broken })
    }
    const foreign = await app.evaluate(async ({ ipcMain, BrowserWindow }) => {
      const { _invokeHandlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object, name: string, input: unknown) => Promise<unknown>>
      }
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents
      const senders = [
        { sender: {}, senderFrame: { url: 'app://dossier/' } },
        { sender: contents, senderFrame: { url: 'app://dossier/' } },
        { sender: contents, senderFrame: null },
        { sender: {}, senderFrame: contents?.mainFrame },
      ]
      return Promise.all(senders.map(async (event) => _invokeHandlers.get('request')?.(event, 'about', null)))
    }, undefined)
    expect(foreign).toEqual([broken, broken, broken, broken])
    const log = (await ask(page, 'log.read', null)) as { value: string }
    expect(log.value).toContain('an unknown request was refused')
    expect(log.value).toContain('a request of a foreign sender was refused')
    expect(log.value).toMatch(/bad input of .*unrecognized_keys/)
    expect(log.value).not.toContain('passwd')
    expect(log.value).not.toContain(userData)
  },
)
