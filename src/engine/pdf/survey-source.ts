import type { Finding } from '../../shared/contract/finding.ts'
import { finding } from '../../shared/contract/finding.ts'
import { isShownInBundle } from '../../shared/domain/shown-types.ts'
import type { Bytes } from '../ports.ts'
import type { SourceSurvey } from './assembly.ts'
import { observeCatalog } from './catalog-observations.ts'
import { newScratch, PageContentInspector } from './content-inspector.ts'
import { readPicture, writeImagePage } from './image-page.ts'
import { DryWriter } from './object-writer.ts'
import { Observations } from './observations.ts'
import type { PagePlacement } from './page-copier.ts'
import { copySource } from './source-copy.ts'
import type { CopyTarget } from './source-copy.ts'
import { BeyondLimit } from './pdf-syntax-error.ts'
import { NoPages, openSource, PasswordNeeded } from './source-routes.ts'
import type { PdfRoute } from './source-routes.ts'

const routes: readonly PdfRoute[] = ['lazy', 'full', 'pdfium']

/**
 * First pass over one source: which way it opens, how many pages it has and what of it cannot be taken. The route
 * is proven by a dry run of the very copy the second pass makes. `label` becomes the subject of the findings.
 * Never throws on bad bytes.
 */
export async function surveySource(bytes: Bytes, mediaType: string, label: string): Promise<SourceSurvey> {
  if (bytes.length === 0) return notShown('file.empty', label)
  if (!isShownInBundle(mediaType)) {
    return { shown: false, findings: [finding('file.not-shown', label, { mediaType })] }
  }
  return mediaType === 'application/pdf' ? surveyPdf(bytes, label) : surveyPicture(bytes, label)
}

function surveyPicture(bytes: Bytes, label: string): SourceSurvey {
  const picture = readPicture(bytes)
  if (picture === undefined) return notShown('image.unreadable', label)
  writeImagePage(new DryWriter(), picture, dryPlacement, 0)
  return { shown: true, kind: 'image', route: 'image', pageCount: 1, findings: [], signatures: 0 }
}

async function surveyPdf(bytes: Bytes, label: string): Promise<SourceSurvey> {
  let passwordNeeded = false
  let noPages = false
  let swells = false
  let best: Opened | undefined
  for (const route of routes) {
    // PDFium has no limit of ours: what swelled for our own decoders would do so in its memory.
    if (route === 'pdfium' && swells) break
    try {
      const opened = await tryRoute(bytes, route, label)
      if (best === undefined || losesLess(opened, best)) best = opened
      if (opened.observations.invalidObjects === 0) break
    } catch (error) {
      // Whatever a parser throws on foreign bytes means the same here: this way does not work.
      if (error instanceof PasswordNeeded) passwordNeeded = true
      if (error instanceof NoPages) noPages = true
      if (error instanceof BeyondLimit) swells = true
    }
  }
  if (best === undefined) {
    return notShown(
      passwordNeeded ? 'pdf.needs-password' : noPages ? 'pdf.no-pages' : 'pdf.unreadable',
      label,
    )
  }
  const { route, pageCount, observations } = best
  const protectedByOwner = best.ownerPassword || passwordNeeded
  return {
    shown: true,
    kind: 'pdf',
    route,
    pageCount,
    findings: [...routeFindings(route, protectedByOwner, label), ...contentFindings(observations, label)],
    signatures: observations.signatures,
  }
}

interface Opened {
  readonly route: PdfRoute
  readonly ownerPassword: boolean
  readonly pageCount: number
  readonly observations: Observations
}

async function tryRoute(bytes: Bytes, route: PdfRoute, label: string): Promise<Opened> {
  const { source, ownerPassword } = await openSource(bytes, route)
  const observations = new Observations()
  observeCatalog(source, observations)
  copySource(source, label, dryTarget(source.pages.length), observations)
  return { route, ownerPassword, pageCount: source.pages.length, observations }
}

/** Objects that one parser gives up on another may still read. */
function losesLess(one: Opened, other: Opened): boolean {
  return (
    one.pageCount >= other.pageCount && one.observations.invalidObjects < other.observations.invalidObjects
  )
}

function routeFindings(route: PdfRoute, protectedByOwner: boolean, label: string): Finding[] {
  const findings: Finding[] = []
  if (protectedByOwner) findings.push(finding('pdf.owner-password', label))
  else if (route === 'full') findings.push(finding('pdf.repaired', label))
  if (route === 'pdfium') findings.push(finding('pdf.redrawn', label))
  return findings
}

function contentFindings(observations: Observations, label: string): Finding[] {
  const { signatures, attachments, invalidObjects, xfa, actions } = observations
  const { droppedFields, fieldsWithoutLooks } = observations
  const scripts = actions.get('JavaScript') ?? 0
  const others = [...actions].filter(([type]) => type !== 'JavaScript')
  const findings: Finding[] = []
  if (signatures > 0) findings.push(finding('pdf.signature-dropped', label, { count: signatures }))
  if (scripts > 0) findings.push(finding('pdf.javascript-removed', label, { count: scripts }))
  if (others.length > 0) {
    const count = others.reduce((sum, [, times]) => sum + times, 0)
    const kinds = others
      .map(([type]) => type)
      .sort()
      .join(', ')
    findings.push(finding('pdf.action-removed', label, { count, kinds }))
  }
  if (attachments > 0) findings.push(finding('pdf.attachments-not-shown', label, { count: attachments }))
  if (xfa) findings.push(finding('pdf.xfa-dropped', label))
  if (fieldsWithoutLooks > 0) {
    findings.push(finding('pdf.fields-without-looks', label, { count: fieldsWithoutLooks }))
  }
  if (droppedFields > 0) findings.push(finding('pdf.form-dropped', label))
  if (invalidObjects > 0) findings.push(finding('pdf.invalid-objects', label, { count: invalidObjects }))
  return findings
}

function notShown(code: Finding['code'], label: string): SourceSurvey {
  return { shown: false, findings: [finding(code, label)] }
}

/** One for all surveys of a thread: making it anew costs a small file more than reading its content. */
const scratch = newScratch()
const dryPlacement: PagePlacement = { number: 0, parent: 0, stamp: { hex: '00', width: 1 }, annotations: [] }

function dryTarget(pageCount: number): CopyTarget {
  const writer = new DryWriter()
  const stampFont = writer.allocate()
  const saveState = writer.allocate()
  const takenFonts = new Set<string>()
  // The real number decides what refers to the page, so every page needs one that is not 0.
  const placements = Array.from({ length: pageCount }, () => ({ ...dryPlacement, number: writer.allocate() }))
  return {
    writer,
    inspector: new PageContentInspector(scratch),
    stampFont,
    saveState,
    takenFonts,
    placements,
  }
}
