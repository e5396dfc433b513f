import { Failure } from '../../shared/contract/failure.ts'
import type { DossierIndex } from '../../shared/domain/dossier-index.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { JobContext, Signer } from '../ports.ts'
import {
  assertUsable,
  type CertificateDescription,
  describeCertificate,
  pemOf,
} from '../signing/certificate.ts'
import { createIdentity } from '../signing/identity.ts'

/** Who signs a bundle, with what the papers and the index say of it. */
export interface BundleSigner {
  readonly signer: Signer
  readonly described: DossierIndex['signer']
  /** PEM of the certificate alone: a chain in the file would be trusted by whoever trusts the file. */
  readonly pem: string
}

const dayMs = 86_400_000
const throwAwayName = { zh: '一次性密钥（未署名）', en: 'Throw-away identity (unnamed)' } as const

/**
 * The given signer, or a throw-away identity made for this bundle and named as such.
 * Throws Failure identity.expired, identity.not-yet-valid and identity.not-for-signing, judged now, and
 * identity.expired-then and identity.not-yet-valid-then, judged at the time the bundle claims.
 */
export async function bundleSigner(
  plan: BundlePlan,
  given: Signer | undefined,
  context: JobContext,
): Promise<BundleSigner> {
  const createdAt = Date.parse(plan.createdAt)
  const signer = given ?? (await throwAwaySigner(plan, createdAt, context))
  const certificate = await describeCertificate(signer.certificate)
  if (given) {
    assertUsable(signer.certificate, context.now)
    assertValidThen(certificate, plan.createdAt)
  }
  return {
    signer,
    pem: pemOf(signer.certificate),
    described: {
      name: certificate.subjectName,
      certificateSha256: certificate.sha256Fingerprint,
      selfSigned: certificate.selfSigned,
      throwAway: given === undefined,
    },
  }
}

/** The clock is not to blame here: the certificate is valid now. */
function assertValidThen({ notBefore, notAfter }: CertificateDescription, at: string): void {
  const moment = Date.parse(at)
  const instant = (date: Date) => date.toISOString().replace(/\.\d{3}Z$/, 'Z')
  if (moment < notBefore.getTime()) {
    throw new Failure('identity.not-yet-valid-then', { date: instant(notBefore), at })
  }
  if (moment > notAfter.getTime()) throw new Failure('identity.expired-then', { date: instant(notAfter), at })
}

async function throwAwaySigner(plan: BundlePlan, createdAt: number, context: JobContext): Promise<Signer> {
  const identity = await createIdentity({
    name: throwAwayName[plan.language],
    keyType: 'EC-P256',
    notBefore: new Date(Math.min(createdAt, context.now.getTime()) - dayMs),
    notAfter: new Date(Math.max(createdAt, context.now.getTime()) + 3650 * dayMs),
    randomBytes: (length) => context.randomBytes(length),
  })
  return identity.signer
}
