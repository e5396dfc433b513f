import type { TFunction } from 'i18next'

const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/svg+xml': 'SVG',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PPT',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPT',
  'application/ofd': 'OFD',
  'application/zip': 'ZIP',
  'text/csv': 'CSV',
  'text/html': 'HTML',
}

/** A media type as a short word: a well-known name, else its class. */
export function typeName(mediaType: string, t: TFunction<'evidence'>): string {
  const known = names[mediaType]
  if (known !== undefined) return known
  const [kind, subtype = ''] = mediaType.split('/')
  if (kind === 'image') return subtype.replace(/^x-/, '').toUpperCase()
  if (kind === 'video') return t('type.video')
  if (kind === 'audio') return t('type.audio')
  if (kind === 'text') return t('type.text')
  return t('type.other')
}
