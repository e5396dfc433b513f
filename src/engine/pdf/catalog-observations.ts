import { PDFDict, PDFName } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { embeddedFilesIn } from './attached-files.ts'
import { nameTreeEntries } from './destinations.ts'
import type { Observations } from './observations.ts'
import type { PdfSource } from './pdf-source.ts'
import { entriesOf } from './pdf-lib-internals.ts'

const key = {
  additionalActions: PDFName.of('AA'),
  associatedFiles: PDFName.of('AF'),
  embeddedFiles: PDFName.of('EmbeddedFiles'),
  javaScript: PDFName.of('JavaScript'),
  names: PDFName.of('Names'),
  openAction: PDFName.of('OpenAction'),
  s: PDFName.of('S'),
}
const shown = new Set([PDFName.of('GoTo')])

/** Counts what hangs at the catalog of a source and is not taken: attached files, scripts, actions at opening. */
export function observeCatalog(source: PdfSource, observations: Observations): void {
  const { catalog } = source
  const names = catalog.lookup(key.names)
  const attached = new Set<PDFObject | undefined>()
  if (names instanceof PDFDict) {
    for (const [, file] of nameTreeEntries(names.lookup(key.embeddedFiles))) {
      attached.add(source.context.lookup(file))
    }
    for (let scripts = count(nameTreeEntries(names.lookup(key.javaScript))); scripts > 0; scripts--) {
      observations.action('JavaScript')
    }
  }
  const openAction = catalog.lookup(key.openAction)
  if (openAction instanceof PDFDict) observeAction(openAction, observations)
  const triggers = [catalog, ...source.pages.map((page) => page.dict)]
  for (const owner of triggers) {
    for (const file of embeddedFilesIn(source.context, owner.get(key.associatedFiles))) attached.add(file)
    const actions = owner.lookup(key.additionalActions)
    if (!(actions instanceof PDFDict)) continue
    for (const entry of entriesOf(actions).values()) {
      const action = source.context.lookup(entry)
      if (action instanceof PDFDict) observeAction(action, observations)
    }
  }
  observations.attachments += attached.size
}

function observeAction(action: PDFDict, observations: Observations): void {
  const type = action.lookup(key.s)
  if (type instanceof PDFName && !shown.has(type)) observations.action(type.decodeText())
}

function count(entries: Iterable<unknown>): number {
  let total = 0
  for (const _ of entries) total++
  return total
}
