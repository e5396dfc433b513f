const beijingOffsetMs = 8 * 3_600_000

/**
 * A UTC instant `2026-11-22T06:00:00Z` as Beijing wall time `2026-11-22 14:00` (UTC+8 all year): the time of the
 * offices that receive a bundle, and so the date in its papers and file names. Throws RangeError for no instant.
 */
export function beijingTime(instant: string): string {
  return new Date(Date.parse(instant) + beijingOffsetMs).toISOString().slice(0, 16).replace('T', ' ')
}
