import { caseFolderFormat } from '../shared/domain/case-record.ts'
import { say } from '../shared/messages/say.ts'
import { type CommandName, readCommandLine, UsageError, wantedLanguage } from './arguments.ts'
import { passphrasePrompt } from './ask-passphrase.ts'
import type { Command } from './command.ts'
import { readLawBook, readVersion } from './files/packaged-files.ts'
import { stepTimings } from './step-timings.ts'
import { failureText, terminal, usageText } from './terminal.ts'
import { visibleText } from './visible-text.ts'
import { Failure } from '../shared/contract/failure.ts'

/** Each command loads its own part of the program: `hash` must not wait for the PDF libraries. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  sample: async () => (await import('./commands/sample.ts')).sample,
  init: async () => (await import('./commands/init.ts')).init,
  check: async () => (await import('./commands/check.ts')).check,
  board: async () => (await import('./commands/board.ts')).board,
  build: async () => (await import('./commands/build.ts')).build,
  verify: async () => (await import('./commands/verify.ts')).verify,
  identity: async () => (await import('./commands/identity.ts')).identity,
  hash: async () => (await import('./commands/hash.ts')).hash,
}

const bundleFormat = 'bundle v1'
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `dossier …` and returns its exit code: 0 done or intact; 1 failed, gaps or refused; 2 misused;
 * 3 verified with any integrity verdict but intact.
 */
export async function main(args: readonly string[], folder: string): Promise<number> {
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  // Not `once`: npm and the terminal may both send it, and a second one must not kill the clearing up.
  for (const name of stopSignals) process.on(name, interrupt)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveQuietly)
  const language = wantedLanguage(args)
  const timings =
    process.env['DOSSIER_TIMINGS'] === undefined ? undefined : stepTimings(() => performance.now())
  const screen = terminal(
    language,
    args.includes('--json'),
    { out: process.stdout, err: process.stderr },
    timings?.report,
  )
  try {
    const line = readCommandLine(args)
    if (line.version || line.help || line.command === undefined) return await introduce(line)
    const command = await commands[line.command]()
    const askPassphrase = process.stdin.isTTY
      ? passphrasePrompt(process.stdin, process.stderr, interrupt)
      : undefined
    return await command({
      terminal: screen,
      positionals: line.positionals,
      options: line.options,
      folder,
      signal: controller.signal,
      now: new Date(),
      askPassphrase,
    })
  } catch (error) {
    screen.quiet()
    if (error instanceof UsageError) {
      const message = usageText(error, language)
      process.stderr.write(visibleText(message) + '\n')
      screen.result({ error: `usage.${error.code}`, message })
      return 2
    }
    if (controller.signal.aborted || (error instanceof Error && error.name === 'AbortError')) {
      process.stderr.write(say('cancelled', language) + '\n')
      screen.result({ error: 'cancelled' })
      return 1
    }
    screen.failure(error)
    if (process.env['DOSSIER_DEBUG'] !== undefined && error instanceof Error) {
      process.stderr.write(`${error.stack ?? error.message}\n`)
    }
    screen.result({
      error: error instanceof Failure ? error.code : 'bug',
      ...(error instanceof Failure ? { facts: error.facts } : {}),
      message: failureText(error, language),
    })
    return 1
  } finally {
    if (timings) process.stderr.write(timings.lines().join('\n') + '\n')
    for (const name of stopSignals) process.off(name, interrupt)
  }
}

/** `dossier hash … | head -1`: whoever read has gone; there is nobody to tell. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

async function introduce(line: ReturnType<typeof readCommandLine>): Promise<number> {
  const [version, law] = await Promise.all([readVersion(), readLawBook()])
  if (line.version) {
    const facts = {
      application: version,
      bundleFormat,
      caseFolder: `${caseFolderFormat} v1`,
      lawData: law.date,
    }
    process.stdout.write(
      (line.json
        ? JSON.stringify(facts)
        : `Rights Dossier 权卷 ${version} · ${bundleFormat} · law data ${law.date}`) + '\n',
    )
    return 0
  }
  const usage = say('usage', line.language, {
    version,
    format: bundleFormat.replace('bundle ', ''),
    law: law.date,
  })
  if (line.help) process.stdout.write(usage + '\n')
  else process.stderr.write(usage + '\n')
  return line.help ? 0 : 2
}
