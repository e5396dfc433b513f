import { cp } from 'node:fs/promises'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import type { Command } from '../command.ts'
import { resourcePath } from '../files/packaged-files.ts'
import { placeFolder } from '../files/place-folder.ts'

/** `dossier sample <folder>`: writes the sample case, a fictional one that looks like the real thing. */
export const sample: Command = async (context) => {
  const [target] = context.positionals
  if (target === undefined) throw new UsageError('missing', 'folder')
  const folder = callerPath(context, target)
  await placeFolder(folder, (temporary) => cp(resourcePath('sample'), temporary, { recursive: true }))
  context.terminal.say('sample.done', { path: folder })
  context.terminal.result({ folder })
  return 0
}
