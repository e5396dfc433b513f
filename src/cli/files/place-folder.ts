import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { makeFolders, removeEmptyFolders } from './make-folders.ts'
import { unwritableReasons } from './output-folder.ts'
import { reasonOf } from './reason.ts'

/**
 * Fills a new folder under a temporary name and gives it its own name when it is complete.
 * An existing folder is taken only when it is empty, or replaced with `force`; until then it stays as it is.
 * Throws Failure output.exists, output.unwritable, output.disk-full, output.failed; nothing is left behind.
 */
export async function placeFolder(
  folder: string,
  force: boolean,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const token = randomBytes(6).toString('hex')
  const state = await stateOf(folder)
  if (!force && state === 'taken') throw new Failure('output.exists', { path: folder })
  const parent = state === 'empty' ? folder : dirname(folder)
  const temporary = join(parent, `.${basename(folder)}.${token}.part`)
  let madeParent: string | undefined
  try {
    madeParent = await makeFolders(parent)
    await mkdir(temporary)
    await write(temporary)
    if (state === 'empty') await moveUp(temporary, folder)
    else await replace(folder, temporary, join(parent, `.${basename(folder)}.${token}.old`))
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    if (madeParent !== undefined) await removeEmptyFolders(parent, madeParent)
    throw foreseen(folder, error)
  }
}

/** Fills an empty folder in place: somebody's shell may stand in it. `case.json` comes last. */
async function moveUp(temporary: string, folder: string): Promise<void> {
  const last = 'case.json'
  const names = (await readdir(temporary)).sort((a, b) => Number(a === last) - Number(b === last))
  const moved: string[] = []
  try {
    for (const name of names) {
      await rename(join(temporary, name), join(folder, name))
      moved.push(name)
    }
  } catch (error) {
    for (const name of moved) await rm(join(folder, name), { recursive: true, force: true })
    throw error
  }
  await rm(temporary, { recursive: true, force: true })
}

/** The old folder is gone only when the new one stands in its place. */
async function replace(folder: string, temporary: string, aside: string): Promise<void> {
  const existed = await rename(folder, aside).then(
    () => true,
    (error: unknown) => {
      if (reasonOf(error) === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(temporary, folder)
  } catch (error) {
    if (existed) await rename(aside, folder)
    throw error
  }
  if (existed) await rm(aside, { recursive: true, force: true })
}

function foreseen(folder: string, error: unknown): unknown {
  // Only what the system says of a file is foreseen; a bug of ours stays one.
  if (!(error instanceof Error) || !('syscall' in error)) return error
  const reason = reasonOf(error)
  if (reason === 'ENOSPC' || reason === 'EDQUOT')
    return new Failure('output.disk-full', { path: folder }, error)
  const unwritable = unwritableReasons.has(reason)
  return new Failure(unwritable ? 'output.unwritable' : 'output.failed', { path: folder, reason }, error)
}

async function stateOf(folder: string): Promise<'absent' | 'empty' | 'taken'> {
  try {
    await lstat(folder)
  } catch (error) {
    return reasonOf(error) === 'ENOENT' ? 'absent' : 'taken'
  }
  // What cannot be listed, a file or a link to nowhere, is something too.
  const names = await readdir(folder).catch(() => undefined)
  return names?.length === 0 ? 'empty' : 'taken'
}
