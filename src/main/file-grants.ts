import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { type DiskFile, type DiskFolder, startFile, startFolder } from './file-sinks.ts'

/** So many files may be written at a time: a runaway window must not use up the file handles of the machine. */
const mostOpen = 64

/**
 * What the person chose in a dialog, by id: the window never sees a path. A grant is good for one file or one
 * folder. An id that is unknown or used up is a bug of the window and throws.
 */
export interface FileGrants {
  grantFile(path: string): string
  /** Makes the folder's temporary place at once. Throws Failure output.*. */
  grantFolder(path: string): Promise<string>
  /** `path` is empty for a granted file. */
  openSink(grant: string, path: string): Promise<string>
  write(sink: string, bytes: Uint8Array): Promise<void>
  /** Nothing more is written; the bytes can be read again. */
  settle(sink: string): Promise<void>
  /** Bytes of a file that was settled or committed; `path` as for `openSink`. Throws Failure output.unreadable. */
  read(grant: string, path: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  commit(sink: string): Promise<void>
  abort(sink: string): Promise<void>
  commitFolder(grant: string): Promise<void>
  abortFolder(grant: string): Promise<void>
  /** The path of what was committed under the grant. */
  committedPath(grant: string): string
  /** Removes everything that was not committed. Never throws. */
  abandonAll(): Promise<void>
}

interface Granted {
  readonly path: string
  readonly folder: DiskFolder | undefined
  /** Sinks of this grant that are open. */
  readonly sinks: Set<string>
  /** Of a granted file, once it was opened. */
  file: DiskFile | undefined
  state: 'fresh' | 'used' | 'committed' | 'gone'
}

export function fileGrants(): FileGrants {
  const grants = new Map<string, Granted>()
  const sinks = new Map<string, { readonly file: DiskFile; readonly granted: Granted }>()
  /** Sinks that are neither settled nor ended. */
  const writing = new Set<string>()
  const opening = new Set<Promise<string>>()

  const add = (path: string, folder: DiskFolder | undefined): string => {
    const id = randomBytes(16).toString('hex')
    grants.set(id, { path, folder, sinks: new Set(), file: undefined, state: 'fresh' })
    return id
  }
  const grantOf = (id: string): Granted => found(grants.get(id))
  const sinkOf = (id: string) => found(sinks.get(id))
  const folderOf = (granted: Granted): DiskFolder => {
    if (!granted.folder || granted.state === 'committed' || granted.state === 'gone') throw usedUp()
    return granted.folder
  }
  const register = async (granted: Granted, start: () => Promise<DiskFile>): Promise<string> => {
    const file = await start()
    if (granted.state === 'gone') {
      // Everything was abandoned while it was being opened.
      await file.abort()
      throw usedUp()
    }
    const id = randomBytes(16).toString('hex')
    sinks.set(id, { file, granted })
    writing.add(id)
    granted.sinks.add(id)
    if (!granted.folder) granted.file = file
    return id
  }
  const forget = (id: string): void => {
    sinks.get(id)?.granted.sinks.delete(id)
    sinks.delete(id)
    writing.delete(id)
  }

  return {
    grantFile: (path) => add(path, undefined),
    grantFolder: async (path) => add(path, await startFolder(path, basename(path))),

    async openSink(grant, path) {
      const granted = grantOf(grant)
      if (writing.size + opening.size >= mostOpen) throw new Error('too many files are open')
      if (!granted.folder && (granted.state !== 'fresh' || path !== '')) throw usedUp()
      const start = granted.folder
        ? () => folderOf(granted).create(path)
        : () => startFile(granted.path, basename(granted.path))
      granted.state = granted.folder ? granted.state : 'used'
      const opened = register(granted, start)
      opening.add(opened)
      return opened.finally(() => opening.delete(opened))
    },
    write: (sink, bytes) => sinkOf(sink).file.write(bytes),
    async settle(sink) {
      try {
        await sinkOf(sink).file.settle()
        writing.delete(sink)
      } catch (error) {
        forget(sink)
        throw error
      }
    },
    async read(grant, path, offset, length) {
      const { folder, file } = grantOf(grant)
      if (folder) return folder.read(path, offset, length)
      if (!file || path !== '') throw new Error('nothing was written under this grant')
      return file.read(offset, length)
    },
    async commit(sink) {
      const { file, granted } = sinkOf(sink)
      try {
        await file.commit()
        if (!granted.folder) granted.state = 'committed'
      } finally {
        forget(sink)
      }
    },
    async abort(sink) {
      const open = sinks.get(sink)
      forget(sink)
      await open?.file.abort()
    },

    async commitFolder(grant) {
      const granted = grantOf(grant)
      const folder = folderOf(granted)
      if (granted.sinks.size > 0) throw new Error('files of the folder are still open')
      granted.state = 'gone'
      await folder.commit()
      granted.state = 'committed'
    },
    async abortFolder(grant) {
      const granted = grantOf(grant)
      if (!granted.folder || granted.state === 'committed' || granted.state === 'gone') return
      granted.state = 'gone'
      for (const id of [...granted.sinks]) {
        const open = sinks.get(id)
        forget(id)
        await open?.file.abort()
      }
      await granted.folder.abort()
    },

    committedPath(grant) {
      const granted = grantOf(grant)
      if (granted.state !== 'committed') throw new Error('nothing was committed under this grant')
      return granted.path
    },

    async abandonAll() {
      const files = [...sinks.values()]
      const left = [...grants.values()].filter((granted) => granted.state !== 'committed')
      // At once: what a new page is granted meanwhile stays.
      sinks.clear()
      writing.clear()
      grants.clear()
      for (const granted of left) granted.state = 'gone'
      await Promise.allSettled(opening)
      await Promise.all(files.map(({ file }) => file.abort()))
      for (const { folder } of left) await folder?.abort()
    },
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('unknown id')
  return value
}

function usedUp(): Error {
  return new Error('the grant is used up')
}
