import { mkdir, rmdir, stat } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import { reasonOf } from './reason.ts'

/**
 * Makes a folder and those above it; returns the outermost one it had to make, or undefined.
 * Throws the system's error. Node's own recursive mkdir never ends where a file system answers ENOENT, as /proc does.
 */
export async function makeFolders(folder: string): Promise<string | undefined> {
  const above = dirname(folder)
  try {
    await mkdir(folder)
    return folder
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'EEXIST' && (await isFolder(folder))) return undefined
    if (reason !== 'ENOENT' || above === folder) throw error
  }
  const outermost = await makeFolders(above)
  await mkdir(folder)
  return outermost ?? folder
}

/** Removes folders that this run made, from `folder` up to `outermost`, as long as they are empty. Never throws. */
export async function removeEmptyFolders(folder: string, outermost: string): Promise<void> {
  let path = folder
  while (path === outermost || path.startsWith(outermost + sep)) {
    try {
      await rmdir(path)
    } catch {
      return
    }
    path = dirname(path)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  )
}
