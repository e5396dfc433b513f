import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { makeFolders, removeEmptyFolders } from './make-folders.ts'
import { unwritableReasons } from './output-folder.ts'
import { reasonOf } from './reason.ts'

/**
 * Fills a new folder under a temporary name and gives it its own name when it is complete.
 * An existing folder is taken only when it is empty: what people have filled in is never replaced.
 * Throws Failure folder.not-empty, output.unwritable, output.disk-full, output.failed; nothing is left behind.
 */
export async function placeFolder(
  folder: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const token = randomBytes(6).toString('hex')
  const state = await stateOf(folder)
  if (state === 'taken') throw new Failure('folder.not-empty', { path: folder })
  const parent = state === 'empty' ? folder : dirname(folder)
  const name = `.${basename(folder)}.${token}.part`
  const temporary = join(parent, name)
  let madeParent: string | undefined
  try {
    madeParent = await makeFolders(parent)
    await mkdir(temporary)
    await write(temporary)
    if (state === 'absent') await rename(temporary, folder)
    else if ((await readdir(folder)).some((entry) => entry !== name)) {
      throw new Failure('folder.not-empty', { path: folder })
    } else await moveUp(temporary, folder)
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

function foreseen(folder: string, error: unknown): unknown {
  // Only what the system says of a file is foreseen; a bug of ours stays one.
  if (!(error instanceof Error) || !('syscall' in error)) return error
  const reason = reasonOf(error)
  if (reason === 'ENOSPC' || reason === 'EDQUOT')
    return new Failure('output.disk-full', { path: folder }, error)
  // It appeared, and not empty, while ours was being filled.
  if (reason === 'ENOTEMPTY') return new Failure('folder.not-empty', { path: folder }, error)
  // EEXIST: a file stands where a folder above should be.
  const unwritable = reason === 'EEXIST' || unwritableReasons.has(reason)
  return new Failure(unwritable ? 'output.unwritable' : 'output.failed', { path: folder, reason }, error)
}

async function stateOf(folder: string): Promise<'absent' | 'empty' | 'taken'> {
  try {
    await lstat(folder)
  } catch (error) {
    // ENOTDIR: a file stands in the way further up; making the folders will say so.
    return ['ENOENT', 'ENOTDIR'].includes(reasonOf(error)) ? 'absent' : 'taken'
  }
  // What cannot be listed, a file or a link to nowhere, is something too.
  const names = await readdir(folder).catch(() => undefined)
  return names?.length === 0 ? 'empty' : 'taken'
}
