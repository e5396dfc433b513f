import type { TrustedSigner } from '../../register/signing-records.ts'
import type { HandedOver } from '../../platform/platform.ts'
import type { Services } from '../../services.ts'

export interface TakenOver extends HandedOver {
  /** Trusted by now. */
  readonly trusted: readonly TrustedSigner[]
}

/** What was taken from the program while the vault was locked, or became so meanwhile. */
const kept = new WeakMap<Services, HandedOver[]>()

/**
 * What the program was handed and nobody has got yet. Undefined while the register may not be seen, also when it was locked
 * in between: then it waits for the next call.
 */
export async function takeHanded(services: Services): Promise<TakenOver | undefined> {
  const { session, platform } = services
  const waiting = kept.get(services) ?? []
  kept.set(services, waiting)
  const more = await platform.takeHanded?.()
  if (more) waiting.push(more)
  if (!maySee(session.state().kind)) return undefined
  const trusted = await session
    .register()
    .signers.all()
    .catch((error: unknown) => {
      if (maySee(session.state().kind)) throw error
    })
  if (!trusted || !maySee(session.state().kind)) return undefined
  const taken = waiting.splice(0)
  return {
    groups: taken.flatMap(({ groups }) => groups),
    refused: taken.flatMap(({ refused }) => refused),
    trusted,
  }
}

function maySee(kind: ReturnType<Services['session']['state']>['kind']): boolean {
  return kind === 'open' || kind === 'memory'
}
