import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nodeHashing } from '../../../src/cli/files/node-hashing.ts'
import { takeIn } from '../../../src/engine/jobs.ts'
import type { JobHandle } from '../../../src/renderer/engine-host/jobs.ts'
import { pickedFileSource } from '../../../src/renderer/engine-host/file-source.ts'
import type { OpenCaseFolderPorts } from '../../../src/renderer/case-folder/open-case-folder.ts'
import type { FolderSink, PickedFile } from '../../../src/renderer/platform/platform.ts'
import { type MemoryVault, memoryVault } from '../../../src/renderer/register/memory-vault.ts'

/** A register of its own, in memory, with the engine's take-in run in this thread. */
export async function registerInMemory(): Promise<{
  readonly vault: MemoryVault
  readonly ports: OpenCaseFolderPorts
}> {
  const vault = await memoryVault({ now: () => new Date('2026-11-22T06:00:00Z'), newId: () => randomUUID() })
  const ports: OpenCaseFolderPorts = {
    register: vault.register,
    async takeIn(file, path, control) {
      const { signal } = control
      const original = await takeIn(path, pickedFileSource(file, path), { hashing: nodeHashing, signal })
      const bytes = new Uint8Array(await file.arrayBuffer())
      control.report(bytes.length)
      return { original, contentId: await vault.storeContent(original, bytes) }
    },
    newId: () => randomUUID(),
    maxItems: 5000,
    goWithout: () => Promise.resolve(false),
  }
  return { vault, ports }
}

/** A job nobody watches; `reported` keeps the last of each. */
export function quietJob(signal = new AbortController().signal): JobHandle & { readonly reported: object } {
  const reported = {}
  return { signal, reported, report: (progress) => void Object.assign(reported, progress) }
}

/** The files of a folder on disk as a browser gives them when the folder is chosen. */
export async function pickedFrom(folder: string, name: string): Promise<PickedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const absolute = join(entry.parentPath, entry.name)
        const path = absolute.slice(folder.length + 1)
        return { path: `${name}/${path}`, file: new File([await readFile(absolute)], entry.name) }
      }),
  )
}

export interface DiskFolder extends FolderSink {
  readonly ended: 'committed' | 'aborted' | undefined
}

/** A folder on disk as the platform gives one. */
export function diskFolder(folder: string): DiskFolder {
  let ended: DiskFolder['ended']
  const read: FolderSink['read'] = async (path, offset, length) => {
    const absolute = join(folder, ...path.split('/'))
    const bytes = new Uint8Array(Math.min(length, Math.max(0, (await stat(absolute)).size - offset)))
    const handle = await open(absolute)
    await handle.read(bytes, 0, bytes.length, offset).finally(() => handle.close())
    return bytes
  }
  return {
    grant: 'test',
    name: 'folder',
    get ended() {
      return ended
    },
    async create(path) {
      const absolute = join(folder, ...path.split('/'))
      await mkdir(dirname(absolute), { recursive: true })
      const handle = await open(absolute, 'wx')
      return {
        grant: 'test',
        name: path,
        write: async (bytes) => void (await handle.write(bytes)),
        settle: () => handle.sync(),
        read: (offset, length) => read(path, offset, length),
        commit: () => handle.close(),
        abort: async () => {
          await handle.close().catch(() => undefined)
          await rm(absolute, { force: true })
        },
      }
    },
    read,
    commit: async () => void (ended = 'committed'),
    abort: async () => {
      ended = 'aborted'
      await rm(folder, { recursive: true, force: true })
    },
  }
}
