import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type * as Electron from 'electron'
import { type Browser, chromium, _electron, type Page } from 'playwright-core'
import { quietArguments, root, wholeBrowser } from '../harness/browser.ts'

/** The started application: real Electron, or its main process over Chromium. */
export interface RunningApp {
  readonly kind: 'electron' | 'shell'
  /** Runs `work` in the main process, which knows nothing of what is around it. */
  evaluate: <T, A>(
    work: (electron: typeof Electron, argument: A) => T | Promise<T>,
    argument: A,
  ) => Promise<T>
  /** The page of the window; another one after a crash. */
  window(): Promise<Page>
  /** The pages of windows that show documents to print. */
  prints(): Page[]
  /** Ends as a person would end it. */
  close(): Promise<void>
  /** Ends as a power cut would. */
  kill(): Promise<void>
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
}

export interface LaunchOptions {
  /** Folder that holds package.json and out/. */
  readonly folder: string
  readonly userData: string
  /** Paths of files and folders, as the system hands them over. */
  readonly paths?: readonly string[]
  /** Where the program is started; paths may be relative to it. */
  readonly startedIn?: string
}

/** A start that ended at once because the application runs already. */
export interface EndedAtOnce {
  readonly kind: 'ended'
  readonly code: number | null
}

/** Starts the built application. Says which of the two it took. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp | EndedAtOnce> {
  const binary = await electronBinary()
  const said = `window tests run in ${binary ? 'Electron' : 'the Chromium shell'}`
  if (!told) console.info(said)
  told = true
  return binary ? launchElectron(binary, options) : launchShell(options)
}

let told = false

/** APP_RUNNER=shell does without Electron; APP_RUNNER=electron fails where it is not installed. */
async function electronBinary(): Promise<string | undefined> {
  const runner = process.env['APP_RUNNER']
  if (runner === 'shell') return undefined
  const script = pathToFileURL(join(root, 'scripts', 'electron-binary.mjs')).href
  const { electronBinary: find } = (await import(script)) as { electronBinary: () => string | undefined }
  const binary = find()
  if (runner === 'electron' && binary === undefined) {
    throw new Error('APP_RUNNER=electron, but its binary is not installed')
  }
  return binary
}

async function launchElectron(
  binary: string,
  { folder, userData, paths = [], startedIn = process.cwd() }: LaunchOptions,
): Promise<RunningApp | EndedAtOnce> {
  // A superuser has no sandbox of Chromium; containers run tests as one.
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...unsandboxed, folder, `--user-data-dir=${userData}`, ...paths]
  const app = await _electron
    .launch({ executablePath: binary, args, cwd: startedIn })
    .catch((error: unknown) => endOf(binary, args, startedIn, error))
  if ('kind' in app) return app
  const child = app.process()
  return {
    kind: 'electron',
    evaluate: (work, argument) => app.evaluate(work as never, argument as never),
    window: async () =>
      app.windows().find((page) => !page.isClosed() && !isPrint(page)) ?? app.waitForEvent('window'),
    prints: () => app.windows().filter(isPrint),
    close: () => app.close(),
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    ended: once(child, 'exit').then(([code]) => code as number | null),
  }
}

/** Playwright rejects when the program ends before it listens, and keeps the exit code: started once more without it. */
async function endOf(
  binary: string,
  args: readonly string[],
  startedIn: string,
  reason: unknown,
): Promise<EndedAtOnce> {
  const child = spawn(binary, args, { stdio: 'ignore', cwd: startedIn })
  const code = await Promise.race([
    once(child, 'exit').then(([exitCode]) => exitCode as number | null),
    wait(10_000, 'running' as const),
  ])
  if (code !== 'running') return { kind: 'ended', code }
  child.kill('SIGKILL')
  throw new Error('Electron could not be driven', { cause: reason })
}

async function launchShell(options: LaunchOptions): Promise<RunningApp | EndedAtOnce> {
  const { folder, userData, paths = [], startedIn = process.cwd() } = options
  if (!wholeBrowser) throw new Error('no browser: skip this test')
  const { path, args } = wholeBrowser
  const child = fork(join(folder, 'out', 'main', 'index.js'), [`--user-data-dir=${userData}`, ...paths], {
    cwd: startedIn,
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'register.ts')).href],
    env: {
      ...process.env,
      SHELL_APP: folder,
      SHELL_BROWSER: JSON.stringify({ path, args: [...args, ...quietArguments] }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const port = await Promise.race([devToolsPort(child), ended.then((code) => ({ code }))])
  if (typeof port === 'object') return { kind: 'ended', code: port.code }
  const driver = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const browserPid = await processOf(driver)
  const evaluate = evaluator(child)
  return {
    kind: 'shell',
    evaluate,
    async window() {
      const page = await windowOf(driver)
      // The main process hears of it a moment later.
      while (await evaluate(isLoading, undefined)) await wait(20)
      return page
    },
    prints: () => driver.contexts()[0]?.pages().filter(isPrint) ?? [],
    async close() {
      await evaluate(({ app }) => app.quit(), undefined)
      await ended
      await driver.close().catch(() => undefined)
    },
    async kill() {
      process.kill(browserPid, 'SIGKILL')
      child.kill('SIGKILL')
      await ended
      await driver.close().catch(() => undefined)
    },
    ended,
  }
}

async function devToolsPort(child: ChildProcess): Promise<number> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ kind: string; devToolsPort: number }]
    if (message.kind === 'ready') return message.devToolsPort
  }
}

function evaluator(child: ChildProcess): RunningApp['evaluate'] {
  let last = 0
  return async <T, A>(
    work: (electron: typeof Electron, argument: A) => T | Promise<T>,
    argument: A,
  ): Promise<T> => {
    const id = (last += 1)
    return new Promise<T>((resolve, reject) => {
      const settle = (message: { kind: string; id: number; value: T; error?: string }) => {
        if (message.kind !== 'result' || message.id !== id) return
        child.off('message', settle)
        child.off('exit', gone)
        if (message.error === undefined) resolve(message.value)
        else reject(new Error(message.error))
      }
      const gone = () => reject(new Error('the main process ended'))
      child.on('message', settle)
      child.once('exit', gone)
      child.send({ kind: 'evaluate', id, source: work.toString(), argument })
    })
  }
}

function isLoading({ BrowserWindow }: typeof Electron): boolean {
  return BrowserWindow.getAllWindows()[0]?.webContents.isLoadingMainFrame() ?? false
}

function isPrint(page: Page): boolean {
  return !page.isClosed() && /^[a-z]+:\/\/[^/]*\/print\//.test(page.url())
}

async function windowOf(driver: Browser): Promise<Page> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const page = driver
      .contexts()[0]
      ?.pages()
      .find((each) => each.url().includes('.localhost') && !isPrint(each))
    if (page) {
      await page.waitForLoadState()
      return page
    }
    await wait(50)
  }
  throw new Error('the application opened no window')
}

async function processOf(driver: Browser): Promise<number> {
  const session = await driver.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.find((each) => each.type === 'browser')!.id
}
