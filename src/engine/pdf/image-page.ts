import type { Bytes } from '../ports.ts'
import { latin1Bytes } from './byte-stream.ts'
import { uprightMatrix } from './exif-orientation.ts'
import { readJpeg } from './jpeg-picture.ts'
import type { ObjectWriter } from './object-writer.ts'
import { stampLink, stampOf } from './page-copier.ts'
import type { PagePlacement } from './page-copier.ts'
import type { Box } from './page-geometry.ts'
import { real, realArray } from './pdf-text.ts'
import type { Picture } from './picture.ts'
import { readPng } from './png-picture.ts'

/** ISO 216 A4 in points. */
const shortSide = 595.28
const longSide = 841.89
/** The top margin leaves both upper corners free for exhibit labels, the bottom one the strip of the stamp. */
const margin = { top: 56, side: 36, bottom: 44 }

/** Reads a picture of a type that PDF can show; undefined when it cannot be shown. Never throws on bad bytes. */
export function readPicture(bytes: Bytes): Picture | undefined {
  return bytes[0] === 0x89 ? readPng(bytes) : readJpeg(bytes)
}

/**
 * Writes a page of A4, upright or lying as the picture stands, with the picture as large as fits, yet never larger
 * than one pixel a point, and the stamp below it.
 */
export function writeImagePage(
  writer: ObjectWriter,
  picture: Picture,
  placement: PagePlacement,
  stampFont: number,
): void {
  const turned = picture.orientation >= 5
  const width = turned ? picture.height : picture.width
  const height = turned ? picture.width : picture.height
  const box: Box = width > height ? [0, 0, longSide, shortSide] : [0, 0, shortSide, longSide]
  const room = { width: box[2] - 2 * margin.side, height: box[3] - margin.top - margin.bottom }
  const scale = Math.min(1, room.width / width, room.height / height)
  const x = margin.side + (room.width - width * scale) / 2
  const y = margin.bottom + (room.height - height * scale) / 2
  const image = writer.allocate()
  const content = writer.allocate()
  writer.stream(image, `${imageEntries(picture)}${picture.entries}${softMask(writer, picture)}`, picture.data)
  const geometry = { mediaBox: box, cropBox: undefined, visible: box, rotate: 0, userUnit: 1 } as const
  const stamp = stampOf(placement, geometry, 'DossierStamp')
  writer.stream(
    content,
    '',
    latin1Bytes(
      `q ${[width * scale, 0, 0, height * scale, x, y].map(real).join(' ')} cm ` +
        `${uprightMatrix(picture.orientation).join(' ')} cm /Picture Do Q\n${stamp.content}\n`,
    ),
  )
  const links = [...placement.annotations, ...stampLink(writer, placement, stamp)]
  const annotations = links.length === 0 ? '' : `/Annots[${links.join(' ')}]`
  writer.object(
    placement.number,
    `<</Type/Page/Parent ${placement.parent} 0 R/MediaBox${realArray(box)}` +
      `/Resources<</XObject<</Picture ${image} 0 R>>/Font<</DossierStamp ${stampFont} 0 R>>>>` +
      `/Contents ${content} 0 R${annotations}>>`,
  )
}

function imageEntries(picture: Pick<Picture, 'width' | 'height'>): string {
  return `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}`
}

function softMask(writer: ObjectWriter, picture: Picture): string {
  if (picture.softMask === undefined) return ''
  const number = writer.allocate()
  writer.stream(number, `${imageEntries(picture)}${picture.softMask.entries}`, picture.softMask.data)
  return `/SMask ${number} 0 R`
}
