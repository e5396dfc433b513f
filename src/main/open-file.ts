import { basename, extname } from 'node:path'
import { shell } from 'electron'
import { Failure } from '../shared/contract/failure.ts'

/** What the window makes. Anything else could be a program, and to open it would start it. */
const openable: ReadonlySet<string> = new Set(['.pdf', '.zip', '.txt'])

/** Opens a file in the system's own program for it. Throws Failure output.not-opened. */
export async function openFile(path: string): Promise<void> {
  const notOpened = new Failure('output.not-opened', { path: basename(path) })
  if (!openable.has(extname(path).toLowerCase())) throw notOpened
  // What the system says may quote the path, so it goes nowhere.
  if ((await shell.openPath(path)) !== '') throw notOpened
}
