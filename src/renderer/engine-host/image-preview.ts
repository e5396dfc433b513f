import { Failure } from '../../shared/contract/failure.ts'

/** A picture with more pixels is not opened: its decoded form would take half a gigabyte and more. */
export const maxPicturePixels = 120_000_000
/** A picture with more pixels is kept smaller than it is; its edges stay sharp at any zoom a person looks at. */
const maxKeptPixels = 40_000_000

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A picture as a document of one page; a pixel counts as a point, upright as its EXIF data says. */
export interface PicturePreview {
  readonly pageCount: 1
  pageSize(index: number): PictureSize
  draw(index: number, scale: number): Promise<ImageBitmap>
}

/**
 * Decodes a picture; `stored` is its size as its header says, before a byte is decoded.
 * Throws Failure preview.unreadable, preview.too-many-pixels, preview.not-shown.
 */
export async function openImagePreview(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  stored: PictureSize | undefined,
): Promise<PicturePreview> {
  if (!stored) throw new Failure('preview.not-shown', { mediaType })
  const pixels = stored.width * stored.height
  if (pixels === 0) throw new Failure('preview.unreadable')
  if (pixels > maxPicturePixels) {
    throw new Failure('preview.too-many-pixels', {
      width: stored.width,
      height: stored.height,
      limit: maxPicturePixels / 1_000_000,
    })
  }
  const whole = await createImageBitmap(new Blob([bytes], { type: mediaType })).catch((error: unknown) => {
    throw new Failure('preview.unreadable', {}, error)
  })
  const { width, height } = whole
  let kept = whole
  if (width * height > maxKeptPixels) {
    kept = await scaled(whole, Math.sqrt(maxKeptPixels / (width * height)))
    whole.close()
  }
  return {
    pageCount: 1,
    pageSize: () => ({ width, height }),
    draw: (_index, scale) => {
      const target = { width: width * scale, height: height * scale }
      // Enlarging is the screen's business: it costs memory here and shows nothing more.
      return scaled(kept, Math.min(1, target.width / kept.width))
    },
  }
}

function scaled(bitmap: ImageBitmap, factor: number): Promise<ImageBitmap> {
  if (factor >= 1) return createImageBitmap(bitmap)
  return createImageBitmap(bitmap, {
    resizeWidth: Math.max(1, Math.round(bitmap.width * factor)),
    resizeHeight: Math.max(1, Math.round(bitmap.height * factor)),
    resizeQuality: 'high',
  })
}
