import { randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { isPlainFileName } from '../shared/contract/file-name.ts'
import { Failure } from '../shared/contract/failure.ts'
import { readBack, readersAndRename } from './read-back.ts'
import { writeFailure } from './write-failure.ts'

/** A file on its way to disk: visible under its name when committed, or not at all. */
export interface DiskFile {
  /** Appends; calls may overlap and keep their order. After a failure nothing more is written. */
  write(bytes: Uint8Array): Promise<void>
  /** Everything is on the disk under the temporary name; nothing more is written. Does nothing when it is already. */
  settle(): Promise<void>
  /** Whether it was settled, and not aborted. */
  readonly isSettled: boolean
  /** Bytes [offset, offset + length), fewer only at the end; before settling a bug. Throws Failure output.unreadable. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  /** Settles first where that was not done. */
  commit(): Promise<void>
  /** Removes what was written. Never throws; does nothing after a commit. */
  abort(): Promise<void>
}

/** A folder on its way to disk, under a temporary name beside its own. */
export interface DiskFolder {
  /** `path` is relative, with `/`. Throws for a path that leads out, is reserved or passes through a link. */
  create(path: string): Promise<DiskFile>
  /** As a file's `read`, before and after the commit; `path` as it was given to `create`. */
  read(path: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  commit(): Promise<void>
  abort(): Promise<void>
}

/** Starts a file that will replace what is at `path`; `name` stands in failures. Throws Failure output.*. */
export async function startFile(path: string, name: string): Promise<DiskFile> {
  const status = await foreseenAs(name)(statusOf(path))
  // A rename would replace the link, or fail on a folder, only after everything was written.
  if (status && !status.isFile()) throw notAFile(name)
  return fileAt(temporaryBeside(path), path, name)
}

/** Starts a folder that must not exist yet at `path`; `name` stands in failures. Throws Failure output.*. */
export async function startFolder(path: string, name: string): Promise<DiskFolder> {
  const temporary = temporaryBeside(path)
  const attempt = foreseenAs(name)
  const folders = new Set<string>([temporary])
  const files = new Map<string, DiskFile>()
  const gate = readersAndRename()
  let root = temporary
  let settled = false
  // A name the system does not take would fail only when everything was written.
  await attempt(statusOf(path))
  await attempt(mkdir(temporary, { mode: 0o700 }))

  const makeFolders = async (folder: string): Promise<void> => {
    if (folders.has(folder)) return
    await makeFolders(dirname(folder))
    await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting)
    if (!(await lstat(folder)).isDirectory()) throw notAFile(name)
    folders.add(folder)
  }
  return {
    async create(path) {
      if (settled) throw new Error('the folder is finished')
      const target = within(temporary, path)
      const shown = `${name}/${path}`
      await foreseenAs(shown)(makeFolders(dirname(target)))
      const file = await fileAt(target, target, shown)
      files.set(path, file)
      return file
    },
    async read(path, offset, length) {
      if (!files.get(path)?.isSettled) throw notSettled()
      const shown = `${name}/${path}`
      return gate.read(() => readBack({ root, path: within(root, path), name: shown }, offset, length))
    },
    async commit() {
      if (settled) throw new Error('the folder is finished')
      settled = true
      try {
        for (const folder of folders) await syncFolder(folder)
        // A rename onto an empty folder would succeed on some systems.
        if (await statusOf(path)) throw notAFile(name)
        await gate.rename(() => rename(temporary, path))
        root = path
      } catch (error) {
        await remove(temporary)
        throw writeFailure(name, error)
      }
      await syncFolder(dirname(path))
    },
    async abort() {
      if (settled) return
      settled = true
      await remove(temporary)
    },
  }
}

/** Writes to `temporary` and renames to `path`; the two are the same inside a folder nobody sees yet. */
async function fileAt(temporary: string, path: string, name: string): Promise<DiskFile> {
  const attempt = foreseenAs(name)
  const handle = await attempt(open(temporary, 'wx', 0o600))
  const gate = readersAndRename()
  let position = 0
  let state: 'writing' | 'settled' | 'committed' | 'gone' = 'writing'
  let failure: Error | undefined
  let last: Promise<void> = Promise.resolve()

  /** Removes the file and gives the failure it ended in. */
  const fail = async (error: unknown): Promise<Error> => {
    state = 'gone'
    await handle.close().catch(() => undefined)
    await gate.rename(() => remove(temporary))
    return (failure = writeFailure(name, error))
  }
  const append = async (bytes: Uint8Array): Promise<void> => {
    if (failure !== undefined) throw failure
    if (state !== 'writing') throw finished()
    try {
      for (let offset = 0; offset < bytes.byteLength;) {
        // A write may be short, most of all on a disk that is nearly full.
        const length = bytes.byteLength - offset
        const { bytesWritten } = await handle.write(bytes, offset, length, position)
        offset += bytesWritten
        position += bytesWritten
      }
    } catch (error) {
      throw await fail(error)
    }
  }
  const settle = async (): Promise<void> => {
    if (failure !== undefined) throw failure
    if (state === 'settled') return
    if (state !== 'writing') throw finished()
    try {
      await handle.sync()
      await handle.close()
    } catch (error) {
      throw await fail(error)
    }
    state = 'settled'
  }
  /** One after the other, whatever was called before. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  return {
    write: (bytes) => inTurn(() => append(bytes)),
    settle: () => inTurn(settle),
    get isSettled() {
      return state === 'settled' || state === 'committed'
    },
    async read(offset, length) {
      if (state !== 'settled' && state !== 'committed') throw notSettled()
      return gate.read(() => {
        const where = state === 'committed' ? path : temporary
        return readBack({ root: dirname(where), path: where, name }, offset, length)
      })
    },
    commit: () =>
      inTurn(async () => {
        await settle()
        if (temporary === path) return void (state = 'committed')
        try {
          await gate.rename(async () => {
            await rename(temporary, path)
            state = 'committed'
          })
        } catch (error) {
          throw await fail(error)
        }
        await syncFolder(dirname(path))
      }),
    abort: () =>
      inTurn(async () => {
        if (state === 'committed' || state === 'gone') return
        if (state === 'writing') await handle.close().catch(() => undefined)
        state = 'gone'
        await gate.rename(() => remove(temporary))
      }),
  }
}

/** The file a relative path names inside a folder. Throws, as a bug, for anything that is not inside or not plain. */
function within(folder: string, path: string): string {
  const segments = path.split('/')
  const target = join(folder, ...segments)
  const inside = relative(folder, target)
  if (
    inside === '' ||
    isAbsolute(inside) ||
    inside.split(sep).includes('..') ||
    !segments.every(isPlainFileName)
  ) {
    throw new Error('the path leads out of its folder or has a reserved name')
  }
  return target
}

/** Short, so that a name of 255 bytes has room; never derived from the name, which may be somebody's. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.dossier-${randomBytes(6).toString('hex')}.part`)
}

function finished(): Error {
  return new Error('the file is finished')
}

function notSettled(): Error {
  return new Error('what was not settled cannot be read')
}

function foreseenAs(name: string): <T>(work: Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await work
    } catch (error) {
      throw writeFailure(name, error)
    }
  }
}

/** Something else stands where the file or folder should: a link, a folder, or what came in between. */
function notAFile(name: string): Failure {
  return new Failure('output.failed', { path: name, reason: 'EEXIST' })
}

/** What is at a path; undefined when nothing is. */
async function statusOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
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
