import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import limits from '../../../resources/limits.json' with { type: 'json' }
import type { ByteSource, Bytes } from '../../../src/engine/ports.ts'
import { MalformedAsn1, encode, octetsOf, oidOf, readSingle } from '../../../src/engine/signing/asn1.ts'
import { readAsicManifest } from '../../../src/engine/verification/asic-manifest.ts'
import { checkAsicSignature } from '../../../src/engine/verification/asic-signature.ts'
import { readBag } from '../../../src/engine/verification/bag.ts'
import { compareFiles } from '../../../src/engine/verification/bundle-comparison.ts'
import { verifyDetachedCms } from '../../../src/engine/verification/cms.ts'
import { isDigestAlgorithm } from '../../../src/engine/verification/file-digests.ts'
import { verifyPdfSignatures } from '../../../src/engine/verification/pdf-signature.ts'
import { verifySource, verifyTree } from '../../../src/engine/verification/verify.ts'
import { parseStrictXml, XmlRefused } from '../../../src/engine/verification/xml-strict.ts'
import { memorySource, nodeHashing } from '../../builders/byte-ports.ts'
import { strangerOptions } from '../../builders/verify-bundle.ts'

const at = new Date('2026-11-22T00:00:00Z')
const text = (value: string): Bytes => new TextEncoder().encode(value)
const latin1 = (value: string): Bytes => new Uint8Array(Buffer.from(value, 'latin1'))
const judge = (bytes: Uint8Array, signal?: AbortSignal) =>
  verifyPdfSignatures(memorySource(bytes), {
    trusted: [],
    at,
    hashing: nodeHashing,
    subject: 'x.pdf',
    ...(signal === undefined ? {} : { signal }),
  })

/** Milliseconds the action takes. */
async function spent(action: () => unknown): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}

/** A PDF of these objects, numbered from 1; the first is the catalog. */
function pdfOf(...objects: readonly string[]): Bytes {
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return latin1(
    `${body}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n/ByteRange`,
  )
}
const formOf = (fields: string, ...objects: readonly string[]) =>
  pdfOf(
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields ${fields}>>>>`,
    '<</Type/Pages/Kids[]/Count 0>>',
    ...objects,
  )
const damaged = { integrity: 'cannot-confirm', findings: [{ code: 'pdf-signature.damaged' }] }

/** A PDF whose cross-reference is a stream: rows of type, offset or container, index. */
class StreamPdf {
  #parts: Bytes[] = [latin1('%PDF-1.7\n')]
  #length = 9

  get length(): number {
    return this.#length
  }

  object(number: number, entries: string, data?: Uint8Array): number {
    const offset = this.#length
    this.#push(latin1(`${number} 0 obj\n<<${entries}>>\n`))
    if (data !== undefined) this.#push(latin1('stream\n'), new Uint8Array(data), latin1('\nendstream\n'))
    this.#push(latin1('endobj\n'))
    return offset
  }

  end(startxref: number): Bytes {
    this.#push(latin1(`startxref\n${startxref}\n%%EOF\n/ByteRange`))
    return new Uint8Array(Buffer.concat(this.#parts))
  }

  #push(...parts: readonly Bytes[]): void {
    for (const part of parts) this.#length += part.length
    this.#parts.push(...parts)
  }
}

/** Rows for /W[1 4 1], by object number. */
function rows(
  size: number,
  places: Readonly<Record<number, readonly [type: number, place: number]>>,
): Buffer {
  const table = Buffer.alloc(size * 6)
  for (const [number, [type, place]] of Object.entries(places)) {
    table[Number(number) * 6] = type
    table.writeUInt32BE(place, Number(number) * 6 + 1)
  }
  return table
}

describe('form fields of a PDF', () => {
  test('a list of fields that contains itself ends as damaged, at once', async () => {
    const bytes = formOf('3 0 R', '[<</Kids 3 0 R>><</Kids 3 0 R>>]')
    expect(await judge(bytes)).toMatchObject(damaged)
  })

  test('fields written directly count as well', async () => {
    const bytes = formOf('3 0 R', `[${'<</FT/Tx>>'.repeat(60_000)}]`)
    expect(await judge(bytes)).toMatchObject(damaged)
  })

  test('a field with 300 000 kids is refused, not a stack overflow', async () => {
    const bytes = formOf('[3 0 R]', `<</T(a)/Kids[${'4 0 R '.repeat(300_000)}]>>`, '<</T(b)>>')
    expect(await judge(bytes)).toMatchObject(damaged)
  })

  test('a large form is read whole', async () => {
    const bytes = formOf('3 0 R', `[${'<</FT/Tx/T(a)>>'.repeat(10_000)}]`)
    expect(await judge(bytes)).toMatchObject({ integrity: 'not-signed' })
  })

  test('an abort arrives while fields are read', async () => {
    const bytes = formOf('3 0 R', `[${'<</FT/Tx/T(a)>>'.repeat(10_000)}]`)
    const controller = new AbortController()
    setTimeout(() => controller.abort())
    await expect(judge(bytes, controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('structure streams of a PDF', () => {
  test('cross-reference sections share one allowance', async () => {
    const data = deflateSync(Buffer.alloc(24 * 1024 * 1024))
    const pdf = new StreamPdf()
    const catalog = pdf.object(1, '/Type/Catalog')
    let previous = 0
    for (let number = 10; number < 14; number++) {
      const prev = previous === 0 ? '' : `/Prev ${previous}`
      const entries = `/Type/XRef/W[1 4 1]/Size 3/Index[100 1]/Root 1 0 R/Filter/FlateDecode/Length ${data.length}${prev}`
      previous = pdf.object(number, entries, data)
    }
    expect(catalog).toBe(9)
    expect(await judge(pdf.end(previous))).toMatchObject({
      integrity: 'cannot-confirm',
      findings: [
        { code: 'pdf-signature.damaged', facts: { reason: expect.stringMatching(/limit|too much/) } },
      ],
    })
  })

  test('an object stream is measured unpacked', async () => {
    const content = Buffer.alloc(80 * 1024 * 1024, 0x20)
    content.write('1 0 <</Type/Catalog>>')
    const data = deflateSync(content)
    const pdf = new StreamPdf()
    const container = pdf.object(2, `/Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${data.length}`, data)
    const start = pdf.length
    const table = rows(4, { 1: [2, 2], 2: [1, container], 3: [1, start] })
    pdf.object(3, `/Type/XRef/W[1 4 1]/Size 4/Root 1 0 R/Length ${table.length}`, table)
    expect(await judge(pdf.end(start))).toMatchObject(damaged)
  })

  test('object streams that would not fit together are dropped and read again', async () => {
    const pdf = new StreamPdf()
    const places: Record<number, [number, number]> = {}
    const numbers = Array.from({ length: 5 }, (_, index) => 10 + index)
    for (const number of numbers) {
      const content = Buffer.alloc(20 * 1024 * 1024, 0x20)
      const head = `${number + 10} 0 `
      content.write(`${head}<</FT/Tx/T(a)>>`)
      const data = deflateSync(content)
      const entries = `/Type/ObjStm/N 1/First ${head.length}/Filter/FlateDecode/Length ${data.length}`
      places[number] = [1, pdf.object(number, entries, data)]
      places[number + 10] = [2, number]
    }
    const fields = numbers.map((number) => `${number + 10} 0 R`).join(' ')
    places[1] = [1, pdf.object(1, `/Type/Catalog/AcroForm<</Fields[${fields}]>>`)]
    const start = pdf.length
    places[30] = [1, start]
    const table = rows(31, places)
    pdf.object(30, `/Type/XRef/W[1 4 1]/Size 31/Root 1 0 R/Length ${table.length}`, table)
    expect(await judge(pdf.end(start))).toMatchObject({ integrity: 'not-signed' })
  })

  test('an object stream whose length lies inside itself is refused', async () => {
    const data = latin1('1 0 4 18 <</Type/Catalog>> 26 ')
    const pdf = new StreamPdf()
    const container = pdf.object(2, '/Type/ObjStm/N 2/First 9/Length 4 0 R', data)
    const start = pdf.length
    const table = rows(5, { 1: [2, 2], 2: [1, container], 3: [1, start], 4: [2, 2] })
    pdf.object(3, `/Type/XRef/W[1 4 1]/Size 5/Root 1 0 R/Length ${table.length}`, table)
    expect(await judge(pdf.end(start))).toMatchObject(damaged)
  })
})

/** An OCTET STRING in constructed form around another, `depth` times over. */
function nestedOctets(depth: number): Bytes {
  const heads: number[][] = []
  let length = 2
  for (let level = 0; level < depth; level++) {
    const octets = length < 128 ? [length] : [0x83, length >> 16, (length >> 8) & 255, length & 255]
    heads.push([0x24, ...octets])
    length += 1 + octets.length
  }
  return new Uint8Array(Buffer.from([...heads.toReversed().flat(), 4, 0]))
}

describe('ASN.1', () => {
  test('octet strings nested without end are malformed', () => {
    expect(() => octetsOf(readSingle(nestedOctets(20_000)))).toThrow(MalformedAsn1)
    expect(octetsOf(readSingle(nestedOctets(4)))).toEqual(new Uint8Array())
  })

  test('a signature made of them cannot be read, and does not throw', async () => {
    const signedData = latin1('\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02')
    const data = latin1('\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01')
    const one = Uint8Array.of(2, 1, 1)
    const none = Uint8Array.of(0x31, 0)
    const content = encode(0x30, data, encode(0xa0, nestedOctets(20_000)))
    const cms = encode(0x30, signedData, encode(0xa0, encode(0x30, one, none, content, none)))
    const options = { trusted: [], at, profile: 'cades', subject: 'x' } as const
    const verdict = await verifyDetachedCms(cms, async () => new Uint8Array(32), options)
    expect(verdict).toMatchObject({ integrity: 'unreadable', findings: [{ code: 'signature.unreadable' }] })
  })

  test('an object identifier of a megabyte, and a set of a million members, are malformed at once', async () => {
    const endless = encode(6, new Uint8Array(1_000_000).fill(0x81))
    expect(await spent(() => expect(() => oidOf(readSingle(endless))).toThrow(MalformedAsn1))).toBeLessThan(
      200,
    )
    const crowd = encode(
      0x30,
      new Uint8Array(2_000_000).map((_, index) => (index % 2 === 0 ? 5 : 0)),
    )
    expect(() => oidOf(readSingle(crowd))).toThrow(MalformedAsn1)
  })
})

describe('XML', () => {
  const refused = (xml: string) => () => parseStrictXml(text(xml))

  test('comments of many megabytes are passed over', () => {
    expect(parseStrictXml(text(`<a><!--${'x'.repeat(20_000_000)}--></a>`)).name).toBe('a')
    expect(refused('<a><!-- a -- b --></a>')).toThrow(XmlRefused)
    expect(refused('<a><!-- a --->b</a>')).toThrow(XmlRefused)
    expect(refused('<a><!-- a')).toThrow(XmlRefused)
  })

  test('an element has at most 64 attributes', () => {
    const attributes = (count: number) => Array.from({ length: count }, (_, n) => ` a${n}="1"`).join('')
    expect(parseStrictXml(text(`<a${attributes(64)}/>`)).attributes.size).toBe(64)
    expect(refused(`<a${attributes(65)}/>`)).toThrow(XmlRefused)
    expect(refused(`<a${attributes(1_500_000)}/>`)).toThrow(XmlRefused)
  })

  test('long names, values and spaces do not overflow the stack', () => {
    const long = 'x'.repeat(20_000_000)
    for (const xml of [`<${long}`, `<a ${long}="1"/>`, `<a${' '.repeat(20_000_000)}/>`, `<a>&${long};</a>`])
      expect(refused(xml)).toThrow(XmlRefused)
    expect(parseStrictXml(text(`<a b="${long}"/>`)).attributes.get('b')).toHaveLength(long.length)
  })

  test('only the five entities of XML have names', () => {
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(refused(`<a>&${name};</a>`)).toThrow(XmlRefused)
    expect(parseStrictXml(text('<a>&lt;&amp;&#65;</a>')).text).toBe('<&A')
  })

  test('a signed list is refused beyond its largest size', () => {
    expect(() => readAsicManifest(new Uint8Array(17 * 1024 * 1024).fill(0x20))).toThrow(/^size$/)
  })
})

describe('lists of files', () => {
  test('a line of spaces takes no time', async () => {
    const spaces = ' '.repeat(200_000)
    const digest = 'a'.repeat(64)
    const bag = new Map([
      ['bagit.txt', text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
      ['manifest-sha256.txt', text(`${digest}${spaces}x\u2028\n`)],
      ['fetch.txt', text(`a 1${spaces}x\u2028\n`)],
    ])
    expect(await spent(() => readBag(bag, new Set()))).toBeLessThan(500)
  })

  test('a list of bad lines is not repeated line by line', () => {
    const bag = readBag(new Map([['manifest-sha256.txt', text('x\n'.repeat(100_000))]]), new Set())
    expect(bag?.findings.length).toBeLessThan(200)
  })

  test('an endless name in META-INF takes no time and is still reported', async () => {
    const name = `META-INF/${'signatures'.repeat(6_300)}`
    const controls = new Map([[name, new Uint8Array()]])
    const options = strangerOptions()
    expect(await spent(() => checkAsicSignature(controls, options))).toBeLessThan(100)
    controls.set('META-INF/ASiCManifest.xml', text('<x/>'))
    const signature = await checkAsicSignature(controls, options)
    expect(signature?.findings.map(({ code }) => code)).toContain('container.manifest-unreadable')
  })

  test('renamed files are found by digest, however many there are', async () => {
    const count = 15_000
    const digestOf = (n: number) => n.toString(16).padStart(64, '0')
    const lines = new Map(Array.from({ length: count }, (_, n) => [`data/a${n}`, digestOf(n)]))
    const list = { path: 'manifest-sha256.txt', algorithm: 'sha256' as const, lines }
    const paths = Array.from({ length: count }, (_, n) => `data/b${count - n}`)
    const digests = new Map(
      paths.map((path, n) => [path, new Map([['sha256' as const, digestOf(count - 1 - n)]])]),
    )
    const bag = {
      complete: true,
      manifests: [list],
      tagManifests: [],
      payloadOxum: undefined,
      hasFetch: false,
      findings: [],
    }
    const expected = { manifest: undefined, bag, checksums: [], index: undefined }
    const sizes = new Map(paths.map((path) => [path, 1]))
    let codes: string[] = []
    const time = await spent(() => {
      codes = compareFiles(expected, sizes, digests).map(({ code }) => code)
    })
    expect(time).toBeLessThan(1_000)
    expect(new Set(codes)).toEqual(new Set(['container.file-renamed']))
    expect(codes).toHaveLength(count)
  })

  test('names every object has are no digests', () => {
    for (const name of ['toString', 'constructor', '__proto__']) expect(isDigestAlgorithm(name)).toBe(false)
    expect(isDigestAlgorithm('sha256')).toBe(true)
  })
})

describe('the last catch', () => {
  const options = { ...strangerOptions(), limits }
  const broken = (error: Error): ByteSource => ({
    size: 10,
    read: async () => {
      throw error
    },
    async *stream() {
      yield await Promise.reject(error)
    },
  })

  test('what nobody foresaw becomes a report', async () => {
    const unforeseen = new RangeError('Maximum call stack size exceeded')
    for (const report of [
      await verifySource(broken(unforeseen), options),
      await verifyTree(
        {
          async *list() {
            yield await Promise.reject(unforeseen)
          },
          open: async () => broken(unforeseen),
        },
        options,
      ),
    ])
      expect(report).toMatchObject({
        integrity: 'cannot-confirm',
        findings: [{ code: 'container.not-checked', facts: { reason: 'RangeError' } }],
      })
  })

  test('the disk of the host and an abort stay what they are', async () => {
    const disk = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
    await expect(verifySource(broken(disk), options)).rejects.toBe(disk)
    const tree = {
      async *list() {
        yield await Promise.reject(disk)
      },
      open: async () => broken(disk),
    }
    await expect(verifyTree(tree, options)).rejects.toBe(disk)
    const abort = new DOMException('stopped', 'AbortError')
    await expect(verifySource(broken(abort), options)).rejects.toBe(abort)
  })
})
