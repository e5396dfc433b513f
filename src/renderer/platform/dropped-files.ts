import { gathered } from './gathered-files.ts'
import type { GatheredFiles, PickedFile } from './platform.ts'

export interface DropOptions {
  readonly signal?: AbortSignal
  /** What systems leave behind too: somebody may have listed it. */
  readonly everything?: boolean
  /** Told now and then how many files were found so far. */
  readonly report?: (found: number) => void
}

/** Whether a drag carries files, to be asked while it is still over the window. */
export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}

/**
 * All files of a drop, folders with everything below them. Must be called while handling the drop: the browser takes
 * the list away afterwards. Throws AbortError when stopped.
 */
export function droppedFiles(data: DataTransfer, options: DropOptions = {}): Promise<GatheredFiles> {
  const entries: FileSystemEntry[] = []
  const loose: PickedFile[] = []
  for (const item of data.items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry()
    if (entry) entries.push(entry)
    else {
      const file = item.getAsFile()
      if (file) loose.push({ path: file.name, file })
    }
  }
  return walk(entries, loose, options)
}

async function walk(
  entries: readonly FileSystemEntry[],
  loose: readonly PickedFile[],
  { signal, report, everything }: DropOptions,
): Promise<GatheredFiles> {
  const found = [...loose]
  const unreadable: string[] = []
  const waiting = [...entries]
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    signal?.throwIfAborted()
    const path = entry.fullPath.replace(/^\//, '')
    try {
      if (isFolder(entry)) {
        // One by one: a call takes only so many arguments.
        for (const inside of await contentsOf(entry)) waiting.push(inside)
      } else if (isFile(entry)) found.push({ path, file: await fileOf(entry) })
    } catch {
      unreadable.push(path)
    }
    if (found.length % 100 === 0) report?.(found.length)
  }
  report?.(found.length)
  return gathered(found, unreadable, everything)
}

/** The browser gives at most a hundred at a time, and an empty list at the end. */
async function contentsOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
