import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileHandle } from 'node:fs/promises'
import type { ByteSource, OutputFile, OutputFolder } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { fileSource } from './file-source.ts'
import { makeFolders, removeEmptyFolders } from './make-folders.ts'
import { reasonOf } from './reason.ts'

/** The folder is at fault, not the disk. */
export const unwritableReasons: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOENT',
  'ENAMETOOLONG',
])

export interface OutputOptions {
  readonly mode?: number
  /** Path of something inside an existing folder that must not be lost with it, or undefined. */
  readonly foreignIn?: (folder: string) => Promise<string | undefined>
}

interface Written {
  /** Top entry under the target folder: a file, or the folder that holds the file. */
  readonly top: string
  readonly temporary: string
}

/**
 * Writes a set of files into `folder` under temporary names beside their final ones, so that publishing is a
 * rename on the same disk. Everything under one top folder is published by renaming that folder.
 * Existing names are refused unless `force`; then they are replaced only at publishing, files by files and a folder
 * by a folder, and a folder only when `foreignIn` finds nothing in it that is not ours. `mode`: of new files.
 */
export function outputFolder(
  folder: string,
  force: boolean,
  { mode = 0o644, foreignIn = firstIn }: OutputOptions = {},
): OutputFolder {
  const token = randomBytes(6).toString('hex')
  const tops = new Map<string, Written>()
  const handles = new Set<FileHandle>()
  let madeFolder: string | undefined

  const failed = (path: string, error: unknown): Failure => {
    if (error instanceof Failure) return error
    const reason = reasonOf(error)
    if (reason === 'ENOSPC' || reason === 'EDQUOT') {
      return new Failure('output.disk-full', { path }, error)
    }
    // A file, or a link to nowhere, stands where the folder should.
    if (reason === 'EEXIST') return new Failure('output.not-a-folder', { path }, error)
    const unwritable = unwritableReasons.has(reason)
    return new Failure(unwritable ? 'output.unwritable' : 'output.failed', { path, reason }, error)
  }

  const ensureFolder = async (): Promise<void> => {
    try {
      const made = await makeFolders(folder)
      madeFolder ??= made
    } catch (error) {
      throw failed(folder, error)
    }
  }

  const refuseTaken = async (top: string): Promise<void> => {
    const path = join(folder, top)
    const kind = await kindOf(path)
    if (kind === 'absent') return
    if (!force) throw new Failure('output.exists', { path })
    const foreign = kind === 'folder' ? await foreignIn(path) : undefined
    if (foreign !== undefined) throw new Failure('output.foreign', { path, name: foreign })
  }

  const temporaryOf = async (top: string): Promise<string> => {
    const known = tops.get(top)
    if (known) return known.temporary
    await refuseTaken(top)
    const temporary = join(folder, `.${top}.${token}.part`)
    tops.set(top, { top, temporary })
    return temporary
  }

  return {
    async claim(names) {
      for (const name of names) await refuseTaken(name)
    },

    async reserve(bytes) {
      await ensureFolder()
      const { bavail, bsize } = await statfs(folder)
      const free = bavail * bsize
      if (free < bytes)
        throw new Failure('output.no-space', { needed: megabytes(bytes), free: megabytes(free) })
    },

    async create(path) {
      await ensureFolder()
      const [top = path, ...rest] = path.split('/')
      const temporary = join(await temporaryOf(top), ...rest)
      try {
        if (rest.length > 0) await makeFolders(dirname(temporary))
        const handle = await open(temporary, 'wx', mode)
        handles.add(handle)
        return outputFile(
          handle,
          temporary,
          (error) => failed(join(folder, path), error),
          () => handles.delete(handle),
        )
      } catch (error) {
        throw failed(join(folder, path), error)
      }
    },

    async publish() {
      const replaced: { aside: string; target: string }[] = []
      const published: string[] = []
      try {
        for (const { top, temporary } of tops.values()) {
          const target = join(folder, top)
          const kind = await kindOf(target)
          if (kind !== 'absent') {
            await refuseTaken(top)
            const ours = await kindOf(temporary)
            if (ours !== 'absent' && ours !== kind) throw new Failure('output.exists', { path: target })
            const aside = join(folder, `.${top}.${token}.old`)
            await rename(target, aside)
            replaced.push({ aside, target })
          }
          await rename(temporary, target)
          published.push(target)
        }
      } catch (error) {
        const ignore = () => undefined
        for (const target of published) await rm(target, { recursive: true, force: true }).catch(ignore)
        for (const { aside, target } of replaced) await rename(aside, target).catch(ignore)
        throw failed(folder, error)
      }
      tops.clear()
      // Everything has its name by now: an old file that another program holds open must not undo that.
      for (const { aside } of replaced)
        await rm(aside, { recursive: true, force: true }).catch(() => undefined)
      await syncFolder(folder)
    },

    async discard() {
      for (const handle of handles) await handle.close().catch(() => undefined)
      handles.clear()
      for (const { temporary } of tops.values()) {
        await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
      }
      tops.clear()
      if (madeFolder !== undefined) await removeEmptyFolders(folder, madeFolder)
    },
  }
}

function outputFile(
  handle: FileHandle,
  path: string,
  failed: (error: unknown) => Failure,
  closed: () => void,
): OutputFile {
  let size = 0
  return {
    async write(chunks) {
      try {
        for (const group of inGroups(chunks)) {
          let length = 0
          for (const chunk of group) length += chunk.length
          const { bytesWritten } = await handle.writev(group as Uint8Array[], size)
          if (bytesWritten !== length) await writeRest(handle, group, bytesWritten, size)
          size += length
        }
      } catch (error) {
        throw failed(error)
      }
    },
    async close(): Promise<ByteSource> {
      try {
        await handle.sync()
        await handle.close()
        closed()
        return fileSource(path, size)
      } catch (error) {
        throw failed(error)
      }
    },
  }
}

/** The system takes at most 1,024 pieces a call. */
function* inGroups(chunks: readonly Uint8Array[]): Iterable<readonly Uint8Array[]> {
  for (let i = 0; i < chunks.length; i += 1000) yield chunks.slice(i, i + 1000)
}

async function writeRest(
  handle: FileHandle,
  chunks: readonly Uint8Array[],
  written: number,
  start: number,
): Promise<void> {
  let skip = written
  let position = start
  for (const chunk of chunks) {
    let offset = Math.min(skip, chunk.length)
    skip -= offset
    while (offset < chunk.length) {
      const { bytesWritten } = await handle.write(chunk, offset, chunk.length - offset, position + offset)
      offset += bytesWritten
    }
    position += chunk.length
  }
}

async function kindOf(path: string): Promise<'absent' | 'folder' | 'file'> {
  return lstat(path).then(
    (status) => (status.isDirectory() ? 'folder' : 'file'),
    () => 'absent',
  )
}

/** Unless told otherwise, only an empty folder is replaced. */
async function firstIn(folder: string): Promise<string | undefined> {
  return (await readdir(folder))[0]
}

/** A rename is durable once its folder is; not every system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    return
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1048576)} MiB`
}
