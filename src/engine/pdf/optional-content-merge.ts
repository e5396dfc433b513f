import { PDFArray, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import type { ObjectCopier } from './object-copier.ts'
import { elementsOf } from './pdf-lib-internals.ts'
import { hexText } from './pdf-text.ts'

/** What one source adds to the layers of the bundle: references and arrays in PDF syntax. */
export interface LayerShare {
  readonly groups: readonly string[]
  readonly off: readonly string[]
  readonly order: readonly string[]
  readonly usage: readonly string[]
  readonly locked: readonly string[]
  readonly radioGroups: readonly string[]
}

const key = {
  properties: PDFName.of('OCProperties'),
  groups: PDFName.of('OCGs'),
  configuration: PDFName.of('D'),
  baseState: PDFName.of('BaseState'),
  on: PDFName.of('ON'),
  off: PDFName.of('OFF'),
  order: PDFName.of('Order'),
  usage: PDFName.of('AS'),
  locked: PDFName.of('Locked'),
  radioGroups: PDFName.of('RBGroups'),
}

/**
 * Copies the optional content of a source (ISO 32000-1, 8.11.4): what is hidden there must stay hidden. A base state
 * of OFF is written out group by group, because the bundle has one base state for all sources, and it is ON.
 */
export function copyLayers(copier: ObjectCopier, label: string): LayerShare | undefined {
  const properties = copier.source.catalog.lookup(key.properties)
  if (!(properties instanceof PDFDict)) return undefined
  const all = list(properties, key.groups)
  if (all.length === 0) return undefined
  const found = properties.lookup(key.configuration)
  const configuration = found instanceof PDFDict ? found : undefined
  const part = (name: PDFName) => (configuration === undefined ? [] : list(configuration, name))
  const write = (objects: readonly PDFObject[]) => {
    return objects.map((object) => copier.value(object)).filter((text) => text !== 'null')
  }
  const hidden = new Set<PDFObject>(part(key.off))
  if (configuration?.lookup(key.baseState) === PDFName.of('OFF')) {
    const shown = new Set<PDFObject>(part(key.on))
    for (const group of all) if (group instanceof PDFRef && !shown.has(group)) hidden.add(group)
  }
  const order = write(part(key.order))
  return {
    groups: write(all),
    off: write([...hidden]),
    order: order.length === 0 ? [] : [`[${hexText(label)} ${order.join(' ')}]`],
    usage: write(part(key.usage)),
    locked: write(part(key.locked)),
    radioGroups: write(part(key.radioGroups)),
  }
}

/** The /OCProperties entry of the bundle's catalog, empty without layers. */
export function layerProperties(shares: readonly LayerShare[]): string {
  if (shares.length === 0) return ''
  const joined = (pick: (share: LayerShare) => readonly string[]) => shares.flatMap(pick).join(' ')
  const entries = [
    ['OFF', joined((share) => share.off)],
    ['Order', joined((share) => share.order)],
    ['AS', joined((share) => share.usage)],
    ['Locked', joined((share) => share.locked)],
    ['RBGroups', joined((share) => share.radioGroups)],
  ]
  const configuration = entries.map(([name, text]) => (text === '' ? '' : `/${name}[${text}]`)).join('')
  return `/OCProperties<</OCGs[${joined((share) => share.groups)}]/D<<${configuration}>>>>`
}

function list(dict: PDFDict, name: PDFName): readonly PDFObject[] {
  const array = dict.lookup(name)
  return array instanceof PDFArray ? elementsOf(array) : []
}
