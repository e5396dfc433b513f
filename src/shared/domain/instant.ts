/** A moment as formats and register write instants: UTC to the second, `2026-11-22T06:00:00Z`. */
export function instantOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}
