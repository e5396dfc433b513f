import type { PlannedFile } from '../../shared/domain/bundle-plan.ts'
import type { PaperWords } from './paper-words.ts'

export type FileFormat =
  'video' | 'audio' | 'image' | 'text' | 'pdf' | 'word' | 'sheet' | 'slides' | 'archive' | 'other'

/** What kind of file it is, by its media type: decides why it is not printed and what opens it. */
export function fileFormat({ mediaType }: Pick<PlannedFile, 'mediaType'>): FileFormat {
  const [top = ''] = mediaType.split('/')
  if (top === 'video' || top === 'audio' || top === 'image' || top === 'text') return top
  if (mediaType === 'application/pdf') return 'pdf'
  if (/wordprocessing|msword|opendocument\.text|rtf/.test(mediaType)) return 'word'
  if (/spreadsheet|ms-excel/.test(mediaType)) return 'sheet'
  if (/presentation|ms-powerpoint/.test(mediaType)) return 'slides'
  return /zip|rar|7z|tar|gzip|cfb/.test(mediaType) ? 'archive' : 'other'
}

/** `PDF 文件（.pdf）`: the kind in words and the ending of the name. */
export function formatName(file: PlannedFile, words: PaperWords): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(file.originalName)?.[1]
  const name = words.say(file.bytes === 0 ? 'format.empty' : `format.${fileFormat(file)}`)
  if (ending === undefined) return name
  return words.language === 'zh'
    ? `${name}（.${ending.toLowerCase()}）`
    : `${name} (.${ending.toLowerCase()})`
}
