/** The right to write: of all windows on one register, one holds the pen (Web Locks). */
export interface Pen {
  readonly held: () => boolean
  /** Takes the pen when it lies free; else waits in line for it in the background. True when it is held now. */
  acquire(): Promise<boolean>
  /** Takes the pen from whoever holds it. */
  steal(): Promise<void>
  /** Puts the pen down, or stops waiting. */
  release(): void
}

/** `changed` hears when the pen comes by waiting, and at once when another window takes it. */
export function writingPen(name: string, changed: (held: boolean) => void): Pen {
  let letGo: (() => void) | undefined
  let waiting: AbortController | undefined

  function request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let granted = false
      const ended = navigator.locks.request(name, options, (lock) => {
        if (!lock) {
          resolve(false)
          return undefined
        }
        granted = true
        return new Promise<void>((done) => {
          letGo = done
          resolve(true)
        })
      })
      ended.catch((error: unknown) => {
        if (!granted) return reject(error instanceof Error ? error : new Error('no lock', { cause: error }))
        letGo = undefined
        changed(false)
        wait()
      })
    })
  }

  function wait(): void {
    const mine = new AbortController()
    waiting = mine
    request({ signal: mine.signal }).then(
      () => {
        waiting = undefined
        if (mine.signal.aborted) release()
        else changed(true)
      },
      // Waiting was given up.
      () => undefined,
    )
  }

  function release(): void {
    waiting?.abort()
    waiting = undefined
    letGo?.()
    letGo = undefined
  }

  return {
    held: () => letGo !== undefined,
    async acquire() {
      if (letGo) return true
      const free = await request({ ifAvailable: true })
      if (!free && !waiting) wait()
      return free
    },
    async steal() {
      if (letGo) return
      waiting?.abort()
      waiting = undefined
      await request({ steal: true })
    },
    release,
  }
}
