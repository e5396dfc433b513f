import { snappyOf, varint } from './snappy.ts'

const logBlock = 32 * 1024
const logHeader = 7
const footerBytes = 48
const tableMagic = Buffer.from('57fb808b247547db', 'hex')

/** The records of a LevelDB log without the headers that cut them at every 32 KiB (doc/log_format.md). */
export function logPayload(raw: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let block = 0; block < raw.length; block += logBlock) {
    const end = Math.min(block + logBlock, raw.length)
    let at = block
    while (at + logHeader <= end) {
      const size = raw.readUInt16LE(at + 4)
      if (size === 0 && raw[at + 6] === 0) break
      parts.push(raw.subarray(at + logHeader, Math.min(at + logHeader + size, end)))
      at += logHeader + size
    }
  }
  return Buffer.concat(parts)
}

/** Whether a file is a table of LevelDB (doc/table_format.md). */
export function isTable(raw: Buffer): boolean {
  return raw.length >= footerBytes && raw.subarray(raw.length - tableMagic.length).equals(tableMagic)
}

/** Every data block of a table, decompressed: keys and values one after the other, keys written out in full. */
export function* tableEntries(raw: Buffer): Generator<Buffer> {
  const footer = raw.subarray(raw.length - footerBytes)
  const meta = blockHandle(footer, 0)
  const index = meta && blockHandle(footer, meta.next)
  const indexBlock = index && blockAt(raw, index)
  if (!indexBlock) throw new Error('a table of LevelDB that cannot be read')
  for (const { value } of entriesOf(indexBlock)) {
    const handle = blockHandle(value, 0)
    const block = handle && blockAt(raw, handle)
    if (!block) throw new Error('a block of LevelDB that cannot be read')
    yield Buffer.concat([...entriesOf(block)].flatMap(({ key, value: bytes }) => [key, bytes]))
  }
}

interface BlockHandle {
  readonly offset: number
  readonly size: number
  readonly next: number
}

function blockHandle(bytes: Buffer, at: number): BlockHandle | undefined {
  const offset = varint(bytes, at)
  const size = offset && varint(bytes, offset.next)
  return size && { offset: offset.value, size: size.value, next: size.next }
}

function blockAt(raw: Buffer, { offset, size }: BlockHandle): Buffer | undefined {
  const bytes = raw.subarray(offset, offset + size)
  const compression = raw[offset + size]
  if (compression === 0) return bytes
  return compression === 1 ? snappyOf(bytes) : undefined
}

function* entriesOf(block: Buffer): Generator<{ readonly key: Buffer; readonly value: Buffer }> {
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 - restarts * 4
  let key: Buffer = Buffer.alloc(0)
  let at = 0
  while (at < end) {
    const shared = varint(block, at)!
    const rest = varint(block, shared.next)!
    const size = varint(block, rest.next)!
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(size.next, size.next + rest.value)])
    at = size.next + rest.value + size.value
    yield { key, value: block.subarray(at - size.value, at) }
  }
}
