import type { Terminal } from './terminal.ts'

/** What a command is handed. Paths are relative to `folder`, the caller's own. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | string[] | undefined>>
  readonly folder: string
  readonly signal: AbortSignal
  readonly now: Date
  /** Reads a passphrase from the person without echo; undefined where there is no terminal. */
  readonly askPassphrase: ((prompt: string) => Promise<string>) | undefined
}

/** 0 done or intact, 1 failed or refused, 3 verified with any integrity verdict but intact. Misuse (2) is thrown. */
export type ExitCode = 0 | 1 | 3

export type Command = (context: CommandContext) => Promise<ExitCode>
