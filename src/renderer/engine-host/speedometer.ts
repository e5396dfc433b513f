/** Speed is told over the last seconds: what was long ago says nothing of how long it still takes. */
const windowMs = 5000
/** Before this no speed is told: the first chunks come at any pace. */
const warmUpMs = 500

/** Bytes a second and seconds left, from the bytes done and a clock in milliseconds. */
export class Speedometer {
  private samples: { readonly at: number; readonly bytes: number }[] = []

  start(now: number): void {
    this.samples = [{ at: now, bytes: 0 }]
  }

  /** `speed` is 0 and `secondsLeft` undefined while unknown. */
  after(
    bytesDone: number,
    bytesTotal: number,
    now: number,
  ): { readonly speed: number; readonly secondsLeft: number | undefined } {
    const last = this.samples.at(-1)
    // A job that starts counting anew starts measuring anew.
    if (last && bytesDone < last.bytes) this.samples = []
    this.samples.push({ at: now, bytes: bytesDone })
    while (this.samples.length > 2 && now - (this.samples[1]?.at ?? now) >= windowMs) this.samples.shift()
    const first = this.samples[0]
    if (!first || now - first.at < warmUpMs) return { speed: 0, secondsLeft: undefined }
    const speed = ((bytesDone - first.bytes) / (now - first.at)) * 1000
    if (speed <= 0) return { speed: 0, secondsLeft: undefined }
    return { speed, secondsLeft: Math.max(0, bytesTotal - bytesDone) / speed }
  }
}
