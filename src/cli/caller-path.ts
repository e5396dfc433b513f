import { resolve } from 'node:path'
import type { CommandContext } from './command.ts'

/** A path as the caller meant it: relative to the folder the command was typed in, not to the package. */
export function callerPath(context: Pick<CommandContext, 'folder'>, path: string): string {
  return resolve(context.folder, path)
}
