// The Electron binary, without ever importing the module `electron`: under Node that would start a download.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../node_modules/electron/', import.meta.url))

/** The version of Electron the project is pinned to. */
export function electronVersion() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

/** Path of the Electron executable, or undefined when it is not installed. */
export function electronBinary() {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/** Runs Electron's own installer for at most `timeoutMs`; true when the binary is there afterwards. */
export async function installElectron(timeoutMs) {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  await new Promise((resolve) => {
    installer.on('exit', resolve)
    installer.on('error', resolve)
  })
  return electronBinary() !== undefined
}
