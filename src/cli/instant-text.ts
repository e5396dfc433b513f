/** `2026-11-22T06:00:00Z` */
export function instantText(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
