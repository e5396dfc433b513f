import { randomBytes } from 'node:crypto'
import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { RequestOutput } from '../shared/contract/bridge.ts'
import { Failure } from '../shared/contract/failure.ts'
import type { HandedPart } from '../shared/contract/handed-file.ts'
import { readBack } from './read-back.ts'

/**
 * Files and folders the person handed to the program by their paths, to be read and nothing else. The window never sees
 * or names a path: it takes what is waiting, and reads the files listed then.
 */
export interface HandedOver {
  /** Keeps absolute paths until the window takes them. */
  add(paths: readonly string[]): void
  /** Told when something was added. */
  onAdded(listener: () => void): void
  /** What was added since it was last taken. What is missing or closed is told; links below a folder are not followed. */
  take(): Promise<RequestOutput<'handed.take'>>
  /** Bytes of a listed file that is still what it was. Throws Failure intake.*, and for unknown ids an error. */
  read(part: HandedPart): Promise<Uint8Array<ArrayBuffer>>
  /** Nothing that was taken can be read any more. */
  forget(): void
}

interface Listed {
  /** No folder between it and the file may become a link. */
  readonly root: string
  readonly path: string
  /** As the person knows it, with `/`. */
  readonly name: string
  readonly size: number
  readonly changed: number
}

type Taken = RequestOutput<'handed.take'>
type Group = Taken['groups'][number]

export function handedOver(): HandedOver {
  const waiting = new Set<string>()
  const listeners: (() => void)[] = []
  const grants = new Map<string, readonly Listed[]>()

  const listed = async (path: string, group: Group): Promise<void> => {
    const found = await filesOf(path)
    const grant = randomBytes(16).toString('hex')
    grants.set(grant, found.files)
    for (const [file, { name, size }] of found.files.entries()) {
      group.files.push({ path: name, size, grant, file })
    }
    group.unreadable.push(...found.unreadable)
    if (found.files.length === 0 && found.unreadable.length === 0) group.empty.push(nameOf(path))
  }
  return {
    add(paths) {
      if (paths.length === 0) return
      for (const path of paths) waiting.add(path)
      for (const listener of listeners) listener()
    },
    onAdded: (listener) => void listeners.push(listener),
    async take() {
      const paths = [...waiting]
      waiting.clear()
      const groups = new Map<string, Group>()
      const refused: Taken['refused'] = []
      for (const path of paths) {
        // What lies side by side was handed over together; elsewhere there may be another of the same name.
        const group = groups.get(dirname(path)) ?? { files: [], unreadable: [], empty: [] }
        try {
          await listed(path, group)
          groups.set(dirname(path), group)
        } catch (error) {
          const reason = systemCode(error)
          const isAbsent = reason === 'ENOENT' || reason === 'ENOTDIR'
          const code = isAbsent ? ('path.absent' as const) : ('verify.unreadable' as const)
          refused.push({ name: nameOf(path), code, reason })
        }
      }
      return { groups: [...groups.values()], refused }
    },
    async read({ grant, file, offset, length }) {
      const one = grants.get(grant)?.[file]
      if (!one) throw new Error('nothing of this was handed over')
      return readListed(one, offset, length)
    },
    forget: () => grants.clear(),
  }
}

async function readListed(one: Listed, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const { name } = one
  try {
    const { size, mtimeMs } = await lstat(one.path)
    if (size !== one.size || mtimeMs !== one.changed) throw new Failure('intake.changed', { name })
    return await readBack(one, offset, length)
  } catch (error) {
    if (error instanceof Failure && error.code === 'intake.changed') throw error
    const reason = error instanceof Failure ? String(error.facts['reason']) : systemCode(error)
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new Failure('intake.vanished', { name }, error)
    // A link or a folder has taken its place.
    if (reason === 'EEXIST' || reason === 'ELOOP') throw new Failure('intake.changed', { name }, error)
    throw new Failure('intake.unreadable', { name, reason }, error)
  }
}

/** The file at a path, or all files below the folder there. Throws what the system says of the path itself. */
async function filesOf(path: string): Promise<{ readonly files: Listed[]; readonly unreadable: string[] }> {
  // The path itself may be a link: the person pointed at it.
  const top = await realpath(path)
  const files: Listed[] = []
  const unreadable: string[] = []
  const status = await lstat(top)
  const list = (root: string, at: string, name: string, { size, mtimeMs }: typeof status) =>
    files.push({ root, path: at, name, size, changed: mtimeMs })
  if (status.isFile()) list(dirname(top), top, nameOf(path), status)
  else if (!status.isDirectory())
    throw Object.assign(new Error('no file'), { syscall: 'open', code: 'ENXIO' })
  else await readdir(top)
  const folders = status.isDirectory() ? [{ at: top, name: nameOf(path) }] : []
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { at, name } = folder
    const entries = await readdir(at).catch(systemError)
    if (!entries) unreadable.push(name)
    for (const entry of entries ?? []) {
      const inside = { at: join(at, entry), name: `${name}/${entry}` }
      const its = await lstat(inside.at).catch(systemError)
      if (its?.isDirectory()) folders.push(inside)
      else if (its?.isFile()) list(top, inside.at, inside.name, its)
      else unreadable.push(inside.name)
    }
  }
  return { files, unreadable }
}

/** The last part of a path; of a whole drive its letter. */
function nameOf(path: string): string {
  return basename(path) || path.replace(/[\\/]+/g, '') || 'root'
}

function systemError(error: unknown): undefined {
  systemCode(error)
}

/** What the system calls its error. Throws anything else on: a bug. */
function systemCode(error: unknown): string {
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code)
  throw error
}
