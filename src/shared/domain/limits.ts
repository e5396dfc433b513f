import { z } from 'zod'

/** Limits of one bundle, read from `resources/limits.json`. Sizes in bytes. */
export const BundleLimits = z.strictObject({
  note: z.string(),
  maxItems: z.number().int().positive(),
  maxPages: z.number().int().positive(),
  maxBytes: z.number().int().positive(),
  /** A larger file is not opened for its pages; it goes into the container and gets a page that says so. */
  maxItemBytesForPages: z.number().int().positive(),
  maxEntries: z.number().int().positive(),
  maxRatio: z.number().int().positive(),
  probeSeconds: z.number().int().positive(),
})
export type BundleLimits = z.infer<typeof BundleLimits>
