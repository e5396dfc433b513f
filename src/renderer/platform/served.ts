import { Failure } from '../../shared/contract/failure.ts'

/** What browsers say of a script, or of something a script needs, that did not come. */
const notLoaded = /dynamically imported module|failed to fetch|network error|importing a module|did not load/i

/**
 * Why a worker or a part of the window did not load: Failure window.not-served when nobody serves the window any more
 * (`npm start` was ended), else the error itself.
 */
export async function whyNotLoaded(error: unknown, ask: typeof fetch = fetch): Promise<unknown> {
  if (!(error instanceof Error) || error instanceof Failure || !notLoaded.test(error.message)) return error
  if (location.protocol !== 'http:') return error
  try {
    await ask('/', { method: 'HEAD', cache: 'no-store' })
    return error
  } catch (cause) {
    return new Failure('window.not-served', {}, cause)
  }
}

/** Loads a part of the window. Throws Failure window.not-served. */
export async function loaded<T>(part: Promise<T>): Promise<T> {
  return part.catch(async (error: unknown) => {
    throw await whyNotLoaded(error)
  })
}

/** The error of a worker that ended: without a message, its script did not load. */
export function workerError(name: string, event: Pick<ErrorEvent, 'message'>): Error {
  return new Error(
    event.message ? `the ${name} worker ended: ${event.message}` : `the ${name} worker did not load`,
  )
}
