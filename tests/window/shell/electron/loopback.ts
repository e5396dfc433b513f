import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { ownAddress } from './addresses.ts'
import { answerOf } from './protocol.ts'

/** What a page asks of the shell itself. */
export interface PageRequests {
  /** A message of the page; the answer goes back as it is. `number` counts up from 0 with every page. */
  message(page: string, number: number, kind: string, body: Uint8Array): Promise<Uint8Array>
  /** Waits for events of the page; undefined when the page is gone. */
  events(page: string): Promise<Uint8Array | undefined>
  secondInstance(): void
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
    requests.secondInstance()
    response.writeHead(204).end()
  } else if (second === 'events') {
    const events = await requests.events(first)
    response.writeHead(events ? 200 : 410).end(events)
  } else {
    response.end(await requests.message(first, Number(second), kind, await buffer(request)))
  }
}

async function answerApplication(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = ownAddress(`http://${request.headers.host ?? ''}${request.url ?? '/'}`)
  const answer = await answerOf(new Request(url, { method: request.method ?? 'GET' }))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(request.method === 'HEAD' ? undefined : await answer.bytes())
}
