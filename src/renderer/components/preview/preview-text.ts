/** Bytes of a text that are shown; the rest is told. */
export const shownTextBytes = 1024 * 1024

/** A text file as far as it is shown. */
export interface ShownText {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030'
}

/**
 * Bytes as text: by their byte order mark, else UTF-8 when they are valid UTF-8, else GB18030, which Chinese programs
 * write. A character cut at the end of the bytes is left out.
 */
export function decodeText(bytes: Uint8Array): ShownText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'UTF-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode('utf-16be', bytes), encoding: 'UTF-16' }
  try {
    // Streaming keeps back a character that is cut at the end instead of refusing it.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return { text, encoding: 'UTF-8' }
  } catch {
    return { text: decode('gb18030', bytes), encoding: 'GB18030' }
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true })
}

/** Whether a media type is shown as text. */
export function isShownAsText(mediaType: string): boolean {
  return /^text\/(?!rtf)|^application\/(json|xml|x-ndjson|javascript|yaml)$|\+(xml|json)$/.test(mediaType)
}

/** Whether a media type is shown page by page. */
export function isShownAsPages(mediaType: string): boolean {
  return mediaType === 'application/pdf' || mediaType.startsWith('image/')
}
