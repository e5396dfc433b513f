import { constants, type Stats } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../shared/contract/failure.ts'

/**
 * Bytes [offset, offset + length) of what was written to `path`, fewer only at the end. No folder between `root` and the
 * file, nor the file itself, may be a link. `look` sees the opened file and may throw. Nothing stays open. `name` stands in
 * failures. Throws Failure output.unreadable, and what `look` throws.
 */
export async function readBack(
  { root, path, name }: { readonly root: string; readonly path: string; readonly name: string },
  offset: number,
  length: number,
  look: (status: Stats) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
      if (!(await lstat(folder)).isDirectory()) throw somethingElse(name)
      // The top of a drive or share is its own folder.
      if (dirname(folder) === folder) break
    }
    // Asked first: to open a pipe would wait for ever.
    if (!(await lstat(path)).isFile()) throw somethingElse(name)
    // Not known to Windows, whatever the types say.
    const noFollow = (constants.O_NOFOLLOW as number | undefined) ?? 0
    const handle = await open(path, constants.O_RDONLY | noFollow)
    try {
      const status = await handle.stat()
      look(status)
      return await bytesOf(handle, status.size, offset, length)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error
    throw new Failure('output.unreadable', { path: name, reason: String(error.code) }, error)
  }
}

interface Readable {
  read(
    bytes: Uint8Array,
    at: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>
}

async function bytesOf(
  handle: Readable,
  size: number,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
  let filled = 0
  while (filled < bytes.byteLength) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  // A view of a part would cross to the window with everything around it.
  return filled === bytes.byteLength ? bytes : bytes.slice(0, filled)
}

function somethingElse(name: string): Failure {
  return new Failure('output.unreadable', { path: name, reason: 'EEXIST' })
}

/** Reading beside a rename. */
export interface ReadersAndRename {
  /** Reads may overlap. */
  read<T>(work: () => Promise<T>): Promise<T>
  /** Runs when nothing is being read; what wants to read meanwhile waits: Windows renames nothing that is open. */
  rename<T>(work: () => Promise<T>): Promise<T>
}

export function readersAndRename(): ReadersAndRename {
  const reading = new Set<Promise<unknown>>()
  let renaming: Promise<unknown> = Promise.resolve()
  return {
    async read(work) {
      for (let seen: unknown; seen !== renaming;) {
        seen = renaming
        await renaming
      }
      const underWay = work()
      reading.add(underWay)
      return underWay.finally(() => reading.delete(underWay))
    },
    rename(work) {
      const renamed = Promise.allSettled(reading).then(work)
      renaming = renamed.catch(() => undefined)
      return renamed
    },
  }
}
