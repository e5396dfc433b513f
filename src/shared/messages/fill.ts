import type { Facts } from '../contract/failure.ts'

/** Puts facts into the `{placeholders}` of a sentence; an unknown placeholder stays as it is. */
export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (whole, key: string) => {
    const value = facts[key]
    return value === undefined ? whole : String(value)
  })
}
