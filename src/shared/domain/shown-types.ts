const shown: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png'])

/** True for types whose pages go into the paginated PDF; originals of others are only enclosed. */
export function isShownInBundle(mediaType: string): boolean {
  return shown.has(mediaType)
}
