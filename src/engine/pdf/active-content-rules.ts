import { PDFArray, PDFDict, PDFName, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { unknownAction } from './action-policy.ts'
import { embeddedFilesIn, isEmbedded } from './attached-files.ts'
import type { EntryRule, RuleContext } from './entry-rule.ts'
import { elementsOf } from './pdf-lib-internals.ts'

const subtype = PDFName.of('Subtype')
const rectangle = PDFName.of('Rect')
const title = PDFName.of('Title')
const s = PDFName.of('S')
const fileKeys = [PDFName.of('EF'), PDFName.of('F'), PDFName.of('UF')]
const triggers = [PDFName.of('A'), PDFName.of('AA')]

/** Annotations that play or run something (ISO 32000-1, 12.5.6.16 to 18 and 13.6.2; 32000-2, 13.7). */
const playing = new Map(
  ['3D', 'RichMedia', 'Movie', 'Sound', 'Screen'].map((name) => [PDFName.of(name), name]),
)
const whatTheyPlay = [
  ...['3DD', '3DV', '3DA', '3DI', '3DB', '3DU'],
  ...['RichMediaContent', 'RichMediaSettings', 'Movie', 'Sound'],
]

/**
 * What runs, plays or is carried along unseen. An annotation that plays becomes a stamp (ISO 32000-1, 12.5.6.12) with
 * the looks it has, and is counted; a file embedded anywhere is left out, and is counted.
 */
export const activeContentRules: readonly [PDFName, EntryRule][] = [
  [subtype, playerToStamp],
  ...whatTheyPlay.map((key): [PDFName, EntryRule] => [PDFName.of(key), ofPlayers]),
  [PDFName.of('A'), actionOf],
  [PDFName.of('PA'), actionOf],
  [PDFName.of('Next'), actionOf],
  [PDFName.of('OnInstantiate'), scriptOfModel],
  [PDFName.of('AF'), associatedFiles],
  [PDFName.of('EF'), embeddedFile],
]

function playerIn(dict: PDFDict): string | undefined {
  const type = dict.has(rectangle) ? dict.lookup(subtype) : undefined
  return type instanceof PDFName ? playing.get(type) : undefined
}

function playerToStamp(copier: RuleContext, dict: PDFDict): string | undefined {
  const player = playerIn(dict)
  if (player === undefined) return undefined
  const active = player !== 'Screen' || triggers.some((key) => dict.has(key))
  if (active) copier.observations.action(player)
  return '/Stamp'
}

function ofPlayers(_copier: RuleContext, dict: PDFDict): string | undefined {
  return playerIn(dict) === undefined ? undefined : 'null'
}

/** Where an action must stand, one of a type that no reader has to know is not kept in hope. */
function actionOf(copier: RuleContext, dict: PDFDict, value: PDFObject): string | undefined {
  if (playerIn(dict) !== undefined) return 'null'
  if (![rectangle, title, s].some((key) => dict.has(key))) return undefined
  const unknown = listOf(copier, value).flatMap((action) => {
    return action instanceof PDFDict ? (unknownAction(action) ?? []) : []
  })
  for (const type of unknown) copier.observations.action(type)
  return unknown.length > 0 ? 'null' : undefined
}

function scriptOfModel(copier: RuleContext, _dict: PDFDict, value: PDFObject): string | undefined {
  if (!(copier.source.context.lookup(value) instanceof PDFStream)) return undefined
  copier.observations.action('JavaScript')
  return 'null'
}

function associatedFiles(copier: RuleContext, _dict: PDFDict, value: PDFObject): string | undefined {
  copier.observations.attachments += embeddedFilesIn(copier.source.context, value).length
  const files = listOf(copier, value).some(
    (file) => file instanceof PDFDict && fileKeys.some((key) => file.has(key)),
  )
  return files ? 'null' : undefined
}

function embeddedFile(copier: RuleContext, dict: PDFDict): string | undefined {
  if (!isEmbedded(dict)) return undefined
  copier.observations.attachments++
  return 'null'
}

function listOf(copier: RuleContext, value: PDFObject): (PDFObject | undefined)[] {
  const { context } = copier.source
  const found = context.lookup(value)
  return found instanceof PDFArray ? elementsOf(found).map((element) => context.lookup(element)) : [found]
}
