/** One line of a paragraph and how wide it is before justification. */
export interface BrokenLine {
  readonly text: string
  readonly width: number
  /** Ends its paragraph: never stretched. */
  readonly last: boolean
}

const neverFirst = new Set('。，、；：？！）》〉」』】〕”’…·～％%),.;:?!]}°℃—')
const neverLast = new Set('（《〈「『【〔“‘([{￥¥第')

/**
 * Breaks text into lines of at most `width`, by the Chinese rules: anywhere between ideographs, only at spaces
 * within Latin words, closing marks never first, opening marks never last. Newlines end a paragraph.
 */
export function breakLines(
  text: string,
  width: number,
  measure: (text: string) => number,
  firstIndent = 0,
): BrokenLine[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure, firstIndent))
}

function breakParagraph(
  text: string,
  width: number,
  measure: (text: string) => number,
  indent: number,
): BrokenLine[] {
  const lines: BrokenLine[] = []
  let units: string[] = []
  let used = 0
  const room = () => (lines.length === 0 ? width - indent : width)
  const close = (last: boolean) => {
    const line = units.join('').trimEnd()
    lines.push({ text: line, width: measure(line), last })
  }
  for (const unit of unitsOf(text, (word) => measure(word) > width)) {
    const size = measure(unit)
    if (units.length > 0 && used + measure(unit.trimEnd()) > room()) {
      const carried = carriedOver(units, unit)
      units = units.slice(0, units.length - carried.length)
      close(false)
      units = carried
      used = carried.reduce((sum, each) => sum + measure(each), 0)
    }
    if (units.length === 0 && lines.length > 0 && unit.trim() === '') continue
    units.push(unit)
    used += size
  }
  close(true)
  return lines
}

/** The units at the end of a full line that must move down with the next one. */
function carriedOver(units: readonly string[], next: string): string[] {
  let from = units.length
  let head = next
  while (from > 1) {
    const tail = units[from - 1]!
    if (!neverFirst.has(head[0]!) && !neverLast.has(tail.trimEnd().slice(-1))) break
    head = tail
    from -= 1
  }
  return from === 1 && units.length > 3 ? [] : units.slice(from)
}

function unitsOf(text: string, tooWide: (word: string) => boolean): string[] {
  const units = text.match(/[\u0021-\u024f\u2018\u2019]+ *| +|[^\u0020-\u024f]/gu) ?? []
  return units.flatMap((unit) => (unit.length > 1 && tooWide(unit) ? [...unit] : [unit]))
}
