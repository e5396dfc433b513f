type Handler = (request: Request) => Response | Promise<Response>

const privileged = new Map<string, object>()
let isReady = false

/** From here on schemes cannot be registered any more, as in Electron. */
export function closeRegistration(): void {
  isReady = true
}

/** The schemes of one session. */
export class Protocol {
  readonly #handlers = new Map<string, Handler>()

  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
    this.#handlers.set(scheme, handler)
  }

  /** What the application answers to a request for one of its own addresses. */
  async answerTo(request: Request): Promise<Response> {
    const handler = this.#handlers.get(new URL(request.url).protocol.slice(0, -1))
    return handler ? handler(request) : new Response('', { status: 404 })
  }

  /** For tests: an address as no browser would write it. */
  readonly answer = (url: string, method = 'GET'): Promise<Response> =>
    this.answerTo({ url, method } as Request)
}

/** That of the default session, with what belongs to all of them. */
class MainProtocol extends Protocol {
  registerSchemesAsPrivileged(
    schemes: readonly { readonly scheme: string; readonly privileges: object }[],
  ): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges)
  }
}

export const protocol = new MainProtocol()
