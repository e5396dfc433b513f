/** What take-in found out about one original: its size, digests (lower-case hex) and type by content. */
export interface TakenIn {
  /** As in `case.json`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
  readonly sm3: string
  readonly mediaType: string
  /** CRC-32 of the content, which the ZIP's local header needs before the bytes. */
  readonly crc32?: number
}

/** Container types that gain nothing by compression are stored as they are. */
export function isCompressed(mediaType: string): boolean {
  return (
    /^(image\/(?!bmp|tiff|svg)|video\/|audio\/(?!wav|x-wav))/.test(mediaType) ||
    /^application\/(pdf|zip|gzip|x-7z|x-rar|vnd\.rar|x-7z-compressed|vnd\.openxmlformats|epub|vnd\.oasis|ofd)/.test(
      mediaType,
    ) ||
    mediaType === 'application/octet-stream'
  )
}
