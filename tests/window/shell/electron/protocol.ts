type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const privileged = new Map<string, object>()
let isReady = false

/** From here on schemes cannot be registered any more, as in Electron. */
export function closeRegistration(): void {
  isReady = true
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string; readonly privileges: object }[]) {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges)
  },
  handle(scheme: string, handler: Handler) {
    handlers.set(scheme, handler)
  },
  privilegesOf: (scheme: string) => privileged.get(scheme),
  /** For tests: an address as no browser would write it. */
  answer: (url: string) => answerOf({ url, method: 'GET' } as Request),
}

/** What the application answers to a request for one of its own addresses. */
export async function answerOf(request: Request): Promise<Response> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler ? handler(request) : new Response('', { status: 404 })
}
