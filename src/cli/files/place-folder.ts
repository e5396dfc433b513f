import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { reasonOf } from './reason.ts'

/**
 * Fills a new folder under a temporary name and gives it its own name when it is complete.
 * An existing folder is taken only when it is empty, or replaced with `force`.
 * Throws Failure output.exists, output.unwritable, output.failed.
 */
export async function placeFolder(
  folder: string,
  force: boolean,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}.part`)
  if (!force && !(await isFree(folder))) throw new Failure('output.exists', { path: folder })
  try {
    await mkdir(temporary, { recursive: true })
    await write(temporary)
    await rm(folder, { recursive: true, force: true })
    await rename(temporary, folder)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    if (error instanceof Failure || (error instanceof Error && error.name === 'AbortError')) throw error
    const reason = reasonOf(error)
    if (reason === 'ENOSPC') throw new Failure('output.disk-full', { path: folder }, error)
    const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(reason)
    throw new Failure(unwritable ? 'output.unwritable' : 'output.failed', { path: folder, reason }, error)
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    await lstat(folder)
    return (await readdir(folder)).length === 0
  } catch (error) {
    return reasonOf(error) === 'ENOENT'
  }
}
