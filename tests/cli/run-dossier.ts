import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface DossierRun {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The object of `--json`. */
  json<T>(): T
}

const script = fileURLToPath(new URL('../../scripts/dossier.mjs', import.meta.url))

/** Runs the real command line in a process of its own, standing in `folder`. */
export function dossier(folder: string, ...args: string[]): Promise<DossierRun> {
  return startDossier(folder, args).finished
}

/** Starts the command line, to interrupt it. */
export function startDossier(
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const finished = new Promise<DossierRun>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code: code ?? -1, out, err, json: <T>() => JSON.parse(out) as T })
    })
  })
  return { child, finished }
}
