import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { ownAddress, partitionOf } from './addresses.ts'
import { sessionOf } from './session.ts'

/** What a page asks of the shell itself. */
export interface PageRequests {
  /** A message of the page; the answer goes back as it is. `number` counts up from 0 with every page. */
  message(page: string, number: number, kind: string, body: Uint8Array): Promise<Uint8Array>
  /** Waits for events of the page; undefined when the page is gone. */
  events(page: string): Promise<Uint8Array | undefined>
  secondInstance(argv: readonly string[], folder: string): void
}

export interface Loopback {
  readonly port: number
  /** Path the shell's own requests begin with; nobody else knows it. */
  readonly base: string
  close(): void
}

/** Answers the window's addresses through the application's own protocol handler, and the shell's own requests. */
export async function listenForWindow(requests: PageRequests): Promise<Loopback> {
  const base = `/shell-${randomBytes(16).toString('hex')}`
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const answering = path.startsWith(`${base}/`)
      ? answerShell(requests, path.slice(base.length + 1).split('/'), request, response)
      : answerApplication(request, response)
    answering.catch((error: unknown) => {
      // A page that went away in the middle of a request is nobody's fault.
      response.writeHead(500).end(String(error))
    })
  })
  server.requestTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    port,
    base,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function answerShell(
  requests: PageRequests,
  [first = '', second = '', kind = '']: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (first === 'second-instance') {
    const { argv, folder } = JSON.parse(decodeURIComponent(second)) as { argv: string[]; folder: string }
    requests.secondInstance(argv, folder)
    response.writeHead(204).end()
  } else if (second === 'events') {
    const events = await requests.events(first)
    response.writeHead(events ? 200 : 410).end(events)
  } else {
    response.end(await requests.message(first, Number(second), kind, await buffer(request)))
  }
}

async function answerApplication(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const shown = `http://${request.headers.host ?? ''}${request.url ?? '/'}`
  const asked = sessionOf(partitionOf(shown))
  if (!asked) return void response.writeHead(404).end()
  const url = ownAddress(shown)
  const answer = await asked.protocol.answerTo(new Request(url, { method: request.method ?? 'GET' }))
  const headers = Object.fromEntries(answer.headers)
  const hash = createHash('sha256')
  let bytes = 0
  let isWhole = false
  response.writeHead(answer.status, headers)
  try {
    if (request.method === 'HEAD' || !answer.body) return void response.end()
    // As it is read, and no faster; a reader that goes away ends it.
    const count = async function* (parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        hash.update(part)
        bytes += part.byteLength
        yield part
      }
    }
    await pipeline(Readable.fromWeb(answer.body as never, { highWaterMark: 1 }), count, response)
    isWhole = true
  } catch {
    response.destroy()
  } finally {
    asked.sent.push({ url, status: answer.status, bytes, sha256: hash.digest('hex'), headers, isWhole })
  }
}
