import type { StoredBundle } from '../../../src/renderer/register/bundle-records.ts'
import { madeContentWriter } from '../../../src/renderer/register/content-writer.ts'
import type { StoredIdentity, TrustedSigner } from '../../../src/renderer/register/signing-records.ts'
import type { TestSession } from './a-session.ts'

const digest = 'ab'.repeat(32)
const file = (name: string) => ({ name, bytes: 3, sha256: digest, sm3: digest })

/** A bundle as the register keeps it; its contents are the caller's. */
export function aBundle(changes: Partial<StoredBundle> = {}): StoredBundle {
  return {
    id: crypto.randomUUID(),
    caseId: 'a-case',
    contentIds: [],
    pdfContentId: '',
    partsContentId: '',
    createdAt: '2026-11-22T06:00:00Z',
    round: 1,
    draft: false,
    language: 'zh',
    pages: 12,
    firstPageNumber: 1,
    items: 3,
    pdf: file('QJ-2026-001_01_20261122.pdf'),
    zip: file('QJ-2026-001_01_20261122.zip'),
    discFolder: 'QJ-2026-001_01_20261122_光盘',
    handOver: 'QJ-2026-001_01_20261122_移交单.pdf',
    papers: [{ kind: 'cover', contentId: 'a-cover', pages: 1, bytes: 3 }],
    signer: { name: '清江公司', certificateSha256: digest, selfSigned: true, throwAway: false },
    ...changes,
  }
}

export function anIdentity(changes: Partial<StoredIdentity> = {}): StoredIdentity {
  return {
    id: crypto.randomUUID(),
    label: '清江公司',
    origin: 'made',
    pkcs12: 'AAAA',
    certificate: 'AAAA',
    subjectName: '清江公司',
    issuerName: '清江公司',
    selfSigned: true,
    keyType: 'EC-P256',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2029-01-01T00:00:00Z',
    certificateSha256: digest,
    canSign: true,
    addedAt: '2026-11-22T06:00:00Z',
    backedUpAt: '2026-11-22T06:00:00Z',
    ...changes,
  }
}

export function aTrustedSigner(changes: Partial<TrustedSigner> = {}): TrustedSigner {
  return {
    id: crypto.randomUUID(),
    label: '清江公司',
    certificate: 'AAAA',
    subjectName: '清江公司',
    issuerName: '清江公司',
    selfSigned: true,
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2029-01-01T00:00:00Z',
    certificateSha256: digest,
    way: 'printed-sheet',
    addedAt: '2026-11-22T06:00:00Z',
    ...changes,
  }
}

/** Stores something that was made, in pieces of odd sizes; gives the id of its content. */
export async function aMadeContent(session: TestSession, text: string): Promise<string> {
  const access = session.access()
  if (!access) throw new Error('no vault')
  const writer = await madeContentWriter(access, session.home)
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 777_777) await writer.write(bytes.subarray(at, at + 777_777))
  await writer.finish()
  return writer.contentId
}
