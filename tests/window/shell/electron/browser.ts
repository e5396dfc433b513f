import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { app } from './app.ts'
import { listenForWindow, type Loopback, type PageRequests } from './loopback.ts'
import { closeRegistration } from './protocol.ts'

export interface ShellBrowser {
  readonly context: BrowserContext
  readonly loopback: Loopback
}

let running: ShellBrowser | undefined

/** The browser behind the windows. Throws before the application is ready, as Electron does. */
export function shellBrowser(): ShellBrowser {
  if (!running) throw new Error('Cannot create BrowserWindow before app is ready')
  return running
}

/** What the application asked for, but for the names: the shell's own address must be found. */
function applicationSwitches(): string[] {
  return [...app.switches]
    .filter(([name]) => name !== 'host-resolver-rules')
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
}

/** Starts Chromium with a profile under userData and no network but the loopback server, then the application is ready. */
export async function startBrowser(requests: PageRequests): Promise<void> {
  closeRegistration()
  const loopback = await listenForWindow(requests)
  const profile = join(app.getPath('userData'), 'Chromium')
  const { path, args } = JSON.parse(process.env['SHELL_BROWSER'] ?? '{}') as { path: string; args: string[] }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    chromiumSandbox: false,
    args: [
      `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${loopback.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--remote-debugging-port=0',
      ...applicationSwitches(),
      ...args,
    ],
  })
  running = { context, loopback }
  app.endBrowser = async () => {
    await context.close()
    loopback.close()
  }
  app.leaveCall(`http://127.0.0.1:${loopback.port}${loopback.base}/second-instance`)
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  process.send?.({ kind: 'ready', devToolsPort: Number(port) })
}
