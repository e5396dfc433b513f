/** In what state a content stream leaves the graphics state machine (ISO 32000-1, 8.2 and 8.4.2). */
export interface ContentBalance {
  /** `q` without `Q`. */
  readonly openStates: number
  /** `BMC`/`BDC` without `EMC`: an unclosed hidden layer would hide what follows. */
  readonly openMarks: number
  /** `BT` without `ET`. */
  readonly openText: boolean
  /** A `Q` without `q`, or an end inside a string, an array or an inline image: what follows would be read wrongly. */
  readonly broken: boolean
}

const regular = new Uint8Array(256).fill(1)
for (const code of [0, 9, 10, 12, 13, 32]) regular[code] = 0
for (const character of '()<>[]{}/%') regular[character.charCodeAt(0)] = 0

export const balanced: ContentBalance = { openStates: 0, openMarks: 0, openText: false, broken: false }

/** Counts the operators that must come in pairs, part by part as if they were one stream with white space between. */
export class BalanceReader {
  #states = 0
  #marks = 0
  #text = false
  #underflow = false
  #unfinished = false

  /** Reads the next part; a string or image must not reach into another. */
  read(bytes: Uint8Array): void {
    const length = bytes.length
    let at = 0
    while (at < length) {
      const byte = bytes[at] ?? 0
      if (regular[byte] === 1) {
        const start = at
        do at++
        while (at < length && regular[bytes[at] ?? 0] === 1)
        // Numbers make up most of a page; operators begin with a letter.
        if (byte > 64 && at - start <= 3) at = this.#operator(bytes, start, at)
      } else if (byte === 0x28) {
        at = this.#skipString(bytes, at + 1)
      } else if (byte === 0x3c && bytes[at + 1] !== 0x3c) {
        at = this.#skipTo(bytes, at, 0x3e)
      } else if (byte === 0x3c || (byte === 0x3e && bytes[at + 1] === 0x3e)) {
        at += 2
      } else if (byte === 0x25) {
        while (at < length && bytes[at] !== 10 && bytes[at] !== 13) at++
      } else if (byte === 0x2f) {
        at++
        while (at < length && regular[bytes[at] ?? 0] === 1) at++
      } else {
        at++
      }
    }
  }

  /** What is open after the parts read so far. */
  balance(): ContentBalance {
    return {
      openStates: this.#states,
      openMarks: this.#marks,
      openText: this.#text,
      broken: this.#underflow || this.#unfinished,
    }
  }

  #operator(bytes: Uint8Array, start: number, end: number): number {
    const first = bytes[start]
    const second = bytes[start + 1]
    if (end - start === 1) {
      if (first === 0x71) this.#states++
      else if (first === 0x51 && --this.#states < 0) {
        this.#states = 0
        this.#underflow = true
      }
    } else if (end - start === 2) {
      if (first === 0x42 && second === 0x54) this.#text = true
      else if (first === 0x45 && second === 0x54) this.#text = false
      else if (first === 0x49 && second === 0x44) return this.#skipInlineImage(bytes, end + 1)
    } else if (second === 0x4d && bytes[start + 2] === 0x43) {
      if (first === 0x42) this.#marks++
      else if (first === 0x45 && this.#marks > 0) this.#marks--
    } else if (first === 0x42 && second === 0x44 && bytes[start + 2] === 0x43) {
      this.#marks++
    }
    return end
  }

  #skipString(bytes: Uint8Array, start: number): number {
    let open = 1
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === 0x5c) at++
      else if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) return at + 1
    }
    this.#unfinished = true
    return bytes.length
  }

  #skipTo(bytes: Uint8Array, start: number, last: number): number {
    const end = bytes.indexOf(last, start)
    if (end >= 0) return end + 1
    this.#unfinished = true
    return bytes.length
  }

  /** Image data may hold anything, so `EI` counts only between white space and with readable text behind it. */
  #skipInlineImage(bytes: Uint8Array, start: number): number {
    for (let at = start; at + 1 < bytes.length; at++) {
      if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue
      if (at > start && regular[bytes[at - 1] ?? 0] === 1 && at - start > 1) continue
      if (looksLikeContent(bytes, at + 2)) return at + 2
    }
    this.#unfinished = true
    return bytes.length
  }
}

function looksLikeContent(bytes: Uint8Array, start: number): boolean {
  if (start < bytes.length && regular[bytes[start] ?? 0] === 1) return false
  for (let at = start; at < Math.min(start + 12, bytes.length); at++) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7e || (byte < 0x20 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13))
      return false
  }
  return true
}
