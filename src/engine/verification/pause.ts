/**
 * Lets timers and messages of the host run, which a loop of promises alone never does, so that an abort can arrive.
 * Throws AbortError once it has.
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve)
  })
  signal?.throwIfAborted()
}
