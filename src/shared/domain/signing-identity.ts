import { type Finding, finding } from '../contract/finding.ts'

/** Shorter RSA keys are no longer allowed for signatures (NIST SP 800-131A; SOG-IS). */
const minimumRsaBits = 2048
const dayMs = 86_400_000
/** A certificate that ends within so many days is spoken of. */
export const soonDays = 30
/** A certificate made here is valid from an hour earlier: clocks of computers differ. */
const headStartMs = 3_600_000

/** When a certificate may sign. Instants, UTC. */
export interface CertificateTimes {
  readonly notBefore: string
  readonly notAfter: string
  readonly canSign: boolean
}

/** How a signing identity stands at a moment; `days` are whole ones, left or gone. */
export type IdentityState =
  | { readonly kind: 'valid' | 'soon' | 'expired' | 'not-yet-valid'; readonly days: number }
  | { readonly kind: 'not-for-signing' }

/** How an identity stands at `now`. One whose certificate is not for signing never gets better, so that comes first. */
export function identityState({ notBefore, notAfter, canSign }: CertificateTimes, now: Date): IdentityState {
  if (!canSign) return { kind: 'not-for-signing' }
  const [from, until, at] = [Date.parse(notBefore), Date.parse(notAfter), now.getTime()]
  if (at < from) return { kind: 'not-yet-valid', days: Math.ceil((from - at) / dayMs) }
  if (at > until) return { kind: 'expired', days: Math.floor((at - until) / dayMs) }
  const days = Math.floor((until - at) / dayMs)
  return { kind: days < soonDays ? 'soon' : 'valid', days }
}

/** Whether something may be signed with an identity that stands so. */
export function maySign({ kind }: IdentityState): boolean {
  return kind === 'valid' || kind === 'soon'
}

/** The finding that a key, such as `RSA-1024`, is too weak by today's rules, if it is; `owner` is who it names. */
export function weakKeyFindings(keyType: string, owner: string): Finding[] {
  const bits = Number(/^RSA-(\d+)$/.exec(keyType)?.[1] ?? Infinity)
  if (bits >= minimumRsaBits) return []
  return [finding('identity.weak-key', owner, { keyType, minimum: minimumRsaBits })]
}

/** The days of a certificate made at `now` for so many years. */
export function validityFor(years: number, now: Date): { readonly notBefore: Date; readonly notAfter: Date } {
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years)
  return { notBefore: new Date(now.getTime() - headStartMs), notAfter }
}
