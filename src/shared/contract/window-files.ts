import { isPlainFileName } from './file-name.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff2: 'font/woff2',
  // Originals of the sample, fetched as bytes and never shown as documents.
  pdf: 'application/octet-stream',
  csv: 'application/octet-stream',
  docx: 'application/octet-stream',
  mp4: 'application/octet-stream',
}

export interface WindowFile {
  /** Relative to the folder of the built window, with `/`; never leads out of it. */
  readonly path: string
  readonly mediaType: string
  readonly isDocument: boolean
}

/** The file of the built window that the path of an address names; undefined when it names none. */
export function windowFile(pathname: string): WindowFile | undefined {
  const path = decoded(pathname === '/' ? '/index.html' : pathname)?.slice(1)
  if (path === undefined || !/^[\p{L}\p{N}_~@.()/ -]+$/u.test(path)) return undefined
  // Not a device of Windows either, which would be read for ever.
  if (path.split('/').some((segment) => segment.startsWith('.') || !isPlainFileName(segment)))
    return undefined
  const ending = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''
  const mediaType = Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending] : undefined
  return mediaType === undefined ? undefined : { path, mediaType, isDocument: ending === 'html' }
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
