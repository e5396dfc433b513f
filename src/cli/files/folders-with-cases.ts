import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { naturalOrder } from './natural-order.ts'
import { reasonOf } from './reason.ts'

/**
 * The folders right inside a folder that hold a `case.json`, in natural order; links are not followed, other folders left
 * out. Throws Failure folder.unreadable.
 */
export async function foldersWithCases(folder: string): Promise<{ name: string; path: string }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Failure('folder.unreadable', { path: folder, reason: reasonOf(error) }, error)
  })
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, path: join(folder, name) }))
  const held = await Promise.all(folders.map(({ path }) => holdsCase(path)))
  return folders.filter((_, index) => held[index]).sort((a, b) => naturalOrder(a.name, b.name))
}

/** Also true of a `case.json` that cannot be opened: that is to be told, not passed over. */
async function holdsCase(path: string): Promise<boolean> {
  return stat(join(path, 'case.json')).then(
    () => true,
    (error: unknown) => reasonOf(error) !== 'ENOENT',
  )
}
