import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
// @ts-expect-error a script without types
import { browserForTests } from '../../../scripts/find-browser.mjs'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}
/** As the window's own, without the nonces nothing here needs. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; " +
  "connect-src 'self'; worker-src 'self'"

export interface OpenedEnginePage {
  readonly page: Page
  readonly browser: Browser
  /** Serves a file of the disk to the page; gives its address. */
  serve(path: string): string
  /** What the page wrote to its console as an error. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Builds a page with nothing but the engine's client on it, as the window is built, and opens it in Chromium. */
export async function openEnginePage(
  outDir: string,
  args: readonly string[] = [],
): Promise<OpenedEnginePage> {
  await build({
    root: fileURLToPath(new URL('./page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })
  const served: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const disk = path.startsWith('/disk/') ? served[Number(path.slice(6))] : undefined
    const file = disk ?? join(outDir, path === '/' ? 'index.html' : path)
    readFile(file).then(
      (bytes) => {
        const type = types[extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy })
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = await browserForTests({ shell: true })
  const browser = await chromium.launch({ executablePath: found.path, args: [...found.args, ...args] })
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'page' in globalThis)
  return {
    page,
    browser,
    complaints,
    serve: (path) => `/disk/${served.push(path) - 1}`,
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
