/** Bytes read between two collections. */
const between = 16 * 1024 * 1024
/** What V8 lets come to be outside of its heap before it begins to collect. */
const enough = 64 * 1024 * 1024

let read = 0
const inWorker = 'WorkerGlobalScope' in globalThis

/**
 * Hears that so many bytes came into buffers of their own. In a worker that reads chunk after chunk, V8 would let hundreds
 * of megabytes of buffers pile up that nobody uses any more. Never throws.
 */
export function countBuffers(bytes: number): void {
  read += bytes
  if (read >= between) collectEarly()
}

/** Has the garbage of this worker collected soon. Does nothing in the window itself, where it would be felt. Never throws. */
export function collectEarly(): void {
  read = 0
  if (!inWorker) return
  try {
    // A buffer that is never written to takes no memory, but it is counted; given back at once, the count stays true.
    new ArrayBuffer(enough).transfer(0)
  } catch {
    // Where there is no room even to ask, V8 collects by itself.
  }
}
