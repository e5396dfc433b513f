/** Those who queue what is typed, and must hand it over before the register is locked. */
export interface HeldWork {
  /** Gives a function that ends it. */
  readonly holdFor: (settle: () => Promise<unknown>) => () => void
  /** Resolves when all have handed over what they had. How that ended is theirs to tell. */
  readonly settled: () => Promise<void>
}

export function heldWork(): HeldWork {
  const held = new Set<() => Promise<unknown>>()
  return {
    holdFor(settle) {
      held.add(settle)
      return () => void held.delete(settle)
    },
    async settled() {
      await Promise.allSettled([...held].map((settle) => settle()))
    },
  }
}
