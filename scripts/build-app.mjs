// Builds the window, its main process and its preload script into out/.
// --if-needed does nothing when out/ is newer than everything it is made from.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const made = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const madeFrom = [
  'src/main',
  'src/preload',
  'src/renderer',
  'src/engine',
  'src/shared',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
]
const lock = join(root, 'out', 'building')

/** Builds the application. Several callers at once wait for one another. Throws when the build fails. */
export async function buildApp({ ifNeeded }) {
  const { ensureFonts } = await import('./copy-fonts.ts')
  await ensureFonts()
  const release = await takeTurn()
  try {
    if (ifNeeded && isFresh()) return 'fresh'
    await runBuild()
    return 'built'
  } finally {
    release()
  }
}

function isFresh() {
  if (!made.every((path) => existsSync(join(root, path)))) return false
  const oldest = Math.min(...made.map((path) => statSync(join(root, path)).mtimeMs))
  return madeFrom.every((path) => newestIn(join(root, path)) < oldest)
}

function newestIn(path) {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  const inside = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'README.md')
    .map((entry) => newestIn(join(path, entry.name)))
  return Math.max(status.mtimeMs, ...inside)
}

async function runBuild() {
  const bin = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const builder = spawn(process.execPath, [bin, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let said = ''
  for (const stream of [builder.stdout, builder.stderr]) {
    stream.on('data', (bytes) => {
      said += bytes
    })
  }
  const code = await new Promise((resolve, reject) => {
    builder.on('exit', resolve)
    builder.on('error', reject)
  })
  if (code !== 0) throw new Error(`the build failed (${code})\n${said}`)
}

/** Two builds at once would take each other's files away. */
async function takeTurn() {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isAlive(Number(readText(lock)))) rmSync(lock, { force: true })
      else await wait(200)
    }
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  // An empty lock is one that is being written.
  if (pid === 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode()
  const started = Date.now()
  try {
    const state = await buildApp({ ifNeeded: process.argv.includes('--if-needed') })
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(
      state === 'fresh'
        ? '窗口已是最新 · the window is up to date'
        : `窗口已构建 · built the window in ${seconds} s`,
    )
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
