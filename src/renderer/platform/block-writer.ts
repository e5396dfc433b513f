const blockBytes = 4 * 1024 * 1024
const mostInFlight = 4

/** Bytes gathered into blocks of 4 MiB, of which four are under way at a time. */
export interface BlockWriter {
  /** Resolves when more may be written. Throws what an earlier block met. */
  write(bytes: Uint8Array): Promise<void>
  /** Resolves when every block has arrived. */
  flush(): Promise<void>
  /** Resolves when nothing is under way any more. Never throws. */
  settled(): Promise<void>
}

/** `send` must have copied the block before it returns its promise; the block is filled anew. */
export function blockWriter(send: (block: Uint8Array<ArrayBuffer>) => Promise<unknown>): BlockWriter {
  const inFlight = new Set<Promise<void>>()
  let block: Uint8Array<ArrayBuffer> | undefined
  let filled = 0
  let failure: { readonly error: unknown } | undefined

  const post = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    while (inFlight.size >= mostInFlight) await Promise.race(inFlight)
    if (failure) throw failure.error
    const arrived: Promise<void> = send(bytes).then(
      () => void inFlight.delete(arrived),
      (error: unknown) => {
        failure ??= { error }
        inFlight.delete(arrived)
      },
    )
    inFlight.add(arrived)
  }
  const settled = async (): Promise<void> => {
    await Promise.all(inFlight)
  }
  return {
    async write(bytes) {
      if (failure) throw failure.error
      block ??= new Uint8Array(blockBytes)
      for (let offset = 0; offset < bytes.byteLength;) {
        const length = Math.min(blockBytes - filled, bytes.byteLength - offset)
        block.set(bytes.subarray(offset, offset + length), filled)
        filled += length
        offset += length
        if (filled < blockBytes) continue
        filled = 0
        await post(block)
      }
    },
    async flush() {
      if (block && filled > 0) {
        const rest = block.slice(0, filled)
        filled = 0
        await post(rest)
      }
      block = undefined
      await settled()
      if (failure) throw failure.error
    },
    settled,
  }
}
