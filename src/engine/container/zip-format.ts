import type { Bytes } from '../ports.ts'

/** Signatures of the records of a ZIP file (PKWARE APPNOTE 6.3.10, section 4.3). */
export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const

export const methods = { stored: 0, deflated: 8 } as const
export type Method = (typeof methods)[keyof typeof methods]

export const flags = { encrypted: 1, descriptor: 1 << 3, utf8: 1 << 11 } as const

/** A value that does not fit its 16- or 32-bit field is written as this one, and in full in a ZIP64 record. */
export const full16 = 0xffff
export const full32 = 0xffffffff

export const zip64ExtraId = 0x0001

/** Made on UNIX, by version 4.5 of the specification: readers then honour the permissions below. */
export const madeBy = (3 << 8) | 45
/** A regular file, readable by all, writable by its owner. */
export const regularFile = (0o100644 << 16) >>> 0

/** One file of the archive, as all its records tell it. */
export interface ZipRecord {
  readonly name: Bytes
  readonly method: Method
  readonly crc32: number
  readonly size: number
  readonly compressedSize: number
  readonly offset: number
  /** Size and CRC stand behind the data, because they were not known before it. */
  readonly descriptor: boolean
  /** Sizes are written with 64 bits in the local header and the descriptor. */
  readonly wide: boolean
}

/** Date and time of MS-DOS, in UTC, two seconds exact; years outside 1980..2107 become the nearest. */
export function dosDateTime(date: Date): { readonly date: number; readonly time: number } {
  const year = date.getUTCFullYear()
  if (year < 1980) return { date: (1 << 5) | 1, time: 0 }
  if (year > 2107) return { date: (127 << 9) | (12 << 5) | 31, time: (23 << 11) | (59 << 5) | 29 }
  return {
    date: ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
    time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
  }
}

/** Writes little-endian fields one after another. */
class Fields {
  readonly bytes: Bytes
  readonly #view: DataView
  #at = 0

  constructor(length: number) {
    this.bytes = new Uint8Array(length)
    this.#view = new DataView(this.bytes.buffer)
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true)
    this.#at += 2
    return this
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true)
    this.#at += 4
    return this
  }

  u64(value: number): this {
    this.#view.setBigUint64(this.#at, BigInt(value), true)
    this.#at += 8
    return this
  }

  raw(value: Uint8Array): this {
    this.bytes.set(value, this.#at)
    this.#at += value.length
    return this
  }
}

type Moment = ReturnType<typeof dosDateTime>

/** Version needed to extract (APPNOTE 4.4.3): 4.5 where ZIP64 is used. */
const versionOf = ({ wide, offset }: ZipRecord): number => (wide || offset >= full32 ? 45 : 20)

/** The local header (APPNOTE 4.3.7). With a descriptor, CRC and sizes are left for it (4.4.4). */
export function localHeader(record: ZipRecord, moment: Moment): Bytes {
  const { descriptor, wide } = record
  const narrow = (value: number): number => (wide ? full32 : descriptor ? 0 : value)
  const fields = new Fields(30 + record.name.length + (wide ? 20 : 0))
    .u32(signatures.local)
    .u16(versionOf(record))
    .u16(flags.utf8 | (descriptor ? flags.descriptor : 0))
    .u16(record.method)
    .u16(moment.time)
    .u16(moment.date)
    .u32(descriptor ? 0 : record.crc32)
    .u32(narrow(record.compressedSize))
    .u32(narrow(record.size))
    .u16(record.name.length)
    .u16(wide ? 20 : 0)
    .raw(record.name)
  if (wide)
    fields
      .u16(zip64ExtraId)
      .u16(16)
      .u64(descriptor ? 0 : record.size)
      .u64(descriptor ? 0 : record.compressedSize)
  return fields.bytes
}

/** The data descriptor (APPNOTE 4.3.9), with its signature. */
export function dataDescriptor(record: ZipRecord): Bytes {
  const fields = new Fields(record.wide ? 24 : 16).u32(signatures.descriptor).u32(record.crc32)
  return record.wide
    ? fields.u64(record.compressedSize).u64(record.size).bytes
    : fields.u32(record.compressedSize).u32(record.size).bytes
}

/** The central header (APPNOTE 4.3.12); a ZIP64 field holds just the values that do not fit (4.5.3). */
export function centralHeader(record: ZipRecord, moment: Moment): Bytes {
  const wide = [record.size, record.compressedSize, record.offset].filter((value) => value >= full32)
  const extra = wide.length === 0 ? 0 : 4 + 8 * wide.length
  const fields = new Fields(46 + record.name.length + extra)
    .u32(signatures.central)
    .u16(madeBy)
    .u16(versionOf(record))
    .u16(flags.utf8 | (record.descriptor ? flags.descriptor : 0))
    .u16(record.method)
    .u16(moment.time)
    .u16(moment.date)
    .u32(record.crc32)
    .u32(Math.min(record.compressedSize, full32))
    .u32(Math.min(record.size, full32))
    .u16(record.name.length)
    .u16(extra)
    .u16(0)
    .u16(0)
    .u16(0)
    .u32(regularFile)
    .u32(Math.min(record.offset, full32))
    .raw(record.name)
  if (extra > 0) {
    fields.u16(zip64ExtraId).u16(extra - 4)
    for (const value of wide) fields.u64(value)
  }
  return fields.bytes
}

/** The end records (APPNOTE 4.3.14 to 4.3.16): those of ZIP64 only where a value does not fit. */
export function endRecords(entries: number, directoryOffset: number, directorySize: number): Bytes {
  const wide = entries >= full16 || directoryOffset >= full32 || directorySize >= full32
  const fields = new Fields(wide ? 56 + 20 + 22 : 22)
  if (wide)
    fields
      .u32(signatures.zip64End)
      .u64(44)
      .u16(madeBy)
      .u16(45)
      .u32(0)
      .u32(0)
      .u64(entries)
      .u64(entries)
      .u64(directorySize)
      .u64(directoryOffset)
      .u32(signatures.zip64Locator)
      .u32(0)
      .u64(directoryOffset + directorySize)
      .u32(1)
  return fields
    .u32(signatures.end)
    .u16(0)
    .u16(0)
    .u16(Math.min(entries, full16))
    .u16(Math.min(entries, full16))
    .u32(Math.min(directorySize, full32))
    .u32(Math.min(directoryOffset, full32))
    .u16(0).bytes
}
