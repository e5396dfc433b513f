import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { type AddressInfo, createServer as createPlainServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serveWindow } from '../../src/serve/index.ts'
import { noncePlaceholder } from '../../src/shared/contract/content-security-policy.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

interface Asked {
  readonly method?: string
  readonly host?: string
}

async function served() {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'out', 'assets'), { recursive: true })
  const window = join(folder, 'out')
  await writeFile(join(window, 'index.html'), `<script nonce="${noncePlaceholder}"></script>`)
  await writeFile(join(window, 'assets', 'worker.js'), `'${noncePlaceholder}'`)
  await writeFile(join(window, 'assets', 'pdfium.wasm'), Uint8Array.of(0, 0x61, 0x73, 0x6d))
  await writeFile(join(window, '.env.json'), '"secret"')
  await writeFile(join(folder, 'package.json'), '"secret"')
  const port = await freePort()
  const options = { folder: window, port, stateFolder: join(folder, 'state') }
  const serving = await serveWindow(options)
  if (serving.state !== 'serving') throw new Error(serving.state)
  onTestFinished(() => serving.stop())
  const ask = (path: string, { method = 'GET', host = `127.0.0.1:${port}` }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asking = request({ port, host: '127.0.0.1', path, method, headers: { host } }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (body += part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
      asking.on('error', reject)
      asking.end()
    })
  return { folder, options, serving, ask, port }
}

test('a document carries the nonce of its own policy, a new one every time', async () => {
  const { ask } = await served()
  const [first, second] = [await ask('/'), await ask('/index.html')]
  const nonces = [first, second].map((answer) => {
    const policy = String(answer.headers['content-security-policy'])
    const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/=]{24})' 'wasm-unsafe-eval'/.exec(policy)?.[1] ?? ''
    expect(answer.body).toBe(`<script nonce="${nonce}"></script>`)
    return nonce
  })
  expect(nonces[0]).not.toBe(nonces[1])
})

test('every answer carries the headers of the window, worker scripts and refusals included', async () => {
  const { ask } = await served()
  for (const path of ['/', '/assets/worker.js', '/assets/pdfium.wasm', '/none']) {
    const { headers } = await ask(path)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'connection-allowlist': '(response-origin)',
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  }
  expect((await ask('/assets/worker.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect((await ask('/assets/pdfium.wasm')).headers['content-type']).toBe('application/wasm')
  expect((await ask('/assets/worker.js')).body).toBe(`'${noncePlaceholder}'`)
})

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/..\\package.json',
  '/..%5cpackage.json',
  '//package.json',
  '/.env.json',
  '/assets/',
  '/assets',
  '/index.html.',
  '/index.html%00.js',
  '/index.html::$DATA',
  '/C:/index.html',
  '/%',
  '/%ff',
  '/none.js',
  'http://example.com/index.html',
])('%s is no file of the window', async (path) => {
  const { ask } = await served()
  expect(await ask(path)).toMatchObject({ status: 404, body: '404\n' })
})

test('other names that lead here, and other methods, are refused', async () => {
  const { ask, port } = await served()
  for (const host of [
    'example.com',
    `localhost:${port}`,
    `127.0.0.1:${port + 1}`,
    '127.0.0.1',
    `[::1]:${port}`,
  ]) {
    expect(await ask('/', { host })).toMatchObject({ status: 421, body: `http://127.0.0.1:${port}/\n` })
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  }
  const head = await ask('/', { method: 'HEAD' })
  expect([head.status, head.body, Number(head.headers['content-length'])]).toEqual([200, '', 50])
})

test('it listens on the loopback address alone', async () => {
  const { port } = await served()
  const other = createPlainServer()
  await new Promise<void>((resolve, reject) => {
    other.once('error', reject)
    other.listen(port, '::1', () => resolve())
  }).catch(() => undefined)
  other.close()
  const { networkInterfaces } = await import('node:os')
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each && each.family === 'IPv4' && !each.internal)?.address
  if (outside === undefined) return
  const ended = await fetch(`http://${outside}:${port}/`).then(
    () => 'reached',
    () => 'refused',
  )
  expect(ended).toBe('refused')
})

test('a second start finds the first by its mark, which only this person can read', async () => {
  const { options, folder } = await served()
  expect(await serveWindow(options)).toEqual({
    state: 'already-running',
    address: `http://127.0.0.1:${options.port}/`,
  })
  const [mark = ''] = await readdir(options.stateFolder)
  if (process.platform !== 'win32') {
    expect((await stat(join(options.stateFolder, mark))).mode & 0o777).toBe(0o600)
  }
  const stranger = { ...options, stateFolder: join(folder, 'another person') }
  expect(await serveWindow(stranger)).toMatchObject({ state: 'port-taken' })
})

test('a program that holds the port is not taken for ours, even if it repeats what it hears', async () => {
  const folder = await temporaryFolder()
  const echo = createServer((asked, response) => response.end(asked.url))
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void echo.close())
  const { port } = echo.address() as AddressInfo
  await writeFile(join(folder, `running-${port}`), 'left by a server that was killed')
  expect(await serveWindow({ folder, port, stateFolder: folder })).toMatchObject({ state: 'port-taken' })
})

test('a silent program on the port is given up on', async () => {
  const folder = await temporaryFolder()
  const silent = createPlainServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void silent.close())
  const { port } = silent.address() as AddressInfo
  await writeFile(join(folder, `running-${port}`), 'secret')
  expect(await serveWindow({ folder, port, stateFolder: folder })).toMatchObject({ state: 'port-taken' })
})

test('when it is stopped the port is free and the mark gone', async () => {
  const { serving, options } = await served()
  await serving.stop()
  expect(await readdir(options.stateFolder)).toEqual([])
  const again = await serveWindow(options)
  expect(again.state).toBe('serving')
  if (again.state === 'serving') await again.stop()
})

test.skipIf(process.platform === 'win32')(
  'the mark is not written through a link somebody left',
  async () => {
    const folder = await temporaryFolder()
    const port = await freePort()
    await mkdir(join(folder, 'state'))
    await writeFile(join(folder, 'precious'), 'kept')
    await symlink(join(folder, 'precious'), join(folder, 'state', `running-${port}`))
    const serving = await serveWindow({ folder, port, stateFolder: join(folder, 'state') })
    if (serving.state === 'serving') await serving.stop()
    const { readFile } = await import('node:fs/promises')
    expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('kept')
  },
)

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createPlainServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
