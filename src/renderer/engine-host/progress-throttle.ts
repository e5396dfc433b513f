const reportsPerFile = 100
const longestSilenceMs = 250

/** Lets through a hundred reports of a file, and one each quarter of a second where it is slow. */
export class ProgressThrottle {
  private readonly step: number
  private readonly clock: () => number
  private lastBytes = 0
  private lastAt: number

  /** `clock` in milliseconds. */
  constructor(totalBytes: number, clock: () => number) {
    this.step = totalBytes / reportsPerFile
    this.clock = clock
    this.lastAt = clock()
  }

  /** True when this report should be passed on. */
  passes(bytesDone: number): boolean {
    const now = this.clock()
    if (bytesDone - this.lastBytes < this.step && now - this.lastAt < longestSilenceMs) return false
    this.lastBytes = bytesDone
    this.lastAt = now
    return true
  }
}
