import type { Finding } from '../../shared/contract/finding.ts'
import type { DossierIndex } from '../../shared/domain/dossier-index.ts'
import type { TagFile, PayloadFile } from '../container/container-files.ts'
import { verificationGuides } from '../container/verification-guide.ts'
import type { ComposedBundle } from '../documents/compose-bundle.ts'
import type { SourceSurvey } from '../pdf/assembly.ts'
import type { BuildRequest } from './build-request.ts'
import type { BundleSigner } from './bundle-signer.ts'
import { dossierJson } from './dossier-json.ts'

export interface TagFileParts {
  readonly request: BuildRequest
  readonly composed: ComposedBundle
  readonly surveys: ReadonlyMap<string, SourceSurvey>
  readonly signer: BundleSigner
  readonly pdfFile: PayloadFile
  readonly originalsListSha256: string
  readonly disc: NonNullable<DossierIndex['disc']>
}

/** The tag files only this application knows to write: the index, both verification guides, the certificate. */
export function tagFilesOf(parts: TagFileParts): TagFile[] {
  const { request, composed, signer, pdfFile } = parts
  const { plan } = request
  const index = dossierJson({
    plan,
    law: request.law,
    generator: request.generator,
    signer: signer.described,
    pdf: {
      path: pdfFile.path,
      pages: composed.pageCount,
      firstPageNumber: composed.firstPageNumber,
      file: {
        path: pdfFile.path,
        bytes: pdfFile.size,
        sha256: pdfFile.sha256,
        sha512: pdfFile.sha512,
        sm3: pdfFile.sm3,
        mediaType: pdfFile.mediaType,
      },
    },
    originalsListSha256: parts.originalsListSha256,
    surveys: parts.surveys,
    pages: composed.items,
    disc: parts.disc,
    findings: caseFindings(request.findings),
  })
  return [
    { path: 'dossier.json', bytes: index, mediaType: 'application/json' },
    { path: 'signer.pem.txt', bytes: new TextEncoder().encode(signer.pem), mediaType: 'text/plain' },
    ...verificationGuides({
      pdfPath: pdfFile.path,
      certificateSha256: signer.described.certificateSha256,
      signerName: signer.described.name,
      selfSigned: signer.described.selfSigned,
      throwAway: signer.described.throwAway,
      draft: plan.draft,
    }),
  ]
}

/** Warnings of the case that the receiver should know too; advice to the holder stays out. */
function caseFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((found) => found.code !== 'file.not-listed')
}
