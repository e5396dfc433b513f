import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isTable, logPayload, tableEntries } from './leveldb-files.ts'
import { snappyOf } from './snappy.ts'

/** What must not stand in a profile: a text, or bytes under a name. */
export type Secret = string | { readonly name: string; readonly bytes: Buffer }

/** Where a secret stands in plain: the file below the profile, and how it is written there. */
export interface Leak {
  readonly secret: string
  readonly file: string
  readonly encoding: string
}

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  // Values of IndexedDB and pages of the session.
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  // Keys of IndexedDB.
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  base64: (text) => Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -1)),
  'percent-encoded': (text) => Buffer.from(encodeURIComponent(text)),
}

/**
 * Every place below a folder where one of the secrets stands in plain. Files are searched as they are; those of LevelDB
 * also as the database reads them, without its framing and compression.
 */
export async function findInPlain(
  folder: string,
  secrets: readonly Secret[],
  ignored: (path: string) => boolean = () => false,
): Promise<{ readonly leaks: readonly Leak[]; readonly files: number; readonly bytes: number }> {
  const texts = secrets.filter((secret) => typeof secret === 'string')
  const needles = [
    ...texts.flatMap((secret) =>
      Object.entries(encodings).map(([encoding, encode]) => ({ secret, encoding, bytes: encode(secret) })),
    ),
    ...secrets
      .filter((secret) => typeof secret !== 'string')
      .map(({ name, bytes }) => ({ secret: name, encoding: 'bytes', bytes })),
  ]
  const leaks: Leak[] = []
  let files = 0
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).replaceAll('\\', '/')
    if (ignored(name)) continue
    const raw = await readFile(path).catch(ignoreVanished)
    if (!raw) continue
    files += 1
    bytes += raw.length
    for (const view of viewsOf(name, raw)) {
      for (const { secret, encoding, bytes: needle } of needles) {
        const known = leaks.some((leak) => leak.secret === secret && leak.file === name)
        if (!known && view.includes(needle)) leaks.push({ secret, file: name, encoding })
      }
    }
    const told = texts.filter((secret) => name.includes(secret))
    leaks.push(...told.map((secret) => ({ secret, file: name, encoding: 'name of a file' })))
  }
  return { leaks, files, bytes }
}

function* viewsOf(name: string, raw: Buffer): Generator<Buffer> {
  yield raw
  // The browser compresses a large value on its own before the database sees it.
  const wrapped = raw.subarray(0, 3).equals(compressedValue) ? snappyOf(raw.subarray(3)) : undefined
  if (wrapped) yield wrapped
  if (/\.log$/.test(name)) {
    const payload = logPayload(raw)
    yield payload
    yield* compressedValuesIn(payload)
  }
  if (isTable(raw)) {
    for (const block of tableEntries(raw)) {
      yield block
      yield* compressedValuesIn(block)
    }
  }
}

/** Version, "requires processing", "compressed with Snappy": how Blink marks a value it compressed. */
const compressedValue = Buffer.from([0xff, 0x11, 0x02])

function* compressedValuesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(compressedValue); at >= 0; at = bytes.indexOf(compressedValue, at + 1)) {
    const value = snappyOf(bytes.subarray(at + compressedValue.length), { cutOff: true })
    if (value) yield value
  }
}

/** A browser that was killed may still be clearing its cache; what is gone is on no disk. */
function ignoreVanished(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
