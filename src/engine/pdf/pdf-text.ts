/** A PDF text string in UTF-16BE with byte order mark, as a hexadecimal string: free of escapes in any language. */
export function hexText(text: string): string {
  let hex = '<FEFF'
  for (let index = 0; index < text.length; index++) {
    hex += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
  }
  return `${hex}>`
}

/** A PDF date (ISO 32000-1, 7.9.4) in UTC. */
export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`
}

/** A real number with at most four decimals and never an exponent. */
export function real(value: number): string {
  const rounded = Math.round(value * 10000) / 10000
  return Math.abs(rounded) < 1e15 ? String(Object.is(rounded, -0) ? 0 : rounded) : '0'
}

/** Numbers between brackets. */
export function realArray(values: readonly number[]): string {
  return `[${values.map(real).join(' ')}]`
}
