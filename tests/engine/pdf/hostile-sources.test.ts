import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDFContext, PDFRawStream } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assemblePdf } from '../../../src/engine/pdf/assemble-pdf.ts'
import { setPdfiumBinary } from '../../../src/engine/pdf/pdfium.ts'
import { decodeStream } from '../../../src/engine/pdf/stream-decoding.ts'
import { surveySource } from '../../../src/engine/pdf/survey-source.ts'
import type { Bytes } from '../../../src/engine/ports.ts'
import {
  assemble,
  handPdf,
  hashing,
  latin1,
  memorySink,
  pdfiumBinary,
  planOf,
  quiet,
} from './pdf-fixtures.ts'

const pdf = 'application/pdf'
const megabyte = 1024 * 1024
let folder = ''

beforeAll(() => {
  setPdfiumBinary(pdfiumBinary)
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Takes a source, its content too, in a process of its own: what the survey says of it, and the most memory the process ever had. */
function measured(
  bytes: Bytes,
  mediaType = pdf,
): { survey: { shown: boolean; route?: string }; peak: number } {
  const path = join(folder, 'source')
  writeFileSync(path, bytes)
  const room = (file: string) =>
    JSON.stringify(new URL(`../../../src/engine/pdf/${file}`, import.meta.url).href)
  const script = `
    import { readFileSync } from 'node:fs'
    import { PDFName } from 'pdf-lib'
    import { surveySource } from ${room('survey-source.ts')}
    import { openSource } from ${room('source-routes.ts')}
    import { PageContentInspector } from ${room('content-inspector.ts')}
    const bytes = new Uint8Array(readFileSync(${JSON.stringify(path)}))
    const survey = await surveySource(bytes, '${mediaType}', 'E001')
    if (survey.route === 'lazy') {
      const { source } = await openSource(bytes, 'lazy')
      const content = source.pages[0].dict.lookup(PDFName.of('Contents'))
      if (content !== undefined) new PageContentInspector().balance([content])
    }
    console.log(JSON.stringify({ survey, peak: process.resourceUsage().maxRSS * 1024 }))`
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout) as ReturnType<typeof measured>
}

function onePageWith(entries: string, data: Uint8Array): Bytes {
  return handPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>',
    { entries, data: Buffer.from(data).toString('latin1') },
  ])
}

/** LZW of zeros, nearly all in codes of the longest texts. */
function lzwBomb(size: number): Uint8Array {
  const out: number[] = []
  let bits = 0
  let count = 0
  const put = (code: number, width: number) => {
    bits = ((bits << width) | code) & 0xfffff
    for (count += width; count >= 8; count -= 8) out.push((bits >> (count - 8)) & 255)
  }
  put(256, 9)
  put(0, 9)
  let next = 258
  let width = 9
  for (let total = 1, length = 1; total < size; total += length) {
    if (next < 4096) length++
    put(next < 4096 ? next++ : 4095, width)
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9
  }
  put(257, width)
  out.push((bits << (8 - count)) & 255)
  return Uint8Array.from(out)
}

const zeros = deflateSync(Buffer.alloc(1024 * megabyte), { level: 9 })

/** A file whose objects stand in object streams: number of the stream to number and text of its one object. */
function compressedPdf(
  pageEntries: string,
  streams: readonly { number: number; text: string; length?: string; entries?: string; data?: Uint8Array }[],
): Bytes {
  const parts: Buffer[] = []
  const offsets = new Map<number, number>()
  const containers = new Map<number, number>()
  let position = 0
  const push = (part: Buffer) => {
    parts.push(part)
    position += part.length
  }
  const object = (number: number, body: Buffer) => {
    offsets.set(number, position)
    push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
  }
  push(Buffer.from('%PDF-1.7\n'))
  object(1, Buffer.from('<</Type/Catalog/Pages 2 0 R>>'))
  object(2, Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'))
  object(3, Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]${pageEntries}>>`))
  streams.forEach(({ number, text, length, entries = '', data }, index) => {
    const stream = 5000 + index
    containers.set(number, stream)
    const head = `${number} 0 `
    const body = data ?? Buffer.from(head + text)
    object(
      stream,
      Buffer.concat([
        Buffer.from(
          `<</Type/ObjStm/N 1/First ${head.length}${entries}/Length ${length ?? body.length}>>\nstream\n`,
        ),
        body,
        Buffer.from('\nendstream'),
      ]),
    )
  })
  const size = 5001 + streams.length
  const rows = Buffer.alloc(size * 6)
  offsets.set(size - 1, position)
  for (const [number, offset] of offsets) {
    rows[number * 6] = 1
    rows.writeUInt32BE(offset, number * 6 + 1)
  }
  for (const [number, stream] of containers) {
    rows[number * 6] = 2
    rows.writeUInt32BE(stream, number * 6 + 1)
  }
  const start = position
  object(
    size - 1,
    Buffer.concat([
      Buffer.from(`<</Type/XRef/W[1 4 1]/Size ${size}/Root 1 0 R/Length ${rows.length}>>\nstream\n`),
      rows,
      Buffer.from('\nendstream'),
    ]),
  )
  push(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}

describe('a chain of object streams whose lengths stand in one another', () => {
  function chain(links: number): Bytes {
    const streams: { number: number; text: string; length?: string }[] = [{ number: 10, text: '<<>>' }]
    let size = '10 0 <<>>'.length
    for (let link = 1; link <= links; link++) {
      const previous = streams[link - 1]
      if (previous !== undefined) streams[link - 1] = { ...previous, length: `${100 + link} 0 R` }
      const text = String(size).padEnd(8)
      streams.push({ number: 100 + link, text })
      size = `${100 + link} 0 ${text}`.length
    }
    return compressedPdf('/X 10 0 R', streams)
  }

  it('is followed as far as documents need it', async () => {
    expect(await surveySource(chain(3), pdf, 'E001')).toMatchObject({ shown: true, route: 'lazy' })
  })

  it('is followed no further than that', async () => {
    const survey = await surveySource(chain(20), pdf, 'E001')
    expect(survey.shown && survey.route).not.toBe('lazy')
  })

  it('is not followed until the stack ends, however deep that is', async () => {
    const bytes = chain(1500)
    const survey = await surveySource(bytes, pdf, 'E001')
    expect(survey.shown && survey.route).not.toBe('lazy')
    const { result } = await assemble([{ bytes }])
    expect(result.pageCount).toBe(2)
  })
})

describe('a source that cannot be copied a second time', () => {
  const copyOf = async (sha256: string) => {
    const bytes = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R>>',
    ])
    const plan = await planOf([{ bytes }])
    const segments = plan.segments.map((segment) => {
      const pageCount = 2
      return segment.kind === 'source' ? { ...segment, pageCount, sha256 } : segment
    })
    const digest = createHash('sha256').update(bytes).digest('hex')
    return { digest, run: () => assemblePdf({ ...plan, segments }, memorySink(), hashing, quiet) }
  }

  it('is named, and not said to have changed when it did not', async () => {
    const { digest } = await copyOf('')
    const { run } = await copyOf(digest)
    await expect(run()).rejects.toMatchObject({ code: 'source.unstable', facts: { name: 'E001' } })
  })

  it('is said to have changed when it did', async () => {
    const { run } = await copyOf('00'.repeat(32))
    await expect(run()).rejects.toMatchObject({ code: 'evidence.changed', facts: { name: 'E001' } })
  })
})

describe('content and structures that swell', () => {
  const limit = 400 * megabyte
  const bombs: Record<string, () => Bytes> = {
    'LZW content': () => onePageWith('/Filter/LZWDecode', lzwBomb(1024 * megabyte)),
    'content deflated twice': () =>
      onePageWith('/Filter[/FlateDecode/FlateDecode]', deflateSync(zeros, { level: 9 })),
    'content of run lengths, deflated': () =>
      onePageWith('/Filter[/FlateDecode/RunLengthDecode]', deflateSync(Buffer.alloc(64 * megabyte, 129))),
    'many object streams': () => {
      const data = Array.from({ length: 12 }, (_, index) => {
        const body = Buffer.alloc(60 * megabyte, 32)
        body.write(`${100 + index} 0 <<>>`)
        return deflateSync(body, { level: 1 })
      })
      const refs = data.map((_, index) => `${100 + index} 0 R`).join(' ')
      return compressedPdf(
        `/X[${refs}]`,
        data.map((body, index) => ({
          number: 100 + index,
          text: '',
          entries: '/Filter/FlateDecode',
          data: body,
        })),
      )
    },
  }
  for (const [name, make] of Object.entries(bombs)) {
    it(`are not decoded beyond a bound: ${name}`, () => {
      expect(measured(make()).peak).toBeLessThan(limit)
    })
  }

  const disguises: Record<string, [string, Uint8Array]> = {
    'in hexadecimal': [
      '/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]',
      latin1(`${zeros.toString('hex')}>`),
    ],
    'under an escaped name': ['/Type/Obj#53tm/Filter/FlateDecode', zeros],
    'under a name that stands elsewhere': ['/Type 3 0 R/Filter/FlateDecode', zeros],
    'as a cross-reference stream': ['/Type/X#52ef/W[1 1 1]/Size 9/Filter/FlateDecode', zeros],
  }
  for (const [name, [entries, data]] of Object.entries(disguises)) {
    it(`are kept from the full parser too: ${name}`, () => {
      const bytes = handPdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[<</Type/Page/MediaBox[0 0 9 9]>>]/Count 1>>',
        '/Obj#53tm',
        { entries: `${entries}/N 0/First 0`, data: Buffer.from(data).toString('latin1') },
      ])
      const text = Buffer.from(bytes).toString('latin1')
      const broken = latin1(text.replace(/startxref\n\d+/, 'startxref\n99999999'))
      const { survey, peak } = measured(broken)
      expect(peak).toBeLessThan(limit)
      expect(survey.shown).toBe(name.startsWith('as a cross'))
    })
  }

  it('are shown as a form, unread', async () => {
    const bytes = onePageWith('/Filter[/FlateDecode/FlateDecode]', deflateSync(zeros, { level: 9 }))
    const bundle = await assemble([{ bytes }])
    expect(Buffer.from(bundle.bytes).toString('latin1')).toContain('/DossierPage Do')
  })
})

describe('the filters', () => {
  const decode = (filter: string, data: Uint8Array, limit = megabyte) => {
    const context = PDFContext.create()
    return decodeStream(PDFRawStream.of(context.obj({ Filter: filter }), data), limit)
  }
  const text = (data: Uint8Array) => Buffer.from(data).toString('latin1')

  it('decode what their clauses show', () => {
    expect(text(decode('ASCIIHexDecode', latin1('48 65\n6C6c 6F7>junk')))).toBe('Hellop')
    expect(text(decode('ASCII85Decode', latin1('87cUR\nD]i,"Ebo80~>')))).toBe('Hello World!')
    expect([...decode('ASCII85Decode', latin1('z!!~>'))]).toEqual([0, 0, 0, 0, 0])
    expect(text(decode('RunLengthDecode', Uint8Array.of(2, 97, 98, 99, 254, 120, 128, 1)))).toBe('abcxxx')
    // The example of ISO 32000-1, 7.4.4.2.
    const lzw = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01)
    expect([...decode('LZWDecode', lzw)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    expect(decode('LZWDecode', lzwBomb(300_000)).length).toBeGreaterThanOrEqual(300_000)
  })

  it('stop at the limit, each of them', () => {
    const bomb = deflateSync(Buffer.alloc(2 * megabyte))
    const runs = new Uint8Array(32_768).fill(129)
    expect(() => decode('FlateDecode', bomb)).toThrow('limit')
    expect(() => decode('LZWDecode', lzwBomb(2 * megabyte))).toThrow('limit')
    expect(() => decode('RunLengthDecode', runs)).toThrow('limit')
    expect(() => decode('ASCII85Decode', latin1('z'.repeat(300_000)))).toThrow('limit')
    expect(() => decode('ASCIIHexDecode', latin1('00'.repeat(2 * megabyte)))).toThrow('limit')
    expect(() => decode('DCTDecode', bomb)).toThrow('not one we decode')
  })
})

describe('what runs, plays or is carried along unseen', () => {
  const looks = '/AP<</N 20 0 R>>'
  const link = (action: string) => `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A ${action}>>`
  const annotations = [
    `<</Type/Annot/Subtype/3D/Rect[0 0 99 99]${looks}/3DD 21 0 R/3DV<</MS/M3D/XN(VIEWMARK)>>>>`,
    `<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]${looks}/RichMediaContent<</Assets<</Names[(CLIPMARK)23 0 R]>>>>>>`,
    `<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]${looks}/A<</S/Rendition/JS(SCREENMARK)>>>>`,
    `<</Type/Annot/Subtype/Movie/Rect[0 0 9 9]${looks}/Movie<</F(MOVIEMARK)>>/A<</Rate 1>>>>`,
    `<</Type/Annot/Subtype/Sound/Rect[0 0 9 9]${looks}/Sound 25 0 R>>`,
    link('<</S/URI/URI(\\\\\\\\evil.example\\\\UNCMARK)>>'),
    link('<</S/URI/URI(smb://evil.example/SMBMARK)>>'),
    link('<</S/URI/URI(file:///FILEMARK)>>'),
    link('<</S/URI/URI(../RELATIVEMARK.exe)>>'),
    link('<</S 26 0 R/JS(INDIRECTMARK)>>'),
    link('<</S/Unheard/X(UNKNOWNMARK)>>'),
    link('<</S/URI/URI(HTTPS://example.org/kept)>>'),
    link('<</S/URI/URI(mailto:kept@example.org)>>'),
    link('<</S/URI/URI(tel:+8610)>>'),
    `<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]${looks}/AF[23 0 R]>>`,
    `<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]${looks}/Other 23 0 R>>`,
  ]
  const bytes = handPdf([
    '<</Type/Catalog/Pages 2 0 R/AF 23 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
    `<</Type/Page/Parent 2 0 R/AF[23 0 R]/Annots[${annotations.map((_, index) => `${4 + index} 0 R`).join(' ')}]>>`,
    ...annotations,
    { entries: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]', data: '0 0 9 9 re f' },
    { entries: '/Type/3D/Subtype/U3D/OnInstantiate 22 0 R', data: 'MODELMARK' },
    { entries: '', data: 'SCRIPTMARK' },
    '<</F(attached)/EF<</F 24 0 R>>>>',
    { entries: '', data: 'FILEDATAMARK' },
    { entries: '/Type/Sound/R 8000', data: 'SOUNDMARK' },
    '/JavaScript',
  ])

  it('is left out, and all of it is counted', async () => {
    const survey = await surveySource(bytes, pdf, 'E001')
    expect(survey).toMatchObject({ shown: true, route: 'lazy' })
    expect(Object.fromEntries(survey.findings.map(({ code, facts }) => [code, facts]))).toEqual({
      'pdf.javascript-removed': { count: 1 },
      'pdf.action-removed': { count: 10, kinds: '3D, Movie, RichMedia, Screen, Sound, URI, Unheard' },
      'pdf.attachments-not-shown': { count: 3 },
    })
    const bundle = await assemble([{ bytes }])
    const file = Buffer.from(bundle.bytes).toString('latin1')
    expect(file.match(/\w+MARK/g)).toBe(null)
    for (const word of ['/3D', '/RichMedia', '/Movie', '/Sound', '/Screen', '/AF', '/EF', '/OnInstantiate']) {
      expect(file).not.toContain(word)
    }
    for (const word of ['HTTPS://example.org/kept', 'mailto:kept@example.org', 'tel:+8610']) {
      expect(file).toContain(word)
    }
    expect(file.match(/\/Subtype ?\/Stamp/g)).toHaveLength(7)
    expect(file.match(/\/AP ?<</g)).toHaveLength(7)
  })

  it('is not looked for among resources that carry its names', async () => {
    const fonts = ['A', 'AF', 'EF', 'Movie', 'Sound', 'Subtype', 'Next']
      .map((key) => `/${key} 4 0 R`)
      .join('')
    const tricky = handPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>',
      `<</Type/Page/Parent 2 0 R/Resources<</Font<<${fonts}>>>>>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ])
    expect((await surveySource(tricky, pdf, 'E001')).findings).toEqual([])
    const file = Buffer.from((await assemble([{ bytes: tricky }])).bytes).toString('latin1')
    expect(file).toMatch(/\/A \d+ 0 R\/AF (\d+ 0 R)\/EF \1\/Movie \1\/Sound \1\/Subtype \1\/Next \1/)
  })
})

describe('pictures that swell', () => {
  it('are taken apart row by row', () => {
    const [width, height] = [6000, 6000]
    const chunk = (type: string, body: Uint8Array) => {
      const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type), body, Buffer.alloc(4)])
      whole.writeUInt32BE(body.length, 0)
      whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4)
      return whole
    }
    const header = Buffer.alloc(13)
    header.writeUInt32BE(width, 0)
    header.writeUInt32BE(height, 4)
    header.set([8, 6], 8)
    const rows = deflateSync(Buffer.alloc((width * 4 + 1) * height), { level: 1 })
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
    const end = chunk('IEND', new Uint8Array(0))
    const png = Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), end])
    const { survey, peak } = measured(new Uint8Array(png), 'image/png')
    expect(survey.shown).toBe(true)
    expect(peak).toBeLessThan(300 * megabyte)
  })

  it('are refused as JPEG when no reader could show them', async () => {
    const frame = [0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
    const scan = [0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0, 0xff, 0xd9]
    const bytes = Uint8Array.from([0xff, 0xd8, ...frame, ...scan])
    expect(await surveySource(bytes, 'image/jpeg', 'E001')).toMatchObject({
      shown: false,
      findings: [{ code: 'image.unreadable' }],
    })
    bytes.set([1, 0, 1, 0], 7)
    expect(await surveySource(bytes, 'image/jpeg', 'E001')).toMatchObject({ shown: true })
  })
})
