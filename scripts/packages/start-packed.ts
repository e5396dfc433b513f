import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface PackedStart {
  readonly program: string
  readonly args: readonly string[]
  /** Profile of this start alone; the log of the program lies in it. */
  readonly userData: string
  /** How long it may take to say that it started. */
  readonly startMs: number
  /** How long it must go on afterwards, in which the window opens. */
  readonly lastMs: number
}

/**
 * Starts a packed program, and ends it when it has shown that it runs. Resolves with undefined, or with why it did not: an
 * archive that is not what its binary expects, or a fuse that is wrong, ends it before it writes a line.
 */
export async function startPacked(start: PackedStart): Promise<string | undefined> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(start.program, [...start.args, `--user-data-dir=${start.userData}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  let ended: string | undefined
  child.on('error', (error) => (ended = error.message))
  child.on('exit', (code, signal) => (ended ??= `ended with ${code ?? signal ?? 'nothing'}`))
  const log = join(start.userData, 'logs', 'dossier.log')
  try {
    const until = Date.now() + start.startMs
    while (!/^\S+ start .+ electron \d/m.test(await readFile(log, 'utf8').catch(() => ''))) {
      if (ended !== undefined) return ended
      if (Date.now() > until) return 'wrote no log'
      await wait(100)
    }
    await wait(start.lastMs)
    if (ended !== undefined) return ended
    const bug = /^\S+ (bug|window gone).*$/m.exec(await readFile(log, 'utf8'))
    return bug?.[0]
  } finally {
    child.kill()
  }
}
