/**
 * The door of the engine: what the window's worker and the CLI may ask for. Each job loads its part of the engine
 * when it is first asked, so that hashing a file does not load the PDF libraries.
 */
import type { Finding } from '../shared/contract/finding.ts'
import type { CaseRecord } from '../shared/domain/case-record.ts'
import type { TakenIn } from '../shared/domain/intake.ts'
import type { BuildPorts, BuildRequest, BuiltBundle } from './bundle/build-request.ts'
import type { BundleParts } from './bundle/bundle-parts.ts'
import type { MadeBundle, MakePorts } from './bundle/make-bundle.ts'
import type { BundlePreview, PreviewRequest } from './bundle/preview-bundle.ts'
import type { Surveyor } from './bundle/survey-items.ts'
import type { CopyPorts, ZipFacts } from './bundle/work-out-zip.ts'
import type { BundleForm, WritePorts, WrittenBundle } from './bundle/write-bundle.ts'
import type { TakeInTools } from './content/take-in.ts'
import type { Place } from '../shared/messages/explain.ts'
import type { DeadlineSheetRequest } from './documents/deadline-sheet.ts'
import type { WorkPaperRequest } from './documents/work-paper.ts'
import type { FontFiles } from './layout/typefaces.ts'
import type { SurveyRequest } from './bundle/survey-original.ts'
import type { SourceSurvey } from './pdf/assembly.ts'
import type { ByteSource, Bytes, HashName, Hashing, JobContext, Signer } from './ports.ts'
import type { ImageSize } from './preview/image-size.ts'
import type { PdfPreview } from './preview/pdf-preview.ts'
import type { CertificateDescription } from './signing/certificate.ts'
import type { Identity, IdentityRequest } from './signing/identity.ts'
import type { RewrapRequest, RewrappedIdentity } from './signing/pkcs12-identity.ts'
import type { VerificationCircumstances } from './verification/report-json.ts'
import type { QuickLook } from './verification/quick-look.ts'
import type { FileTree, VerificationReport, VerifyOptions } from './verification/verify.ts'

export type { BuildPorts, BuildRequest, BuiltBundle } from './bundle/build-request.ts'
export type { BundleParts } from './bundle/bundle-parts.ts'
export type { MadeBundle, MakePorts } from './bundle/make-bundle.ts'
export type { BundlePreview, PreviewRequest } from './bundle/preview-bundle.ts'
export type { Surveyor } from './bundle/survey-items.ts'
export type { ProbeOutcome } from './bundle/surveyor.ts'
export type { PrintPartKind } from './bundle/print-parts.ts'
export type { ZipFacts } from './bundle/work-out-zip.ts'
export type { BundleForm, WritePorts, WrittenBundle } from './bundle/write-bundle.ts'
export type { DeadlineSheetRequest } from './documents/deadline-sheet.ts'
export type { WorkPaperRequest } from './documents/work-paper.ts'
export type { PrintRanges } from './documents/print-ranges.ts'
export type { FontFiles } from './layout/typefaces.ts'
export type { SourceSurvey } from './pdf/assembly.ts'
export type { ImageSize } from './preview/image-size.ts'
export type { DrawnPage, PdfPreview } from './preview/pdf-preview.ts'
export type { CertificateDescription } from './signing/certificate.ts'
export type { RewrapRequest, RewrappedIdentity } from './signing/pkcs12-identity.ts'
export type { VerificationCircumstances } from './verification/report-json.ts'
export type { QuickLook } from './verification/quick-look.ts'
export type { FileTree, VerificationReport, VerifyOptions } from './verification/verify.ts'

/** Size, digests and media type of one original. `path` as written in the case. */
export async function takeIn(path: string, source: ByteSource, tools: TakeInTools): Promise<TakenIn> {
  return (await import('./content/take-in.ts')).takeIn(path, source, tools)
}

/** SHA-256 and SM3 of one file, lower-case hex. */
export async function hashFile(
  source: ByteSource,
  hashing: Hashing,
  signal: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string; readonly sm3: string }> {
  return (await import('./content/take-in.ts')).digestsOf(source.stream(), ['sha256', 'sm3'], hashing, signal)
}

/** The wanted digests of a stream, lower-case hex, and its length. */
export async function digestsOf<Name extends HashName>(
  source: AsyncIterable<Bytes>,
  names: readonly Name[],
  hashing: Hashing,
  signal: AbortSignal,
): Promise<{ readonly bytes: number } & Readonly<Record<Name, string>>> {
  return (await import('./content/take-in.ts')).digestsOf(source, names, hashing, signal)
}

/** Opens one original and says what of it the PDF can show. Run it where it can be killed. */
export async function surveySource(request: SurveyRequest): Promise<SourceSurvey> {
  await handPdfiumOver()
  return (await import('./bundle/survey-original.ts')).surveyOriginal(request)
}

let pdfiumProvider: (() => Promise<Bytes>) | undefined

/** Says where the bytes of PDFium's WebAssembly come from; asked at most once, and only for a PDF that needs it. */
export function providePdfium(provider: () => Promise<Bytes>): void {
  pdfiumProvider = provider
}

async function handPdfiumOver(): Promise<void> {
  if (pdfiumProvider) (await import('./pdf/pdfium.ts')).setPdfiumBinary(pdfiumProvider)
}

/**
 * Opens a PDF for looking at. Run it where it can be killed; `providePdfium` comes first.
 * Throws Failure preview.password, preview.unreadable.
 */
export async function openPdfPreview(bytes: Bytes): Promise<PdfPreview> {
  await handPdfiumOver()
  return (await import('./preview/pdf-preview.ts')).openPdfPreview(bytes)
}

/** Loads what `openPdfPreview` runs on, so that the first document opens at once. */
export async function loadPreview(): Promise<void> {
  await handPdfiumOver()
  await (await import('./preview/pdf-preview.ts')).loadPdfPreview()
}

/** Width and height of a picture as its header says, nothing decoded; undefined for what the window cannot show. */
export async function imageSizeOf(bytes: Bytes, mediaType: string): Promise<ImageSize | undefined> {
  return (await import('./preview/image-size.ts')).imageSizeOf(bytes, mediaType)
}

export { surveyorOver } from './bundle/surveyor.ts'

/** Loads what `buildBundle` runs on, for a host that has to wait for something else anyway. */
export async function loadBuild(): Promise<void> {
  await import('./bundle/build-bundle.ts')
}

/** Builds, signs and verifies one bundle. See `buildBundle` in `bundle/build-bundle.ts`. */
export async function buildBundle(
  request: BuildRequest,
  ports: BuildPorts,
  context: JobContext,
): Promise<BuiltBundle> {
  await handPdfiumOver()
  return (await import('./bundle/build-bundle.ts')).buildBundle(request, ports, context)
}

/** Makes and signs a bundle, for a host that keeps it and writes it out later. See `bundle/make-bundle.ts`. */
export async function makeBundle(
  request: BuildRequest,
  ports: MakePorts,
  context: JobContext,
): Promise<MadeBundle> {
  await handPdfiumOver()
  return (await import('./bundle/make-bundle.ts')).makeBundle(request, ports, context)
}

/** Writes a bundle that was made before, byte for byte, and verifies what was written. See `bundle/write-bundle.ts`. */
export async function writeBundle(
  parts: BundleParts,
  forms: readonly BundleForm[],
  ports: WritePorts,
  context: JobContext,
): Promise<WrittenBundle> {
  return (await import('./bundle/write-bundle.ts')).writeBundle(parts, forms, ports, context)
}

/** Works the ZIP of a bundle out without storing it: its digests and its hand-over sheet. See `bundle/work-out-zip.ts`. */
export async function workOutZip(
  parts: BundleParts,
  ports: CopyPorts,
  context: JobContext,
): Promise<ZipFacts> {
  return (await import('./bundle/work-out-zip.ts')).workOutZip(parts, ports, context)
}

/** The parts of a bundle as bytes to be kept, and back. Throws Failure bundle.parts-unreadable. */
export async function encodeParts(parts: BundleParts): Promise<Bytes> {
  return (await import('./bundle/bundle-parts.ts')).encodeParts(parts)
}

export async function decodeParts(bytes: Bytes): Promise<BundleParts> {
  return (await import('./bundle/bundle-parts.ts')).decodeParts(bytes)
}

/** The papers of a bundle before it is built. See `bundle/preview-bundle.ts`. */
export async function previewBundle(
  request: PreviewRequest,
  survey: Surveyor,
  context: JobContext,
): Promise<BundlePreview> {
  await handPdfiumOver()
  return (await import('./bundle/preview-bundle.ts')).previewBundle(request, survey, context)
}

/** Characters of the case that no face can print, by path in case.json. */
export async function unprintableIn(record: CaseRecord, fonts: FontFiles): Promise<Finding[]> {
  return (await import('./bundle/unprintable.ts')).unprintableIn(record, fonts)
}

/** Verifies a ZIP or a PDF. Never throws for what it finds; AbortError when stopped. */
export async function verifyFile(source: ByteSource, options: VerifyOptions): Promise<VerificationReport> {
  return (await import('./verification/verify.ts')).verifySource(source, options)
}

/** Verifies an unpacked container, a disc folder or a bag. */
export async function verifyFolder(tree: FileTree, options: VerifyOptions): Promise<VerificationReport> {
  return (await import('./verification/verify.ts')).verifyTree(tree, options)
}

/** Looks at a ZIP or a PDF without reading its contents: facts, no verdict. Throws as `verifyFile`. */
export async function lookAtFile(source: ByteSource, options: VerifyOptions): Promise<QuickLook> {
  return (await import('./verification/quick-look.ts')).lookAtSource(source, options)
}

/** Looks at an unpacked container, a disc folder or a bag without reading its contents. */
export async function lookAtFolder(tree: FileTree, options: VerifyOptions): Promise<QuickLook> {
  return (await import('./verification/quick-look.ts')).lookAtTree(tree, options)
}

/** The days of a case as a PDF to be printed. See `deadline-sheet.ts`. */
export async function deadlineSheet(request: DeadlineSheetRequest, fonts: FontFiles): Promise<Bytes> {
  return (await import('./documents/deadline-sheet.ts')).deadlineSheet(request, fonts)
}

/** A paper about the work: deadlines, questions, answers to notices, obstacles. See `work-paper.ts`. */
export async function workPaper(request: WorkPaperRequest, fonts: FontFiles): Promise<Bytes> {
  return (await import('./documents/work-paper.ts')).workPaper(request, fonts)
}

/** A verification as a PDF to be kept, or as data. See `verification-paper.ts`, `report-json.ts`. */
export async function verificationPaper(
  report: VerificationReport,
  circumstances: VerificationCircumstances,
  fonts: FontFiles,
): Promise<Bytes> {
  const { verificationPaper: write } = await import('./documents/verification-paper.ts')
  return write(report, circumstances, fonts)
}

/** A verification as data, to be written as JSON; `place` says where its sentences are read. */
export async function verificationJson(
  report: VerificationReport,
  circumstances: VerificationCircumstances,
  place: Place,
): Promise<Readonly<Record<string, unknown>>> {
  return (await import('./verification/report-json.ts')).verificationJson(report, circumstances, place)
}

/** Makes a key pair with a self-signed certificate. */
export async function createIdentity(request: IdentityRequest): Promise<Identity> {
  return (await import('./signing/identity.ts')).createIdentity(request)
}

/** Wraps an identity as PKCS#12 under a passphrase. */
export async function writePkcs12(
  identity: Identity,
  passphrase: string,
  friendlyName: string,
): Promise<Bytes> {
  const { writePkcs12: write } = await import('./signing/pkcs12.ts')
  return write({ pkcs8: identity.pkcs8, certificate: identity.certificate, passphrase, friendlyName })
}

/** Writes the signer of any PKCS#12 file anew, protected by PBES2 with AES-256. Throws Failure identity.*. */
export async function rewrapPkcs12(bytes: Bytes, request: RewrapRequest): Promise<RewrappedIdentity> {
  return (await import('./signing/pkcs12-identity.ts')).rewrapPkcs12(bytes, request)
}

/** Opens a PKCS#12 identity. Throws Failure identity.*. */
export async function openPkcs12(bytes: Bytes, passphrase: string): Promise<Signer> {
  return (await import('./signing/pkcs12-identity.ts')).openPkcs12(bytes, passphrase)
}

/** Describes a certificate given in DER. */
export async function describeCertificate(der: Bytes): Promise<CertificateDescription> {
  return (await import('./signing/certificate.ts')).describeCertificate(der)
}

/** Every certificate of a PEM text. Throws Failure certificate.unreadable. */
export async function parsePemCertificates(text: string): Promise<Bytes[]> {
  return (await import('./signing/certificate.ts')).parsePemCertificates(text)
}
