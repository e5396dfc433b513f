import type { PreviewPort } from './preview-client.ts'

/** Not while something else starts. */
const restMs = 1500

/** Keeps one preview worker ready: starting one and loading PDFium takes longer than drawing a page. */
export class SparePreview {
  private readonly start: () => PreviewPort
  private ready: PreviewPort | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private stopped = false

  constructor(start: () => PreviewPort) {
    this.start = start
  }

  /** Makes one ready a little later, where there is none. */
  warmSoon(): void {
    if (this.stopped || this.ready || this.timer !== undefined) return
    this.timer = setTimeout(() => {
      this.timer = undefined
      const port = this.start()
      this.ready = port
      port.onerror = (event) => {
        event.preventDefault()
        port.terminate()
        if (this.ready === port) this.ready = undefined
      }
      port.postMessage({ kind: 'warm' })
    }, restMs)
  }

  /** The one that is ready, or a new one; another is made ready later. */
  take(): PreviewPort {
    clearTimeout(this.timer)
    this.timer = undefined
    const port = this.ready ?? this.start()
    this.ready = undefined
    this.warmSoon()
    return port
  }

  /** Ends the one that is ready; no other is made. */
  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
    this.ready?.terminate()
    this.ready = undefined
  }
}
