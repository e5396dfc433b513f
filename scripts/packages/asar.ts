import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
}

/** An archive as Electron reads it, by its header alone. */
export interface Asar {
  /** Paths of all files with `/`, sorted. */
  readonly files: readonly string[]
  /** SHA-256 of the header: what Electron compares with the digest in its binary. */
  readonly headerSha256: string
  /** The bytes of one file. Throws when the archive has none of this name. */
  read(path: string): Promise<Buffer>
}

/** Reads the header of an asar archive: four lengths, then JSON. */
export async function readAsar(archive: string): Promise<Asar> {
  const lengths = await readAt(archive, 0, 16)
  const header = (await readAt(archive, 16, lengths.readUInt32LE(12))).toString('utf8')
  const bodyAt = 8 + lengths.readUInt32LE(4)
  const entries = new Map(walk('', JSON.parse(header) as Entry))
  return {
    files: [...entries.keys()].sort(),
    headerSha256: createHash('sha256').update(header).digest('hex'),
    async read(path) {
      const entry = entries.get(path)
      if (entry === undefined) throw new Error(`no ${path} in ${archive}`)
      return readAt(archive, bodyAt + Number(entry.offset), entry.size ?? 0)
    },
  }
}

function walk(path: string, entry: Entry): (readonly [string, Entry])[] {
  if (entry.files === undefined) return [[path, entry]]
  return Object.entries(entry.files).flatMap(([name, below]) =>
    walk(path === '' ? name : `${path}/${name}`, below),
  )
}

async function readAt(file: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
    if (bytesRead < length) throw new Error(`${file} ends too early`)
    return buffer
  } finally {
    await handle.close()
  }
}
