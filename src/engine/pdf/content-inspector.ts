import { PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFStream } from 'pdf-lib'
import { BalanceReader } from './content-balance.ts'
import type { ContentBalance } from './content-balance.ts'
import { greatestRatio, inflateInto } from './inflate.ts'
import { decodeStream } from './stream-decoding.ts'

/** Says in what state the content of a page leaves the graphics state machine; undefined when it cannot be read. */
export interface ContentInspector {
  balance(streams: readonly PDFStream[]): ContentBalance | undefined
}

const scratchSize = 1024 * 1024
/** What one page may swell to, and all pages of a source: beyond, content counts as unreadable. */
export const pageLimit = 16 * 1024 * 1024
const sourceLimit = 256 * 1024 * 1024

const filterName = PDFName.of('Filter')
const parametersName = PDFName.of('DecodeParms')
const flate = PDFName.of('FlateDecode')

/** Reads the content of the pages of one source. */
export class PageContentInspector implements ContentInspector {
  readonly #scratch: Uint8Array<ArrayBuffer>
  #budget = sourceLimit

  /** `scratch` holds one decoded stream at a time and may be shared between sources. */
  constructor(scratch: Uint8Array<ArrayBuffer> = newScratch()) {
    this.#scratch = scratch
  }

  balance(streams: readonly PDFStream[]): ContentBalance | undefined {
    const reader = new BalanceReader()
    for (const stream of streams) {
      // Content that pdf-lib wrote is our own.
      if (!(stream instanceof PDFRawStream)) continue
      const content = this.#budget > 0 ? this.#decode(stream) : undefined
      // A stream that came to nothing may have been read up to the limit first.
      this.#budget -= content?.length ?? Math.min(pageLimit, stream.getContents().length * greatestRatio)
      if (content === undefined) return undefined
      reader.read(content)
    }
    return reader.balance()
  }

  #decode(stream: PDFRawStream): Uint8Array | undefined {
    if (stream.dict.get(filterName) === flate && !stream.dict.has(parametersName)) {
      const content = inflateInto(this.#scratch, stream.getContents())
      if (content !== undefined) return content
    }
    return decodeContent(stream)
  }
}

/** A buffer for inspectors. */
export function newScratch(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(scratchSize)
}

/** The decoded content of one stream, undefined when it is damaged, too large or of a kind content is not. */
export function decodeContent(stream: PDFStream): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined
  try {
    return decodeStream(stream, pageLimit)
  } catch {
    // Foreign bytes: whatever the decoders throw, a reader would not see this content whole either.
    return undefined
  }
}
