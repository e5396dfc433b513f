import { Failure } from '../../shared/contract/failure.ts'
import { numberedName, plainFileName } from '../../shared/contract/file-name.ts'
import type { FilePickerOptions } from './file-pickers.ts'
import type { FileSink, FolderSink } from './platform.ts'

const pickers: FilePickerOptions = { id: 'dossier', startIn: 'documents' }

/** Asks where to save a file; undefined when cancelled. Throws Failure output.*. */
export async function saveFileInBrowser(suggestedName: string): Promise<FileSink | undefined> {
  const picked = await orCancelled(
    window.showSaveFilePicker({ ...pickers, suggestedName: plainFileName(suggestedName) }),
  )
  if (!picked) return undefined
  return sinkOf(picked, picked.name, picked.name, async (wasReplaced) => {
    // The picker has made an empty file of that name already; what stood there before and was not replaced stays.
    if (wasReplaced || (await picked.getFile()).size === 0) await picked.remove?.()
  })
}

/**
 * Asks for a place and makes a new folder there; undefined when cancelled. A browser cannot rename a folder, so it is
 * seen while it is filled, and removed again on abort. Throws Failure output.*.
 */
export async function saveFolderInBrowser(suggestedName: string): Promise<FolderSink | undefined> {
  const place = await orCancelled(window.showDirectoryPicker({ ...pickers, mode: 'readwrite' }))
  if (!place) return undefined
  const wanted = plainFileName(suggestedName)
  const attempt = foreseenAs(wanted)
  const name = await attempt(freeName(place, wanted))
  const folder = await attempt(place.getDirectoryHandle(name, { create: true }))
  const files = new Map<string, FileSink>()
  return {
    grant: '',
    name,
    async create(path) {
      const shown = `${name}/${path}`
      const file = await foreseenAs(shown)(fileIn(folder, path.split('/')))
      const sink = await sinkOf(file, file.name, shown, () => file.remove?.())
      files.set(path, sink)
      return sink
    },
    async read(path, offset, length) {
      const file = files.get(path)
      if (!file) throw notSettled()
      return file.read(offset, length)
    },
    // Every file is on disk already.
    commit: () => Promise.resolve(),
    async abort() {
      await Promise.all([...files.values()].map((sink) => sink.abort()))
      await place.removeEntry(name, { recursive: true }).catch(() => undefined)
    },
  }
}

async function sinkOf(
  handle: FileSystemFileHandle,
  name: string,
  shown: string,
  removeIt: (wasReplaced: boolean) => Promise<void> | undefined,
): Promise<FileSink> {
  const attempt = foreseenAs(shown)
  // Written beside the file, and put in its place by close().
  const stream = await attempt(handle.createWritable())
  let state: 'writing' | 'settled' | 'committed' | 'gone' = 'writing'
  const settle = async () => {
    if (state === 'settled') return
    await attempt(stream.close())
    state = 'settled'
  }
  return {
    grant: '',
    name,
    write: (bytes) => attempt(stream.write(bytes as Uint8Array<ArrayBuffer>)),
    settle,
    async read(offset, length) {
      if (state !== 'settled' && state !== 'committed') throw notSettled()
      try {
        const file = await handle.getFile()
        return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        throw new Failure('output.unreadable', { path: shown, reason: error.name }, error)
      }
    },
    async commit() {
      await settle()
      state = 'committed'
    },
    async abort() {
      if (state === 'committed' || state === 'gone') return
      const wasReplaced = state === 'settled'
      state = 'gone'
      if (!wasReplaced) await stream.abort().catch(() => undefined)
      await removeIt(wasReplaced)?.catch(() => undefined)
    },
  }
}

async function fileIn(
  folder: FileSystemDirectoryHandle,
  segments: readonly string[],
): Promise<FileSystemFileHandle> {
  let inside = folder
  for (const segment of segments.slice(0, -1)) {
    inside = await inside.getDirectoryHandle(segment, { create: true })
  }
  return inside.getFileHandle(segments.at(-1) ?? '', { create: true })
}

/** The first of `name`, `name (2)`, … that nothing has yet. */
async function freeName(place: FileSystemDirectoryHandle, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : numberedName(name, number, 'folder')
    const isFree = await place.getDirectoryHandle(candidate).then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof DOMException)) throw error
        if (error.name === 'NotFoundError') return true
        // A file has the name.
        if (error.name === 'TypeMismatchError') return false
        throw error
      },
    )
    if (isFree) return candidate
  }
}

async function orCancelled<T>(picked: Promise<T>): Promise<T | undefined> {
  try {
    return await picked
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

function notSettled(): Error {
  return new Error('what was not settled cannot be read')
}

function foreseenAs(path: string): <T>(work: Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await work
    } catch (error) {
      throw browserFailure(path, error)
    }
  }
}

function browserFailure(path: string, error: unknown): unknown {
  // What the browser says of a name it does not allow.
  if (error instanceof TypeError) return new Failure('output.failed', { path, reason: error.name }, error)
  if (!(error instanceof DOMException) || error.name === 'AbortError') return error
  const reason = error.name
  if (reason === 'QuotaExceededError') return new Failure('output.disk-full', { path }, error)
  const code = reason === 'NotAllowedError' ? 'output.unwritable' : 'output.failed'
  return new Failure(code, { path, reason }, error)
}
