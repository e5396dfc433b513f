import { describe, expect, it } from 'vitest'
import { PdfWriter } from '../../../src/engine/pdf/pdf-writer.ts'
import { hasTool } from '../../judges.ts'
import { latin1, memorySink, qpdfCheck } from './pdf-fixtures.ts'

function recording() {
  const sink = memorySink()
  const observed: Uint8Array[] = []
  const writer = new PdfWriter(sink, (bytes) => void observed.push(bytes.slice()))
  return { sink, writer, observed }
}

/** A catalog with one page, so that the file is one. */
function writePage(writer: PdfWriter): number {
  const catalog = writer.allocate(3)
  writer.object(catalog, `<</Type/Catalog/Pages ${catalog + 1} 0 R>>`)
  writer.object(catalog + 1, `<</Type/Pages/Kids[${catalog + 2} 0 R]/Count 1>>`)
  writer.object(catalog + 2, `<</Type/Page/Parent ${catalog + 1} 0 R/MediaBox[0 0 9 9]>>`)
  return catalog
}

describe('the writer', () => {
  it.skipIf(!hasTool('qpdf'))('writes small and large objects at the offsets it says', async () => {
    const { sink, writer, observed } = recording()
    const catalog = writePage(writer)
    for (const size of [0, 100, 16383, 16384, 1 << 20, 3_000_000]) {
      writer.stream(writer.allocate(), '', new Uint8Array(size).fill(65))
      writer.object(writer.allocate(), `(${'x'.repeat(size)})`)
    }
    await writer.finish(`/Root ${catalog} 0 R`)
    expect(qpdfCheck(sink.bytes())).toEqual({ status: 0, message: '' })
    expect(writer.position).toBe(sink.bytes().length)
    expect(Buffer.concat(observed).equals(Buffer.from(sink.bytes()))).toBe(true)
  })

  it('hands nothing over before the commit, and forgets what is rolled back', async () => {
    const { sink, writer } = recording()
    const catalog = writePage(writer)
    await writer.commit()
    const before = sink.bytes().length
    writer.begin()
    const lost = writer.allocate(5)
    writer.stream(lost, '', latin1('LOST'.repeat(10_000)))
    writer.object(lost + 1, `(${'LOST'.repeat(500_000)})`)
    expect(sink.bytes().length).toBe(before)
    writer.rollback()
    writer.begin()
    const kept = writer.allocate()
    expect(kept).toBe(lost)
    writer.object(kept, '(kept)')
    await writer.commit()
    await writer.finish(`/Root ${catalog} 0 R`)
    const text = Buffer.from(sink.bytes()).toString('latin1')
    expect(text).not.toContain('LOST')
    expect(text).toContain(`${kept} 0 obj\n(kept)\nendobj`)
    expect(text).toContain(`/Size ${kept + 1}`)
  })

  it('keeps large streams as views until they are written', async () => {
    const kept: Uint8Array[] = []
    const writer = new PdfWriter({ write: async (chunks) => void kept.push(...chunks) }, () => {})
    const data = new Uint8Array(20_000)
    writer.stream(writer.allocate(), '', data)
    await writer.commit()
    expect(kept).toContain(data)
  })

  it('refuses offsets of more than ten digits', () => {
    const { writer } = recording()
    writer.advance(10_000_000_000)
    expect(() => writer.object(writer.allocate(), 'null')).toThrow(
      expect.objectContaining({ code: 'bundle.too-large' }),
    )
  })

  it('says that a transaction is needed to roll one back', () => {
    expect(() => recording().writer.rollback()).toThrow('no transaction')
  })
})
