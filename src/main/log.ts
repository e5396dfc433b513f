import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const rotatedAtBytes = 1024 * 1024

/** A local log of codes and versions. What looks like a path or a quoted name is cut out of every entry. */
export interface Log {
  write(entry: string): void
  /** Writes what is known of a bug and gives the reference the person is shown. */
  bug(error: unknown): string
  read(): string
}

/** Logs into `folder`; a full file becomes the one old file. A log that cannot be written is no reason to stop. */
export function openLog(folder: string, now: () => Date): Log {
  const path = join(folder, 'dossier.log')
  const old = join(folder, 'dossier.old.log')
  const write = (entry: string) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(path) > rotatedAtBytes) renameSync(path, old)
      appendFileSync(path, `${now().toISOString()} ${withoutNames(entry)}\n`, { mode: 0o600 })
    } catch {
      return
    }
  }
  return {
    write,
    bug(error) {
      const reference = randomBytes(4).toString('hex')
      write(`bug ${reference} ${describe(error)}`)
      return reference
    },
    read: () => textOf(old) + textOf(path),
  }
}

/** The text on one line, without anything that could be a path, an address or a quoted name. */
export function withoutNames(text: string): string {
  return (
    text
      .replace(/(["'`“‘])(?:(?!["'`”’]).)*["'`”’]/gsu, '…')
      // A slash between two figures is a count, 3/14.
      .replace(
        /(?:[a-z][a-z+.-]{0,20}:\/\/|[a-z]:[\\/]|\\\\|~?\/(?!(?<=\d\/)\d))[^\n]*?(?=$|\n|[)]|: |:\d+:\d+)/giu,
        '…',
      )
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .slice(0, 4000)
  )
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  // The message of a system error quotes the path; its code says the same.
  if ('code' in error && typeof error.code === 'string' && 'syscall' in error) {
    return `${error.name} ${error.code} ${String(error.syscall)}`
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${error.name} ${error.message} ${frames.slice(0, 8).map(frameOf).join(' ')}`
}

/** `functionName:12:3` of a line of a stack, without the file. */
function frameOf(line: string): string {
  const [, name = 'anonymous'] = /^\s+at (?:async )?([\w.<>$]+) \(/.exec(line) ?? []
  return `${name}${/:\d+:\d+/.exec(line)?.[0] ?? ''}`
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
