import { Failure } from '../../shared/contract/failure.ts'
import type { FileSink, FolderSink } from '../platform/platform.ts'
import type { OutputCall } from './bundle-wire.ts'

/** The place a person chose: what a worker asks of it is done here. */
export interface OutputTarget {
  /** Gives what was read, or the very bytes that were written, which the worker fills again; else nothing. */
  perform(what: OutputCall): Promise<unknown>
  /** Removes what was written. Never throws; does nothing once it was published. */
  abort(): Promise<void>
}

/** A single file, whatever name the engine has for it. */
export function fileTarget(sink: FileSink): OutputTarget {
  let published = false
  return {
    async perform(what) {
      switch (what.op) {
        case 'create':
          return undefined
        case 'write':
          return writeBack(sink, what.bytes)
        case 'close':
          return sink.settle()
        case 'read':
          return sink.read(what.offset, what.length)
        case 'publish':
          await sink.commit()
          published = true
          return undefined
        case 'discard':
          return sink.abort()
      }
    },
    async abort() {
      if (!published) await sink.abort()
    },
  }
}

/** A new folder; `root` is the folder of the engine's paths that it stands for, or empty. */
export function folderTarget(folder: FolderSink, root: string): OutputTarget {
  const open = new Map<string, FileSink>()
  let published = false
  const below = (path: string): string => {
    if (root === '') return path
    if (!path.startsWith(`${root}/`)) throw new Failure('output.failed', { path, reason: 'path' })
    return path.slice(root.length + 1)
  }
  const sinkOf = (path: string): FileSink => {
    const sink = open.get(path)
    if (!sink) throw new Error('the file is not open')
    return sink
  }
  return {
    async perform(what) {
      switch (what.op) {
        case 'create':
          open.set(what.path, await folder.create(below(what.path)))
          return undefined
        case 'write':
          return writeBack(sinkOf(what.path), what.bytes)
        case 'close':
          await sinkOf(what.path).commit()
          open.delete(what.path)
          return undefined
        case 'read':
          return folder.read(below(what.path), what.offset, what.length)
        case 'publish':
          await folder.commit()
          published = true
          return undefined
        case 'discard':
          return folder.abort()
      }
    },
    async abort() {
      if (!published) await folder.abort()
    },
  }
}

/** Writes, and gives the bytes back: their memory is used again, else it would pile up here. */
async function writeBack(sink: FileSink, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  await sink.write(bytes)
  return bytes
}
