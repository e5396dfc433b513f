import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { noncePlaceholder, windowHeaders } from '../shared/contract/content-security-policy.ts'
import { windowFile } from '../shared/contract/window-files.ts'
import { markPath, type Prove } from './running-mark.ts'

export interface LoopbackServer {
  answerAs(prove: Prove): void
  /** Ends open connections too. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1 alone. Undefined when the port is taken. */
export async function listenOnLoopback(folder: string, port: number): Promise<LoopbackServer | undefined> {
  const host = `127.0.0.1:${port}`
  let prove: Prove | undefined
  const server = createServer((request, response) => {
    void answer({ folder, host, prove }, request, response).catch(() => response.destroy())
  })
  const listening = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Windows answers EACCES for a port that another program holds alone or that the system keeps for itself.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(true))
  })
  if (!listening) return undefined
  return {
    answerAs(next) {
      prove = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Surroundings {
  readonly folder: string
  readonly host: string
  readonly prove: Prove | undefined
}

async function answer(
  { folder, host, prove }: Surroundings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64')
  for (const [name, value] of Object.entries(windowHeaders(nonce))) response.setHeader(name, value)
  // What the policy cannot stop: navigation, new windows, peer connections. In Electron main stops them itself.
  response.setHeader('connection-allowlist', '(response-origin)')
  const end = (status: number, body: string | Uint8Array, mediaType = 'text/plain; charset=utf-8') => {
    response.statusCode = status
    response.setHeader('content-type', mediaType)
    response.setHeader('content-length', Buffer.byteLength(body))
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  // Another name that leads here is another website (DNS rebinding), or another origin with a register of its own.
  if (request.headers.host !== host) return end(421, `http://${host}/\n`)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return end(405, '405\n')
  }
  const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2)
  if (pathname === markPath && prove && /^[0-9a-f]{32}$/.test(query)) return end(200, prove(query))
  const file = windowFile(pathname)
  const bytes = file && (await readFile(join(folder, file.path)).catch(() => undefined))
  if (!file || !bytes) return end(404, '404\n')
  end(
    200,
    file.isDocument ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : bytes,
    file.mediaType,
  )
}
