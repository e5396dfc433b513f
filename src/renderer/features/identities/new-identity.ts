import { instantOf } from '../../../shared/domain/instant.ts'
import type { WrappedIdentity } from '../../engine-host/engine.ts'
import type { StoredIdentity } from '../../register/signing-records.ts'

/** Characters of a name in a certificate (RFC 5280 appendix A, ub-common-name). */
export const longestName = 64
export const mostYears = 10

/** A wrapped identity as the register keeps it, under the name in its certificate. */
export function identityToStore(
  wrapped: WrappedIdentity,
  origin: StoredIdentity['origin'],
  id: string,
  now: Date,
): StoredIdentity {
  const at = instantOf(now)
  return { ...wrapped, id, label: wrapped.subjectName, origin, addedAt: at, backedUpAt: at }
}

/** Whole years of validity that were typed; undefined when they are none. */
export function yearsOf(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim()
  const years = Number(text)
  return /^\d+$/.test(text) && years >= 1 && years <= mostYears ? years : undefined
}
