import { randomBytes } from 'node:crypto'
import type { JobContext } from '../engine/ports.ts'
import type { CommandContext } from './command.ts'

/** The context of the engine's jobs, from the context of a command. */
export function jobContext(context: CommandContext): JobContext {
  return {
    signal: context.signal,
    report: (step, done, total) => context.terminal.progress(step, done, total),
    now: context.now,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
  }
}
