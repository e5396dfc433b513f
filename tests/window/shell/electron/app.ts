import { execFileSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPrevented, Preventable } from './emitter.ts'

const argumentOf = (name: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)

const folder = process.env['SHELL_APP'] ?? process.cwd()
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  productName: string
  version: string
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = manifest.productName
  readonly switches = new Map<string, string>()
  isSandboxed = false
  /** Set by the windows, which this file must not know. */
  closeWindows: () => Promise<boolean> = () => Promise.resolve(true)
  endBrowser: () => Promise<void> = () => Promise.resolve()
  boot: () => Promise<void> = () => Promise.resolve()
  #ready: Promise<void> | undefined
  #lock: string | undefined
  #isQuitting = false

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.set(name, value),
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
    hasSwitch: (name: string) => this.switches.has(name),
  }

  whenReady(): Promise<void> {
    this.#ready ??= this.boot()
    return this.#ready
  }

  enableSandbox(): void {
    this.isSandboxed = true
  }

  getVersion(): string {
    return manifest.version
  }

  getPath(name: string): string {
    return name === 'userData' ? (argumentOf('user-data-dir') ?? '') : tmpdir()
  }

  getPreferredSystemLanguages(): string[] {
    return ['zh-CN']
  }

  /** A lock file with how to reach its owner, who hears `second-instance`. */
  requestSingleInstanceLock(): boolean {
    const userData = this.getPath('userData')
    mkdirSync(userData, { recursive: true })
    const path = join(userData, 'shell.lock')
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        writeFileSync(path, JSON.stringify({ pid: process.pid }), { flag: 'wx' })
        this.#lock = path
        return true
      } catch {
        const owner = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; call?: string }
        if (isAlive(owner.pid)) {
          const said = encodeURIComponent(JSON.stringify({ argv: process.argv, folder: process.cwd() }))
          const call = JSON.stringify(`${owner.call}/${said}`)
          if (owner.call) execFileSync(process.execPath, ['-e', `fetch(${call})`])
          return false
        }
        rmSync(path, { force: true })
      }
    }
    return false
  }

  /** Where a second instance calls. */
  leaveCall(call: string): void {
    if (this.#lock) writeFileSync(this.#lock, JSON.stringify({ pid: process.pid, call }))
  }

  quit(): void {
    if (this.#isQuitting) return
    this.#isQuitting = true
    void (async () => {
      const mayGoOn = !isPrevented(this, 'before-quit', {}) && (await this.closeWindows())
      this.#isQuitting = false
      if (mayGoOn && !isPrevented(this, 'will-quit', {})) this.exit(0)
    })()
  }

  exit(code: number): void {
    void (async () => {
      this.emit('quit', new Preventable(), code)
      await this.endBrowser().catch(() => undefined)
      if (this.#lock) rmSync(this.#lock, { force: true })
      process.exit(code)
    })()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export const app = new App()
