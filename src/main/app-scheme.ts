import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol } from 'electron'
import { noncePlaceholder, windowHeaders } from '../shared/contract/content-security-policy.ts'
import { type HandedPart, handedPart } from '../shared/contract/handed-file.ts'
import { windowFile } from '../shared/contract/window-files.ts'

/** The address of the window; its origin is where the register lives, so it never changes. */
export const windowAddress = 'app://dossier/'

/** Whether an address is one of the window's own. */
export function isWindowAddress(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'app:' && url.host === 'dossier'
}

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** What is answered for a part of a file: bytes, or a status with a word for what went wrong. */
export type HandedAnswer = Uint8Array<ArrayBuffer> | { readonly status: number; readonly said: string }

/** Answers `app://dossier/` with the files of the built window, bytes of what was handed over, and nothing else. */
export function serveAppScheme(folder: string, handed: (part: HandedPart) => Promise<HandedAnswer>): void {
  protocol.handle('app', async (request) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = windowHeaders(nonce)
    const plain = (status: number) => new Response(`${status}\n`, { status, headers })
    if (!isWindowAddress(request.url)) return plain(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405)
    const address = new URL(request.url)
    const part = handedPart(address)
    if (part) return answerOf(await handed(part), headers)
    const file = windowFile(address.pathname)
    const bytes = file && (await readFile(join(folder, file.path)).catch(() => undefined))
    if (!file || !bytes) return plain(404)
    const body = file.isDocument ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : bytes
    const length = String(Buffer.byteLength(body))
    return new Response(body as BodyInit, {
      headers: { ...headers, 'content-type': file.mediaType, 'content-length': length },
    })
  })
}

/** Never more than bytes: nothing foreign is shown as a document or run as a script. */
function answerOf(answer: HandedAnswer, headers: Readonly<Record<string, string>>): Response {
  if (!(answer instanceof Uint8Array)) return new Response(answer.said, { status: answer.status, headers })
  return new Response(answer, {
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': String(answer.byteLength),
    },
  })
}
