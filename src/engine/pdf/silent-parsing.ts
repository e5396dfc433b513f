type Warn = typeof globalThis.console.warn

let running = 0
let warn: Warn | undefined

/**
 * Runs a parse of pdf-lib, which warns on the console of some damage whatever its options say. Parses may overlap; the
 * console is as before after the last of them.
 */
export async function withoutWarnings<T>(parse: () => Promise<T>): Promise<T> {
  const { console } = globalThis
  if (running++ === 0) {
    warn = console.warn
    console.warn = () => undefined
  }
  try {
    return await parse()
  } finally {
    if (--running === 0 && warn !== undefined) console.warn = warn
  }
}
