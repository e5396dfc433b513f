import { crc32, deflateRawSync } from 'node:zlib'

interface Header {
  name?: string | Buffer
  flags?: number
  method?: number
  crc?: number
  packedSize?: number
  size?: number
  extra?: Buffer
}

/** One entry, with every way to lie about it. */
export interface CraftedEntry {
  name: string
  content: Uint8Array | string
  deflate?: boolean
  flags?: number
  /** What the local header says instead. */
  local?: Header
  /** What the central header says instead. */
  central?: Header & { offset?: number; external?: number; madeBy?: number; comment?: string }
  /** Bytes after the data, such as a descriptor. */
  after?: Buffer
  /** Bytes before the local header that belong to nothing. */
  before?: Buffer
  /** Left out of the central directory. */
  hidden?: boolean
}

export interface CraftedArchive {
  entries: readonly CraftedEntry[]
  prefix?: Buffer
  suffix?: Buffer
  comment?: Buffer
  beforeEnd?: Buffer
  /** Number of entries the end record claims. */
  count?: number
  disk?: number
}

/** Builds an archive byte by byte, right unless told otherwise. */
export function craftZip(archive: CraftedArchive): Uint8Array {
  const parts: Buffer[] = [archive.prefix ?? Buffer.alloc(0)]
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const directory: Buffer[] = []
  for (const entry of archive.entries) {
    if (entry.before !== undefined) parts.push(entry.before)
    const offset = length() - (archive.prefix?.length ?? 0)
    const content = Buffer.from(entry.content as Uint8Array)
    const data = entry.deflate === true ? deflateRawSync(content) : content
    const honest = {
      name: entry.name,
      flags: entry.flags ?? 1 << 11,
      method: entry.deflate === true ? 8 : 0,
      crc: crc32(content),
      packedSize: data.length,
      size: content.length,
      extra: Buffer.alloc(0),
    }
    parts.push(local({ ...honest, ...entry.local }), data, entry.after ?? Buffer.alloc(0))
    if (entry.hidden !== true) directory.push(central({ ...honest, offset, ...entry.central }))
  }
  const start = length() - (archive.prefix?.length ?? 0)
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(archive.disk ?? 0, 4)
  end.writeUInt16LE(archive.count ?? directory.length, 8)
  end.writeUInt16LE(archive.count ?? directory.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  end.writeUInt16LE(archive.comment?.length ?? 0, 20)
  parts.push(...directory, archive.beforeEnd ?? Buffer.alloc(0), end)
  parts.push(archive.comment ?? Buffer.alloc(0), archive.suffix ?? Buffer.alloc(0))
  return new Uint8Array(Buffer.concat(parts))
}

type Complete = Required<Header>

function local(header: Complete): Buffer {
  const name = Buffer.from(header.name)
  const fixed = Buffer.alloc(30)
  fixed.writeUInt32LE(0x04034b50, 0)
  fixed.writeUInt16LE(20, 4)
  writeShared(fixed, header, 6)
  fixed.writeUInt16LE(name.length, 26)
  fixed.writeUInt16LE(header.extra.length, 28)
  return Buffer.concat([fixed, name, header.extra])
}

function central(
  header: Complete & { offset: number; external?: number; madeBy?: number; comment?: string },
): Buffer {
  const name = Buffer.from(header.name)
  const comment = Buffer.from(header.comment ?? '')
  const fixed = Buffer.alloc(46)
  fixed.writeUInt32LE(0x02014b50, 0)
  fixed.writeUInt16LE(header.madeBy ?? (3 << 8) | 45, 4)
  fixed.writeUInt16LE(20, 6)
  writeShared(fixed, header, 8)
  fixed.writeUInt16LE(name.length, 28)
  fixed.writeUInt16LE(header.extra.length, 30)
  fixed.writeUInt16LE(comment.length, 32)
  fixed.writeUInt32LE(header.external ?? (0o100644 << 16) >>> 0, 38)
  fixed.writeUInt32LE(header.offset, 42)
  return Buffer.concat([fixed, name, header.extra, comment])
}

/** Flags, method, date, CRC and sizes stand in the same order in both headers. */
function writeShared(target: Buffer, header: Complete, at: number): void {
  target.writeUInt16LE(header.flags, at)
  target.writeUInt16LE(header.method, at + 2)
  target.writeUInt16LE(0, at + 4)
  target.writeUInt16LE(0x5b76, at + 6)
  target.writeUInt32LE(header.crc, at + 8)
  target.writeUInt32LE(header.packedSize, at + 12)
  target.writeUInt32LE(header.size, at + 16)
}

/** A data descriptor with its signature. */
export function descriptor(content: Uint8Array, packedSize = content.length): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc32(content), 4)
  bytes.writeUInt32LE(packedSize, 8)
  bytes.writeUInt32LE(content.length, 12)
  return bytes
}
