import { instantOf } from '../shared/domain/instant.ts'
import { describeCertificate } from '../engine/jobs.ts'
import type { Signer } from '../engine/ports.ts'
import { type Finding, finding } from '../shared/contract/finding.ts'
import { weakKeyFindings } from '../shared/domain/signing-identity.ts'

const dayMs = 86_400_000

/**
 * A time of the bundle that lies more than a day ahead. Said to the person only and not stored, for it depends on
 * the clock, and the same case must give the same bytes.
 */
export function futureFindings(createdAt: string | undefined, now: Date): Finding[] {
  if (createdAt === undefined || Date.parse(createdAt) <= now.getTime() + dayMs) return []
  return [finding('case.created-in-future', 'createdAt', { at: createdAt, now: instantOf(now) })]
}

/** A signing key that is too weak by today's rules. */
export async function keyFindings(signer: Signer | undefined): Promise<Finding[]> {
  if (signer === undefined) return []
  const { keyType, subjectName } = await describeCertificate(signer.certificate)
  return weakKeyFindings(keyType, subjectName)
}
