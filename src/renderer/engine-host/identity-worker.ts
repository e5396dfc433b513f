import { instantOf } from '../../shared/domain/instant.ts'
import {
  createIdentity,
  describeCertificate,
  openPkcs12,
  rewrapPkcs12,
  writePkcs12,
} from '../../engine/jobs.ts'
import { validityFor } from '../../shared/domain/signing-identity.ts'
import { base64Of } from './base64.ts'
import type { IdentityFacts, NewIdentity, WrappedIdentity } from './engine.ts'
import { type IdentityReply, type IdentityRequest, toWire } from './wire.ts'

/** The throw-away worker that makes or opens one signing identity. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<IdentityRequest>) => void) | null
  postMessage(reply: IdentityReply): void
}
const scope = globalThis as unknown as WorkerScope

scope.onmessage = ({ data: request }) => {
  answer(request).then(
    (reply) => scope.postMessage(reply),
    (error: unknown) => scope.postMessage({ kind: 'failed', error: toWire(error) }),
  )
}

async function answer(request: IdentityRequest): Promise<IdentityReply> {
  switch (request.kind) {
    case 'make':
      return { kind: 'wrapped', identity: await make(request.request) }
    case 'read': {
      const { certificate } = await openPkcs12(request.pkcs12, request.passphrase)
      return { kind: 'described', facts: await factsOf(certificate) }
    }
    case 'import': {
      const { passphrase, newPassphrase } = request
      const change = newPassphrase === undefined ? {} : { newPassphrase }
      const { pkcs12 } = await rewrapPkcs12(request.pkcs12, { passphrase, ...change })
      return { kind: 'wrapped', identity: await wrapped(pkcs12, newPassphrase ?? passphrase) }
    }
  }
}

async function make({ years, passphrase, now, ...names }: NewIdentity): Promise<WrappedIdentity> {
  const made = await createIdentity({
    ...names,
    ...validityFor(years, now),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  const pkcs12 = await writePkcs12(made, passphrase, names.name)
  return wrapped(pkcs12, passphrase)
}

/** What is kept for years is opened once before anybody relies on it. */
async function wrapped(pkcs12: Uint8Array<ArrayBuffer>, passphrase: string): Promise<WrappedIdentity> {
  const { certificate } = await openPkcs12(pkcs12, passphrase)
  return { ...(await factsOf(certificate)), pkcs12: base64Of(pkcs12) }
}

async function factsOf(der: Uint8Array<ArrayBuffer>): Promise<IdentityFacts> {
  const certificate = await describeCertificate(der)
  return {
    certificate: base64Of(der),
    subjectName: certificate.subjectName,
    ...(certificate.organisation === undefined ? {} : { organisation: certificate.organisation }),
    issuerName: certificate.issuerName,
    selfSigned: certificate.selfSigned,
    keyType: certificate.keyType,
    notBefore: instantOf(certificate.notBefore),
    notAfter: instantOf(certificate.notAfter),
    certificateSha256: certificate.sha256Fingerprint,
    canSign: certificate.canSign,
  }
}
