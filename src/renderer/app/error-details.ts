import type { About } from '../../shared/contract/bridge.ts'
import { Failure } from '../../shared/contract/failure.ts'

/** True for work that was stopped by the person; nothing needs to be said. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/**
 * An error as one line for the log: its code, or its kind and where it was thrown. Messages and facts stay out, they may
 * hold names.
 */
export function errorLine(error: unknown): string {
  if (error instanceof Failure) {
    const cause = error.cause instanceof Error ? ` cause=${error.cause.name}` : ''
    return `failure ${error.code}${cause}`
  }
  if (!(error instanceof Error)) return `thrown ${typeof error}`
  return `bug ${error.name} ${frames(error.stack ?? '').join(' < ')}`.trim()
}

/** What 'copy error details' puts on the clipboard: versions, moment, codes. Never names or contents. */
export function errorDetails(error: unknown, about: About | undefined, moment: Date): string {
  return [
    `Rights Dossier ${about?.version ?? '?'}`,
    ...Object.entries(about?.runtime ?? {}).map(([name, version]) => `${name} ${version}`),
    moment.toISOString(),
    errorLine(error),
  ].join('\n')
}

/** Functions and places of a stack; its first line is the message and is left out. */
function frames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at |@/.test(line))
    .slice(0, 6)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/\(?[a-z]+:\/\/[^/]*\/(?:assets\/)?/g, '('),
    )
}
