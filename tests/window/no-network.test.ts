import { createServer } from 'node:http'
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import type { Page, Worker } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { browser } from './harness/browser.ts'
import { openWindow } from './harness/open-window.ts'

/** A server that is not ours and would answer everything; says what reached it. */
async function stranger() {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('hello')
  })
  server.on('upgrade', (request, socket) => {
    heard.push(`websocket ${request.url ?? ''}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { heard, host: `127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Every way out a page has; each gives what came of it, `out` when something answered. */
async function tryEverything(page: Page, host: string): Promise<Record<string, string>> {
  return page.evaluate(async (foreign) => {
    const http = `http://${foreign}`
    const outcome = (start: () => Promise<unknown>) =>
      Promise.race([
        start().then(
          () => 'out',
          () => 'refused',
        ),
        new Promise<string>((resolve) => setTimeout(() => resolve('silent'), 1500)),
      ])
    const loaded = (element: HTMLElement) =>
      outcome(
        () =>
          new Promise((resolve, reject) => {
            element.addEventListener('load', resolve)
            element.addEventListener('error', reject)
            document.body.append(element)
          }),
      )
    const make = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      return element
    }
    const opened = (target: EventTarget) =>
      outcome(
        () =>
          new Promise((resolve, reject) => {
            target.addEventListener('open', resolve)
            target.addEventListener('message', resolve)
            target.addEventListener('error', reject)
          }),
      )
    const font = async () => {
      await new FontFace('foreign', `url(${http}/font)`).load()
    }
    const form = async () => {
      const element = make('form', { action: `${http}/form`, method: 'post' }) as HTMLFormElement
      document.body.append(element)
      element.submit()
      await new Promise((_resolve, reject) => setTimeout(reject, 500))
    }
    const results = await Promise.all([
      outcome(() => fetch(`${http}/fetch`)),
      outcome(() => fetch(`${http}/no-cors`, { mode: 'no-cors' })),
      outcome(() => fetch(`${http}/keepalive`, { method: 'POST', keepalive: true, body: 'case' })),
      outcome(
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest()
            request.onload = resolve
            request.onerror = reject
            request.open('GET', `${http}/xhr`)
            request.send()
          }),
      ),
      loaded(make('img', { src: `${http}/img` })),
      loaded(make('script', { src: `${http}/script` })),
      loaded(make('link', { rel: 'stylesheet', href: `${http}/style` })),
      loaded(make('link', { rel: 'prefetch', href: `${http}/prefetch` })),
      loaded(make('link', { rel: 'preload', as: 'fetch', href: `${http}/preload` })),
      loaded(make('link', { rel: 'icon', href: `${http}/icon` })),
      loaded(make('iframe', { src: `${http}/iframe` })),
      loaded(make('object', { data: `${http}/object` })),
      loaded(make('video', { src: `${http}/video` })),
      outcome(async () => opened(new WebSocket(`ws://${foreign}/websocket`))).then(async (state) => state),
      opened(new EventSource(`${http}/events`)),
      outcome(async () => {
        if (!navigator.sendBeacon(`${http}/beacon`, 'case')) throw new Error('refused')
        await new Promise((_resolve, reject) => setTimeout(reject, 300))
      }),
      outcome(
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(`${http}/worker`, { type: 'module' })
            worker.onmessage = resolve
            worker.onerror = reject
          }),
      ),
      outcome(font),
      outcome(form),
    ])
    const names =
      'fetch no-cors keepalive xhr img script style prefetch preload icon iframe object video websocket events beacon worker font form'
    return Object.fromEntries(names.split(' ').map((name, index) => [name, results[index] ?? 'not tried']))
  }, host)
}

test.skipIf(!browser)('no way out of the page reaches another server', async () => {
  const { heard, host } = await stranger()
  const window = await openWindow()
  await window.page.locator('main').waitFor()
  window.problems.expect(/./)

  const outcomes = await tryEverything(window.page, host)
  // As text: the test runner would make the import its own.
  const imported = `import('http://${host}/module').then(() => 'out', () => 'refused')`
  expect(await window.page.evaluate<string>(imported)).toBe('refused')
  expect(Object.keys(outcomes)).toHaveLength(19)
  expect(heard).toEqual([])
  // An element that is refused may also say nothing, or load an error page of the browser's own.
  expect(outcomes).toMatchObject({
    fetch: 'refused',
    xhr: 'refused',
    'no-cors': 'refused',
  })
})

test.skipIf(!browser)('no worker of the window reaches another server', async () => {
  const { heard, host } = await stranger()
  const window = await openWindow()
  await window.page.locator('main').waitFor()
  window.problems.expect(/./)
  // The window starts its workers when they are needed; the policy comes with every script it serves.
  const script = await window.page.evaluate(() => {
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    return scripts[0]?.src ?? ''
  })
  const policy = (await window.context.request.get(script)).headers()['content-security-policy']
  expect(policy).toMatch(/default-src 'none'.*connect-src 'self'/)
  const tries = window.page
    .workers()
    .map((worker: Worker) =>
      worker.evaluate<string>(`fetch('http://${host}/worker').then(() => 'out', () => 'refused')`),
    )
  for (const outcome of await Promise.all(tries)) expect(outcome).toBe('refused')
  expect(heard).toEqual([])
})

test.skipIf(!browser)('no peer connection reaches another server', async () => {
  const socket = createSocket('udp4')
  const heard: string[] = []
  socket.on('message', () => heard.push('a packet'))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    socket.close()
  })
  const window = await openWindow()
  await window.page.locator('main').waitFor()
  window.problems.expect(/./)
  await window.page
    .evaluate(async (port) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
      peer.createDataChannel('case')
      const gathered = new Promise((resolve) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(undefined)
      })
      await peer.setLocalDescription(await peer.createOffer())
      await Promise.race([gathered, new Promise((resolve) => setTimeout(resolve, 1500))])
    }, socket.address().port)
    .catch(() => undefined)
  expect(heard).toEqual([])
})

test.skipIf(!browser)('neither a new window nor the window itself goes to another server', async () => {
  const { heard, host } = await stranger()
  const window = await openWindow()
  await window.page.locator('main').waitFor()
  window.problems.expect(/./)
  await window.page.evaluate((foreign) => {
    open(`http://${foreign}/open`)
    const link = Object.assign(document.createElement('a'), {
      href: `http://${foreign}/link`,
      target: '_blank',
    })
    document.body.append(link)
    link.click()
    location.href = `http://${foreign}/navigation`
  }, host)
  await window.page.waitForURL((url) => url.protocol === 'chrome-error:')
  expect(heard).toEqual([])
})
