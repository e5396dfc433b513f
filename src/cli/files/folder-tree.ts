import { lstat, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { ByteSource } from '../../engine/ports.ts'
import type { FileTree } from '../../engine/jobs.ts'
import { fileSource } from './file-source.ts'

/** A folder on disk as the verifier walks it: every file and link, nothing followed. Paths with `/`. */
export function folderTree(folder: string): FileTree {
  return {
    async *list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      for (const entry of entries) {
        if (entry.isDirectory()) continue
        const absolute = join(entry.parentPath, entry.name)
        const path = relative(folder, absolute).split(sep).join('/')
        // A name that is no UTF-8 cannot be opened by what it was read as: it shows as a file that cannot be read.
        const size = await lstat(absolute).then(
          (status) => status.size,
          () => 0,
        )
        yield { path, size, isLink: !entry.isFile() }
      }
    },
    async open(path): Promise<ByteSource> {
      const absolute = join(folder, ...path.split('/'))
      return fileSource(absolute, (await lstat(absolute)).size)
    },
  }
}
