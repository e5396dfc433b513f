import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchFolder } from './corpora/corpora.ts'

/** A whole process, from its start to its end. */
export interface Measured {
  readonly seconds: number
  /** Peak of resident memory; only of Node processes. */
  readonly peakMb: number | undefined
  /** Seconds by step, of a process that prints `timing <step> <seconds>` lines. */
  readonly steps: ReadonlyMap<string, number>
}

const reporter = fileURLToPath(new URL('report-peak.ts', import.meta.url))
export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url))

/** Runs a script of this repository under the Node that runs the benchmark. Throws when it fails. */
export async function measureNode(script: string, args: readonly string[]): Promise<Measured> {
  const peakFile = join(benchFolder, `peak-${process.pid}`)
  const env = { ...process.env, BENCH_PEAK_FILE: peakFile, DOSSIER_TIMINGS: '1', INIT_CWD: repositoryRoot }
  const run = await runToEnd(process.execPath, ['--import', reporter, script, ...args], env)
  const peakMb = Number(await readFile(peakFile, 'utf8')) / 1000
  await rm(peakFile)
  return { ...run, peakMb }
}

/** Runs another program. Throws when it fails or is not installed. */
export async function measureProgram(program: string, args: readonly string[]): Promise<Measured> {
  return runToEnd(program, args, process.env)
}

function runToEnd(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(program, args, { cwd: repositoryRoot, env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const seconds = (performance.now() - start) / 1000
      if (code !== 0) {
        reject(
          new Error(`${program} ${args.slice(0, 4).join(' ')} … ended with ${code}\n${said.slice(-2000)}`),
        )
        return
      }
      const steps = [...said.matchAll(/^timing (\S+) ([\d.]+)$/gm)].map(
        ([, step, value]) => [step ?? '', Number(value)] as const,
      )
      resolve({ seconds, peakMb: undefined, steps: new Map(steps) })
    })
  })
}
