import type { Orientation } from './exif-orientation.ts'

/** A picture as image XObjects of PDF (ISO 32000-1, 8.9.5): entries in PDF syntax and the data behind them. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly orientation: Orientation
  readonly entries: string
  readonly data: Uint8Array
  /** Opacity, as a grey image of the same size. */
  readonly softMask?: { readonly entries: string; readonly data: Uint8Array }
}

/** Larger pictures are refused: their samples would not fit where they have to be decoded or shown. */
export const mostSampleBytes = 1024 * 1024 * 1024
