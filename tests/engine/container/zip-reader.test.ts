import { describe, expect, it } from 'vitest'
import { readEntry, entrySource } from '../../../src/engine/container/zip-entry.ts'
import { openZip } from '../../../src/engine/container/zip-reader.ts'
import { ZipWriter } from '../../../src/engine/container/zip-writer.ts'
import type { ByteSource } from '../../../src/engine/ports.ts'
import { collect, memorySource, MemorySink } from '../../builders/byte-ports.ts'
import { type CraftedArchive, craftZip, descriptor } from '../../builders/crafted-zip.ts'

const limits = { maxEntries: 1000, maxBytes: 100_000_000, maxRatio: 200 }
const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const good = { name: 'data/good.txt', content: 'GOOD' }
const evil = { name: 'data/evil.txt', content: 'EVIL' }
const zeros = new Uint8Array(5_000_000)

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  const zip = await openZip(memorySource(bytes), limits)
  const codes = zip.findings.map(({ code }) => code as string)
  for (const entry of zip.entries) {
    await collect(readEntry(zip, entry)).catch((error: { finding?: { code: string }; name: string }) => {
      codes.push(error.finding?.code ?? error.name)
    })
  }
  return codes
}

const second = Buffer.from(craftZip({ entries: [evil] }))
/** Another archive's end record, whose comment swallows the real directory. */
const swallowing = (() => {
  const inner = Buffer.from(craftZip({ entries: [good] }))
  const outer = Buffer.from(craftZip({ entries: [evil] }))
  inner.writeUInt16LE(outer.length, inner.length - 2)
  return Buffer.concat([inner, outer])
})()

const attacks: Record<string, [CraftedArchive | Uint8Array, string]> = {
  'duplicate names': [{ entries: [good, { ...good, content: 'EVIL' }] }, 'zip.duplicate-name'],
  'two archives, the last one read': [{ entries: [good], prefix: second }, 'zip.outside-bytes'],
  'two end records, one in the comment of the other': [swallowing, 'zip.outside-bytes'],
  'an end record inside a comment': [{ entries: [good], comment: second.subarray(-22) }, 'zip.outside-bytes'],
  'a local name unlike the central one': [
    { entries: [{ ...good, local: { name: 'data/evil.txt' } }] },
    'zip.header-mismatch',
  ],
  'a hidden local record': [{ entries: [good, { ...evil, hidden: true }] }, 'zip.outside-bytes'],
  'two records over the same bytes': [
    { entries: [good, { ...evil, central: { offset: 0, name: 'data/good2.txt' } }] },
    'zip.overlap',
  ],
  'names that differ in case': [
    { entries: [good, { ...good, name: 'data/GOOD.txt' }] },
    'container.name-collision',
  ],
  'names that differ in composition': [
    {
      entries: [
        { ...good, name: 'data/é.txt' },
        { ...good, name: 'data/e\u0301.txt' },
      ],
    },
    'container.name-collision',
  ],
  'a file that is also a folder': [
    { entries: [{ ...good, name: 'data' }, good] },
    'container.name-collision',
  ],
  'a path out of the folder': [{ entries: [{ ...good, name: 'data/../../x' }] }, 'container.unsafe-name'],
  'an absolute path': [{ entries: [{ ...good, name: '/etc/passwd' }] }, 'container.unsafe-name'],
  'a drive letter': [{ entries: [{ ...good, name: 'C:/x' }] }, 'container.unsafe-name'],
  'a backslash': [{ entries: [{ ...good, name: 'data\\x' }] }, 'container.unsafe-name'],
  'a reserved Windows name': [{ entries: [{ ...good, name: 'data/aux.txt' }] }, 'container.unsafe-name'],
  'a name that ends in a dot': [{ entries: [{ ...good, name: 'data/x.' }] }, 'container.unsafe-name'],
  'a bidi override': [{ entries: [{ ...good, name: 'data/\u202efdp.exe' }] }, 'container.unsafe-name'],
  'a zero-width space': [{ entries: [{ ...good, name: 'data/a\u200bb' }] }, 'container.unsafe-name'],
  'a control character': [{ entries: [{ ...good, name: 'data/a\nb' }] }, 'container.unsafe-name'],
  'a decomposed name': [{ entries: [{ ...good, name: 'data/e\u0301' }] }, 'container.unsafe-name'],
  'an empty name': [{ entries: [{ ...good, name: '' }] }, 'container.unsafe-name'],
  'a name in an unknown encoding': [
    { entries: [{ ...good, name: 'data/中', flags: 0 }] },
    'zip.name-encoding',
  ],
  'a second name in an extra field': [
    {
      entries: [
        {
          ...good,
          central: {
            extra: Buffer.concat([Buffer.from([0x75, 0x70, 9, 0, 1, 0, 0, 0, 0]), Buffer.from('evil')]),
          },
        },
      ],
    },
    'zip.header-mismatch',
  ],
  'a symbolic link': [
    { entries: [{ ...good, central: { external: (0o120777 << 16) >>> 0 } }] },
    'container.link',
  ],
  'a folder record': [{ entries: [{ name: 'data/', content: '' }, good] }, 'zip.directory-entry'],
  'an encrypted entry': [{ entries: [{ ...good, flags: (1 << 11) | 1 }] }, 'zip.encrypted'],
  'an unknown method': [
    { entries: [{ ...good, local: { method: 12 }, central: { method: 12 } }] },
    'zip.method',
  ],
  'a comment': [{ entries: [good], comment: Buffer.from('hello') }, 'zip.comment'],
  'a comment of an entry': [{ entries: [{ ...good, central: { comment: 'x' } }] }, 'zip.comment'],
  'bytes in front': [{ entries: [good], prefix: Buffer.from('MZ') }, 'zip.outside-bytes'],
  'bytes behind': [{ entries: [good], suffix: Buffer.from([0]) }, 'zip.outside-bytes'],
  'bytes between two entries': [
    { entries: [good, { ...evil, before: Buffer.from('gap') }] },
    'zip.outside-bytes',
  ],
  'bytes before the end record': [{ entries: [good], beforeEnd: Buffer.from('gap') }, 'zip.outside-bytes'],
  'several disks': [{ entries: [good], disk: 1 }, 'zip.multi-disk'],
  'fewer entries than there are': [{ entries: [good, evil], count: 1 }, 'zip.outside-bytes'],
  'more entries than there are': [{ entries: [good], count: 2 }, 'zip.unreadable'],
  'too many entries': [
    { entries: Array.from({ length: 1001 }, (_, n) => ({ name: `data/${n}`, content: '' })) },
    'container.too-many-files',
  ],
  'more bytes than allowed': [
    { entries: [{ ...good, local: { size: 2e9 }, central: { size: 2e9 } }] },
    'container.too-large',
  ],
  'a bomb': [{ entries: [{ name: 'data/zeros', content: zeros, deflate: true }] }, 'zip.ratio'],
  'a size that is too small': [
    {
      entries: [
        { name: 'a', content: 'x'.repeat(99), deflate: true, local: { size: 9 }, central: { size: 9 } },
      ],
    },
    'zip.size-wrong',
  ],
  'a size that is too large': [
    {
      entries: [
        { name: 'a', content: 'x'.repeat(99), deflate: true, local: { size: 999 }, central: { size: 999 } },
      ],
    },
    'zip.size-wrong',
  ],
  'a stored size unlike the packed one': [
    { entries: [{ ...good, local: { size: 3 }, central: { size: 3 } }] },
    'zip.size-wrong',
  ],
  'a wrong CRC': [{ entries: [{ ...good, local: { crc: 1 }, central: { crc: 1 } }] }, 'zip.crc-wrong'],
  'sizes that differ': [{ entries: [{ ...good, local: { size: 3 } }] }, 'zip.header-mismatch'],
  'flags that differ': [{ entries: [{ ...good, local: { flags: 0 } }] }, 'zip.header-mismatch'],
  'a descriptor that lies': [
    { entries: [{ ...good, flags: (1 << 11) | 8, after: descriptor(text('EVIL')) }] },
    'zip.header-mismatch',
  ],
  'a descriptor that is missing': [{ entries: [{ ...good, flags: (1 << 11) | 8 }] }, 'zip.header-mismatch'],
  'ZIP64 values that are missing': [
    { entries: [{ ...good, central: { size: 0xffffffff } }] },
    'zip.header-mismatch',
  ],
  'an extra field that overflows': [
    { entries: [{ ...good, local: { extra: Buffer.from([1, 0, 99, 0]) } }] },
    'zip.header-mismatch',
  ],
  'a truncated file': [craftZip({ entries: [good] }).subarray(0, -5), 'zip.unreadable'],
  'an empty file': [new Uint8Array(0), 'zip.unreadable'],
  'no ZIP at all': [text('x'.repeat(100_000)), 'zip.unreadable'],
}

describe('the strict reader', () => {
  it('finds nothing wrong with a plain archive, deflated or stored, with or without descriptor', async () => {
    const packed = { name: 'b', content: 'b'.repeat(1000), deflate: true }
    const described = { name: 'c', content: 'CCCC', flags: (1 << 11) | 8, after: descriptor(text('CCCC')) }
    const bare = { ...described, name: 'd', after: descriptor(text('CCCC')).subarray(4) }
    const left = { ...described, name: 'e', local: { crc: 0, size: 0, packedSize: 0 } }
    expect(await codesOf(craftZip({ entries: [good, packed, described, bare, left] }))).toEqual([])
    expect(await codesOf(craftZip({ entries: [] }))).toEqual([])
  })

  it.each(Object.entries(attacks))('names %s', async (_, [archive, code]) => {
    expect(await codesOf(archive instanceof Uint8Array ? archive : craftZip(archive))).toContain(code)
  })

  it('never throws and never takes an altered archive for the same one', async () => {
    const sink = new MemorySink()
    const zip = new ZipWriter(sink, { modified: new Date('2026-11-22T06:00:00Z') })
    await zip.addStored('mimetype', text('application/vnd.etsi.asic-e+zip') as Uint8Array<ArrayBuffer>)
    await zip.addStored('data/stream.bin', memorySource(text('streamed')).stream(), { size: 8 })
    await zip.finish()
    const plain = sink.bytes
    for (let at = 0; at < plain.length; at++)
      for (const bit of [1, 0x80]) {
        const altered = plain.map((byte, n) => (n === at ? byte ^ bit : byte))
        const opened = await openZip(memorySource(altered), limits)
        const codes = await codesOf(altered)
        const same = opened.entries.length === 2 && opened.entries.every((entry) => entry.plain)
        expect(codes.length > 0 || !same, `byte ${at} of ${plain.length}`).toBe(true)
      }
  })

  it('never gives more bytes than an entry declares', async () => {
    const lie = { size: 10 }
    const bytes = craftZip({
      entries: [{ name: 'a', content: zeros, deflate: true, local: lie, central: lie }],
    })
    const zip = await openZip(memorySource(bytes), limits)
    let given = 0
    const reading = (async () => {
      for await (const chunk of readEntry(zip, zip.entries[0]!)) given += chunk.length
    })()
    await expect(reading).rejects.toMatchObject({ finding: { code: 'zip.size-wrong' } })
    expect(given).toBe(0)
  })

  it('stops reading a deflated entry early without waiting for the rest', async () => {
    const bytes = craftZip({ entries: [{ name: 'a', content: 'abc'.repeat(300_000), deflate: true }] })
    const zip = await openZip(memorySource(bytes), limits)
    for await (const chunk of readEntry(zip, zip.entries[0]!)) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
  })

  it('passes on what the source throws', async () => {
    const bytes = craftZip({ entries: [{ name: 'a', content: 'abc'.repeat(300_000), deflate: true }] })
    const source = memorySource(bytes)
    const failing: ByteSource = {
      ...source,
      async *stream() {
        yield bytes.slice(0, 1)
        throw new Error('EIO')
      },
    }
    const zip = await openZip(failing, limits)
    await expect(collect(readEntry(zip, zip.entries[0]!))).rejects.toThrow('EIO')
  })

  it('gives random access to a stored entry only', async () => {
    const bytes = craftZip({ entries: [good, { name: 'b', content: 'b'.repeat(99), deflate: true }] })
    const zip = await openZip(memorySource(bytes), limits)
    const source = entrySource(zip, zip.entries[0]!)!
    expect(new TextDecoder().decode(await source.read(1, 99))).toBe('OOD')
    expect(new TextDecoder().decode(await collect(source.stream(2)))).toBe('OD')
    expect(entrySource(zip, zip.entries[1]!)).toBeUndefined()
  })

  it('reads what the writer writes beyond 4 GiB', async () => {
    // Only headers are kept; the zeros between them are made up when they are read.
    const parts: { at: number; bytes: Uint8Array }[] = []
    let length = 0
    const sink = {
      async write(chunks: readonly Uint8Array[]) {
        for (const chunk of chunks) {
          if (chunk.length < 1_000_000) parts.push({ at: length, bytes: new Uint8Array(chunk) })
          length += chunk.length
        }
      },
    }
    const zip = new ZipWriter(sink, { modified: new Date('2026-11-22T06:00:00Z'), crc32: () => 0 })
    const chunk = new Uint8Array(4_194_304)
    async function* big() {
      for (let n = 0; n < 1025; n++) yield chunk
    }
    await zip.addStored('big.bin', big(), { size: 1025 * chunk.length })
    await zip.addStored('after.txt', text('after') as Uint8Array<ArrayBuffer>)
    await zip.finish()
    const source: ByteSource = {
      size: length,
      async read(offset, count) {
        const bytes = new Uint8Array(Math.max(0, Math.min(count, length - offset)))
        for (const part of parts)
          for (let n = 0; n < part.bytes.length; n++) {
            const at = part.at + n - offset
            if (at >= 0 && at < bytes.length) bytes[at] = part.bytes[n]!
          }
        return bytes
      },
      async *stream() {},
    }
    const opened = await openZip(source, { ...limits, maxBytes: 2 ** 40 })
    expect(opened.findings).toEqual([])
    expect(opened.entries.map(({ name, size, plain }) => ({ name, size, plain }))).toEqual([
      { name: 'big.bin', size: 1025 * chunk.length, plain: true },
      { name: 'after.txt', size: 5, plain: true },
    ])
  })
})
