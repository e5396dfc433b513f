import type { Weight } from './typefaces.ts'

/** A piece of a line: text, or room to write in. ☐ and ☑ inside text are drawn as boxes. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly weight?: Weight; readonly scale?: number }
  /** An underlined blank of a width in points. */
  | { readonly kind: 'blank'; readonly width: number }
  /** A word in a slot of a width in points, so that what follows lines up. */
  | { readonly kind: 'slot'; readonly text: string; readonly width: number; readonly scale?: number }
  /** An underlined blank up to the end of the line. */
  | { readonly kind: 'fill' }

/** Plain text as a piece of a line. */
export function text(words: string): Inline {
  return { kind: 'text', text: words }
}

/** Text in the heavy weight. */
export function strong(words: string): Inline {
  return { kind: 'text', text: words, weight: 'bold' }
}

/** Text smaller than its surroundings, by a factor. */
export function small(words: string, scale = 0.82): Inline {
  return { kind: 'text', text: words, scale }
}

/** An underlined blank to write in, in points. */
export function blank(width: number): Inline {
  return { kind: 'blank', width }
}

/** A word at the start of a slot, in points. */
export function slot(words: string, width: number, scale = 1): Inline {
  return { kind: 'slot', text: words, width, scale }
}

/** An underlined blank to the end of the line. */
export const fillLine: Inline = { kind: 'fill' }

/** The words of pieces, blanks as underscores: what the structure tree says. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.kind === 'text' ? inline.text : inline.kind === 'slot' ? `${inline.text} ` : '____',
    )
    .join('')
}
