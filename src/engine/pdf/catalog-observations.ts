import { PDFDict, PDFName } from 'pdf-lib'
import { nameTreeEntries } from './destinations.ts'
import type { Observations } from './observations.ts'
import type { PdfSource } from './pdf-source.ts'
import { entriesOf } from './pdf-lib-internals.ts'

const key = {
  additionalActions: PDFName.of('AA'),
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
  if (names instanceof PDFDict) {
    observations.attachments += count(nameTreeEntries(names.lookup(key.embeddedFiles)))
    for (let scripts = count(nameTreeEntries(names.lookup(key.javaScript))); scripts > 0; scripts--) {
      observations.action('JavaScript')
    }
  }
  const openAction = catalog.lookup(key.openAction)
  if (openAction instanceof PDFDict) observeAction(openAction, observations)
  const triggers = [catalog, ...source.pages.map((page) => page.dict)]
  for (const owner of triggers) {
    const actions = owner.lookup(key.additionalActions)
    if (!(actions instanceof PDFDict)) continue
    for (const entry of entriesOf(actions).values()) {
      const action = source.context.lookup(entry)
      if (action instanceof PDFDict) observeAction(action, observations)
    }
  }
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
