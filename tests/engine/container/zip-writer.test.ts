import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 as zlibCrc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import JSZip from 'jszip'
import { afterAll, describe, expect, it } from 'vitest'
import { crc32 } from '../../../src/engine/container/crc32.ts'
import { deflateBytes } from '../../../src/engine/container/deflate.ts'
import { largestDeflated, ZipWriter } from '../../../src/engine/container/zip-writer.ts'
import type { ByteSink, Bytes } from '../../../src/engine/ports.ts'
import { memorySource, MemorySink } from '../../builders/byte-ports.ts'
import { hasTool } from '../../judges.ts'

const modified = new Date('2026-11-22T06:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'zip-writer-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = new TextEncoder()
const noise = (length: number, seed = 1): Bytes => {
  let state = seed
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24)
}

async function sample(chunkBytes: number): Promise<Bytes> {
  const sink = new MemorySink()
  const zip = new ZipWriter(sink, { modified })
  await zip.addStored('mimetype', text.encode('application/vnd.etsi.asic-e+zip'))
  await zip.addDeflated('说明.txt', text.encode('证据目录\r\n'.repeat(500)))
  const video = noise(300_000)
  await zip.addStored('data/E001.mp4', memorySource(video, chunkBytes).stream(), { size: video.length })
  await zip.addStored('data/E002.mp4', memorySource(video, chunkBytes).stream(), {
    size: video.length,
    crc32: zlibCrc32(video),
  })
  const ledger = text.encode('2026-01-01,订单,100.00\n'.repeat(120_000))
  await zip.addDeflated('data/ledger.csv', memorySource(ledger, chunkBytes).stream(), { size: ledger.length })
  await zip.addDeflated('data/small.csv', memorySource(ledger.subarray(0, 9000), chunkBytes).stream(), {
    size: 9000,
  })
  await zip.addStored('data/unknown-size.bin', memorySource(video, chunkBytes).stream())
  await zip.addStored('data/empty.txt', new Uint8Array(0))
  await zip.finish()
  return sink.bytes
}

describe('the CRC', () => {
  it('is that of zlib, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
        const first = crc32(bytes.subarray(0, cut))
        expect(crc32(bytes.subarray(cut), first)).toBe(zlibCrc32(bytes))
      }),
      { seed: 20261122 },
    )
  })
})

describe('a written ZIP', () => {
  it('has the same bytes however the sources are cut', async () => {
    const once = await sample(65_536)
    expect(Buffer.compare(once, await sample(4 * 1024 * 1024))).toBe(0)
    expect(Buffer.compare(once, await sample(999))).toBe(0)
  })

  it('starts with an entry that file(1) can recognise: stored, no extra field, no descriptor', async () => {
    const head = Buffer.from(await sample(65_536))
    expect(head.subarray(30, 38).toString()).toBe('mimetype')
    expect(head.subarray(38, 69).toString()).toBe('application/vnd.etsi.asic-e+zip')
    expect(head.readUInt16LE(6)).toBe(1 << 11)
    expect(head.readUInt16LE(28)).toBe(0)
  })

  it('is read by an independent library with names and bytes unchanged', async () => {
    const zip = await JSZip.loadAsync(await sample(65_536), { checkCRC32: true })
    expect(await zip.file('说明.txt')?.async('string')).toBe('证据目录\r\n'.repeat(500))
    expect(
      Buffer.compare((await zip.file('data/unknown-size.bin')?.async('nodebuffer'))!, noise(300_000)),
    ).toBe(0)
    expect(zip.file('data/ledger.csv')?.date.toISOString()).toBe('2026-11-22T06:00:00.000Z')
  })

  it.skipIf(!hasTool('unzip') || !hasTool('7z'))('is accepted by unzip and 7-Zip', async () => {
    const path = join(folder, 'sample.zip')
    writeFileSync(path, await sample(65_536))
    expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected')
    expect(execFileSync('7z', ['t', path]).toString()).toContain('Everything is Ok')
    execFileSync('unzip', ['-q', '-o', path, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    expect(readFileSync(join(folder, 'data/ledger.csv')).length).toBe(120_000 * 25)
  })

  it('refuses a source that is not what was announced', async () => {
    const open = () => new ZipWriter(new MemorySink(), { modified })
    const bytes = noise(100)
    const source = () => memorySource(bytes).stream()
    await expect(open().addStored('a', source(), { size: 99 })).rejects.toThrow(RangeError)
    await expect(open().addStored('a', source(), { size: 100, crc32: 1 })).rejects.toThrow(RangeError)
    await expect(open().addDeflated('a', source(), { size: 99 })).rejects.toThrow(RangeError)
    await expect(open().addDeflated('a', source(), { size: 101 })).rejects.toThrow(RangeError)
    await expect(open().addDeflated('a', source(), { size: 100, crc32: 1 })).rejects.toThrow(RangeError)
  })

  it('stops between two chunks when cancelled', async () => {
    const stop = new AbortController()
    const zip = new ZipWriter(new MemorySink(), { modified, signal: stop.signal })
    async function* source() {
      yield noise(10)
      stop.abort()
      yield noise(10)
    }
    await expect(zip.addStored('a', source(), {})).rejects.toThrow(/abort/i)
  })

  it('never shrinks a file so much that a reader takes it for a bomb', async () => {
    const sink = new MemorySink()
    const zip = new ZipWriter(sink, { modified })
    await zip.addDeflated('zeros.txt', new Uint8Array(2_000_000))
    await zip.finish()
    expect(sink.bytes.length).toBeGreaterThan(2_000_000)
  })

  it('stores a text too large to be deflated in memory', async () => {
    const sink = new MemorySink()
    const zip = new ZipWriter(sink, { modified })
    const size = largestDeflated + 1
    await zip.addDeflated('log.txt', memorySource(new Uint8Array(size).fill(65)).stream(), { size })
    await zip.finish()
    expect(sink.bytes.length).toBeGreaterThan(size)
  })
})

describe('deflating', () => {
  // Lengths around fflate's inner buffers, alphabets from one letter to all: few letters make many references.
  it('gives the same bytes back, by zlib', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.integer({ min: 1, max: 256 }), fc.nat(), (size, letters, seed) => {
        const bytes = noise(size, seed).map((byte) => byte % letters)
        const deflated = deflateBytes(bytes)
        if (deflated !== undefined) expect(Buffer.compare(inflateRawSync(deflated), bytes)).toBe(0)
      }),
      { seed: 20261122, numRuns: 150 },
    )
  })
})

/** Keeps the headers and drops the file bytes, so that 4 GiB pass without being stored. */
class MeasuringSink implements ByteSink {
  readonly small: Bytes[] = []
  length = 0

  async write(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) {
      this.length += chunk.length
      if (chunk.length < 100_000) this.small.push(new Uint8Array(chunk))
    }
  }
}

describe('ZIP64', () => {
  const chunk = new Uint8Array(4 * 1024 * 1024)
  async function* zeros(size: number): AsyncGenerator<Bytes> {
    for (let at = 0; at < size; at += chunk.length) yield chunk.subarray(0, Math.min(chunk.length, size - at))
  }

  it('is used for an entry and an offset beyond 4 GiB, and only there', async () => {
    const sink = new MeasuringSink()
    // The CRC is not what is tried here; leaving it out keeps the test short.
    const zip = new ZipWriter(sink, { modified, crc32: () => 0 })
    const size = 0xffffffff
    await zip.addStored('small', zeros(10), { size: 10 })
    await zip.addStored('big', zeros(size), { size })
    await zip.addStored('after', zeros(10), { size: 10 })
    const { bytes, entries } = await zip.finish()
    expect({ bytes, entries }).toEqual({ bytes: sink.length, entries: 3 })
    const all = Buffer.concat(sink.small)
    const end = all.subarray(-22)
    expect(end.readUInt16LE(10)).toBe(3)
    expect(end.readUInt32LE(16)).toBe(0xffffffff)
    expect(all.subarray(-42, -38).toString('hex')).toBe('504b0607')
    expect(all.subarray(-98, -94).toString('hex')).toBe('504b0606')
    expect(all.indexOf(Buffer.from('big')) - 30).toBeGreaterThan(0)
    expect(all.readUInt16LE(all.indexOf(Buffer.from('big')) - 26)).toBe(45)
    expect(all.readUInt16LE(all.indexOf(Buffer.from('small')) - 26)).toBe(20)
    expect(all.readUInt16LE(all.lastIndexOf(Buffer.from('after')) - 40)).toBe(45)
  })

  it.skipIf(!hasTool('unzip') || !hasTool('7z'))('is used for 65,535 entries', async () => {
    const sink = new MemorySink()
    const zip = new ZipWriter(sink, { modified })
    for (let n = 0; n < 0xffff; n++) await zip.addStored(`data/${n}`, Uint8Array.of(n & 255))
    await zip.finish()
    const path = join(folder, 'many.zip')
    writeFileSync(path, sink.bytes)
    expect(execFileSync('7z', ['t', path]).toString()).toContain('Files: 65535')
    expect(execFileSync('unzip', ['-tq', path]).toString()).toContain('No errors detected')
  })
})
