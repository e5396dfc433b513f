// npm start: the window in Electron where its runtime is or can be installed, else in the person's own browser.
// --browser: do without Electron (so does DOSSIER_BROWSER=1). --electron: try to install Electron again.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildApp } from './build-app.mjs'
import { electronBinary, electronVersion, installElectron } from './electron-binary.mjs'
import { findBrowser } from './find-browser.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
const { sayBoth } = await import('../src/shared/messages/start.ts')

const root = fileURLToPath(new URL('..', import.meta.url))
const installMinutes = 5
const tried = join(root, '.cache', `electron-${electronVersion()}-not-installed`)
const say = (word, facts) => console.log(sayBoth(word, facts))
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

try {
  await buildApp({ ifNeeded: true })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const inBrowser = process.argv.includes('--browser') || process.env.DOSSIER_BROWSER === '1' || !hasDisplay
const electron = inBrowser ? undefined : await electronOrNothing()
if (electron === undefined) await runInBrowser()
else await runElectron(electron)

async function electronOrNothing() {
  if (process.argv.includes('--electron')) rmSync(tried, { force: true })
  const present = electronBinary()
  if (present !== undefined) return present
  if (existsSync(tried)) {
    say('start.not-tried')
    return undefined
  }
  say('start.fetching', { minutes: installMinutes })
  if (await installElectron(installMinutes * 60_000)) return electronBinary()
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(tried, '')
  say('start.not-fetched')
  return undefined
}

async function runElectron(binary) {
  say('start.electron', { version: electronVersion() })
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(binary, [root], { stdio: 'inherit', env, windowsHide: false })
  // The terminal tells both of Ctrl+C; the window is asked to close by its own process.
  process.on('SIGINT', () => undefined)
  const code = await new Promise((resolve) => {
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? signal))
    child.on('error', (error) => resolve(error.code))
  })
  if (code === 0 || code === 'SIGINT' || code === 'SIGTERM') return
  say('start.electron-ended', { code: String(code) })
  process.exitCode = 1
}

async function runInBrowser() {
  const { serveWindow, windowPort } = await import('../src/serve/index.ts')
  const serving = await serveWindow({
    folder: join(root, 'out', 'renderer'),
    port: windowPort,
    stateFolder: stateFolder(),
  })
  const { address } = serving
  if (serving.state === 'port-taken') {
    say('start.port-taken', { port: windowPort })
    process.exitCode = 1
    return
  }
  say(serving.state === 'serving' ? 'start.serving' : 'start.already-running', { address })
  if (serving.state !== 'serving') return openBrowser(address)
  const end = async () => {
    say('start.stopped')
    await serving.stop()
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  process.once('SIGHUP', end)
  await openBrowser(address)
}

async function openBrowser(address) {
  const browser = hasDisplay ? findBrowser() : undefined
  if (browser === undefined) return say('start.open-it')
  const child = spawn(browser.path, [`--app=${address}`], { stdio: 'ignore', detached: true })
  child.unref()
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', resolve)
  })
  // One that cannot open its window ends badly and at once; one that hands over to a running browser ends well.
  const code = await Promise.race([ended, wait(1500, 0)])
  if (code === 0) say('start.opened', { browser: browser.name })
  else say('start.open-it')
}

/** Where this person's programs keep what is theirs alone. */
function stateFolder() {
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'rights-dossier')
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'rights-dossier')
  }
  return join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'rights-dossier')
}
