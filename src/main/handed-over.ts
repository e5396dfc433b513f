import { randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
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
  /**
   * What was added since it was last taken. What is missing, closed or too much is told; links below a folder are not
   * followed.
   */
  take(): Promise<RequestOutput<'handed.take'>>
  /** Bytes of a listed file that is still what it was. Throws Failure verify.*, and for unknown ids an error. */
  read(part: HandedPart): Promise<Uint8Array<ArrayBuffer>>
  /** Nothing that was taken can be read any more; what is just being taken waits again. */
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
  readonly stateChanged: number
}

/** Far more than any material has; a whole drive has more. */
const mostListed = 50_000

type Taken = RequestOutput<'handed.take'>
type Group = Taken['groups'][number]

export function handedOver(most = mostListed): HandedOver {
  const waiting = new Set<string>()
  const listeners: (() => void)[] = []
  const grants = new Map<string, readonly Listed[]>()
  let age = 0
  let listing: Promise<unknown> = Promise.resolve()

  const list = async (begun: number): Promise<Taken> => {
    const paths = [...waiting]
    const made = new Map<string, readonly Listed[]>()
    const groups = new Map<string, Group>()
    const refused: Taken['refused'] = []
    for (const path of paths) {
      // What lies side by side was handed over together; elsewhere there may be another of the same name.
      const group = groups.get(dirname(path)) ?? { files: [], unreadable: [], empty: [] }
      try {
        const found = await filesOf(path, most)
        const grant = randomBytes(16).toString('hex')
        made.set(grant, found.files)
        addTo(group, found, grant, nameOf(path))
        groups.set(dirname(path), group)
      } catch (error) {
        refused.push({ name: nameOf(path), ...refusalOf(error) })
      }
    }
    // The page that asked is gone: what it would have got waits for the next.
    if (begun !== age) return { groups: [], refused: [] }
    for (const [grant, files] of made) grants.set(grant, files)
    for (const path of paths) waiting.delete(path)
    return { groups: [...groups.values()], refused }
  }
  return {
    add(paths) {
      if (paths.length === 0) return
      for (const path of paths) waiting.add(path)
      for (const listener of listeners) listener()
    },
    onAdded: (listener) => void listeners.push(listener),
    take() {
      const begun = age
      const taken = listing.then(() => list(begun))
      listing = taken.catch(() => undefined)
      return taken
    },
    async read({ grant, file, offset, length }) {
      const one = grants.get(grant)?.[file]
      if (!one) throw new Error('nothing of this was handed over')
      return readListed(one, offset, length)
    },
    forget() {
      age += 1
      grants.clear()
    },
  }
}

function addTo(group: Group, found: Found, grant: string, name: string): void {
  for (const [file, listed] of found.files.entries()) {
    group.files.push({ path: listed.name, size: listed.size, grant, file })
  }
  // One by one: a call takes only so many arguments.
  for (const unreadable of found.unreadable) group.unreadable.push(unreadable)
  if (found.files.length === 0 && found.unreadable.length === 0) group.empty.push(name)
}

/** Why a path that was handed over is not taken. Throws on what is a bug. */
function refusalOf(error: unknown): Pick<Taken['refused'][number], 'code' | 'reason'> {
  if (error instanceof TooMany) return { code: 'verify.too-many', reason: '' }
  const reason = systemCode(error)
  const isAbsent = reason === 'ENOENT' || reason === 'ENOTDIR'
  return { code: isAbsent ? 'verify.vanished' : 'verify.unreadable', reason }
}

async function readListed(one: Listed, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const path = one.name
  try {
    return await readBack(one, offset, length, (status) => {
      if (!isSame(one, status)) throw new Failure('verify.changed', { path })
    })
  } catch (error) {
    if (error instanceof Failure && error.code === 'verify.changed') throw error
    const reason = error instanceof Failure ? String(error.facts['reason']) : systemCode(error)
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new Failure('verify.vanished', { path }, error)
    // A link or a folder has taken its place.
    if (reason === 'EEXIST' || reason === 'ELOOP') throw new Failure('verify.changed', { path }, error)
    throw new Failure('verify.unreadable', { path, reason }, error)
  }
}

/** On Linux the time of its state can be set by nobody; elsewhere the system itself notes there that a file was opened. */
function isSame(one: Listed, { size, mtimeMs, ctimeMs }: Stats): boolean {
  if (size !== one.size || mtimeMs !== one.changed) return false
  return process.platform !== 'linux' || ctimeMs === one.stateChanged
}

interface Found {
  readonly files: Listed[]
  readonly unreadable: string[]
}

class TooMany extends Error {}

/** The file at a path, or all files below the folder there. Throws TooMany, and what the system says of the path itself. */
async function filesOf(path: string, most: number): Promise<Found> {
  // The path itself may be a link: the person pointed at it. Windows cannot resolve every path, nor need it.
  const top = (await lstat(path)).isSymbolicLink() ? await realpath(path) : path
  const status = await lstat(top)
  const found: Found = { files: [], unreadable: [] }
  const list = (root: string, at: string, name: string, its: Stats) => {
    found.files.push({
      root,
      path: at,
      name,
      size: its.size,
      changed: its.mtimeMs,
      stateChanged: its.ctimeMs,
    })
  }
  if (status.isFile()) list(dirname(top), top, nameOf(path), status)
  else if (!status.isDirectory())
    throw Object.assign(new Error('no file'), { syscall: 'open', code: 'ENXIO' })
  else await readdir(top)
  const folders = status.isDirectory() ? [{ at: top, name: nameOf(path) }] : []
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { at, name } = folder
    const entries = await readdir(at).catch(systemError)
    if (!entries) found.unreadable.push(name)
    for (const entry of entries ?? []) {
      const inside = { at: join(at, entry), name: `${name}/${entry}` }
      const its = await lstat(inside.at).catch(systemError)
      if (its?.isDirectory()) folders.push(inside)
      else if (its?.isFile()) list(top, inside.at, inside.name, its)
      else found.unreadable.push(inside.name)
      if (found.files.length + found.unreadable.length + folders.length > most) throw new TooMany()
    }
  }
  return found
}

/** The last part of a path; of a whole drive its letter. */
function nameOf(path: string): string {
  return basename(path) || path.replace(/[\\/]+/g, '') || 'root'
}

function systemError(error: unknown): undefined {
  systemCode(error)
}

/** What the system, or Node of a path no system has, calls its error. Throws anything else on: a bug. */
function systemCode(error: unknown): string {
  if (error instanceof TypeError && 'code' in error) return String(error.code)
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code)
  throw error
}
