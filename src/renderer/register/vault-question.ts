/** The question for a passphrase, asked before anything can be stored; one at a time. */
export interface VaultQuestion {
  /** The window's way to ask; without one nothing can be stored. */
  readonly askBy: (prompt: () => Promise<boolean>) => void
  /** True when a vault was made. Who asks while it is being asked gets the same answer. */
  readonly ask: () => Promise<boolean>
}

export function vaultQuestion(): VaultQuestion {
  let prompt: (() => Promise<boolean>) | undefined
  let asking: Promise<boolean> | undefined
  return {
    askBy(asked) {
      prompt = asked
    },
    ask: () =>
      (asking ??= (prompt?.() ?? Promise.resolve(false)).finally(() => {
        asking = undefined
      })),
  }
}
