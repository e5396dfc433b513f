import { type Session, session } from 'electron'
import { plainFileName } from '../shared/contract/file-name.ts'
import { guardSession } from './offline.ts'
import { type PrintStream, printStream } from './print-stream.ts'

/** Chromium's own PDF viewer, and what it is drawn with. */
const viewerParts = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/']

/** What is shown in a place. */
export interface Shown {
  readonly grant: string
  readonly name: string
  readonly bytes: number
  /** The document is asked for: by the first load, and again by every reload. */
  wanted(stream: PrintStream): void
}

/** A session in memory for one print window at a time: it reaches the one document, and nothing else. */
export interface PrintPlace {
  readonly session: Session
  shown: Shown | undefined
}

/** The address of a document to print, in the session of its own window and nowhere else. */
export function printAddress(grant: string): string {
  return `app://dossier/print/${grant}`
}

/** The place of that number. */
export function printPlace(number: number): PrintPlace {
  // Without the prefix persist: nothing of it is on the disk.
  const place: PrintPlace = {
    session: session.fromPartition(`print-${number}`, { cache: false }),
    shown: undefined,
  }
  const isDocument = (address: string) =>
    place.shown !== undefined && address === printAddress(place.shown.grant)
  const isViewer = (address: string) => viewerParts.some((part) => address.startsWith(part))
  guardSession(place.session, {
    mayRequest: (address) => isDocument(address) || isViewer(address),
    mayShow: isDocument,
    mayFrame: (address) => isDocument(address) || isViewer(address),
    mayHave: () => false,
  })
  place.session.protocol.handle('app', ({ url, method }) => {
    const { shown } = place
    if (!shown || !isDocument(url)) return plain(404)
    if (method !== 'GET') return plain(405)
    const stream = printStream(shown.bytes)
    shown.wanted(stream)
    return new Response(stream.body, { headers: headersOf(shown) })
  })
  return place
}

const always = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
}

function headersOf({ name, bytes }: Shown): Record<string, string> {
  return {
    ...always,
    'content-type': 'application/pdf',
    'content-length': String(bytes),
    'content-disposition': `inline; filename*=UTF-8''${encoded(plainFileName(name))}`,
  }
}

function plain(status: number): Response {
  const headers = {
    ...always,
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  }
  return new Response(`${status}\n`, { status, headers })
}

/** As RFC 8187 has it, which allows less than an address does. */
function encoded(name: string): string {
  const escape = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name).replace(/['()*]/g, escape)
}
