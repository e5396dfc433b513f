/** The body of an answer that the page of the window writes. */
export interface PrintStream {
  readonly body: ReadableStream<Uint8Array>
  /** True once the reader took the bytes, false when nobody reads any more. Throws, as a bug, for more than was announced. */
  write(bytes: Uint8Array): Promise<boolean>
  /** The document is complete. Throws, as a bug, for less than was announced. */
  end(): void
  /** Nobody reads any more; whoever still does finds the answer cut off. */
  stop(): void
}

/** A body of exactly `size` bytes: one that is longer or shorter ends in an error, never as if it were whole. */
export function printStream(size: number): PrintStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let left = size
  let isOver = false
  let wake: () => void = () => undefined
  let wanted = new Promise<void>((resolve) => (wake = resolve))
  let last: Promise<unknown> = Promise.resolve()

  const stop = () => {
    if (isOver) return
    isOver = true
    controller?.error(new Error('the document was closed'))
    wake()
  }
  const take = async (bytes: Uint8Array): Promise<boolean> => {
    if (isOver) return false
    if (bytes.byteLength > left) {
      stop()
      throw new Error('the document is longer than announced')
    }
    await wanted
    if (isOver) return false
    wanted = new Promise<void>((resolve) => (wake = resolve))
    left -= bytes.byteLength
    controller?.enqueue(bytes)
    return true
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(its) {
        controller = its
      },
      pull: () => wake(),
      cancel() {
        isOver = true
        wake()
      },
    },
    // Nothing is held here: a piece is taken when somebody reads.
    { highWaterMark: 0 },
  )
  return {
    body,
    write(bytes) {
      if (bytes.byteLength === 0) return Promise.resolve(!isOver)
      const taken = last.then(() => take(bytes))
      last = taken.catch(() => undefined)
      return taken
    },
    end() {
      if (isOver) return
      if (left > 0) {
        stop()
        throw new Error('the document is shorter than announced')
      }
      isOver = true
      controller?.close()
    },
    stop,
  }
}
