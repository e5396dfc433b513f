import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, text } from '../../../src/engine/layout/inline.ts'
import { breakLines, type TextLine } from '../../../src/engine/layout/line-breaking.ts'
import { textUnits } from '../../../src/engine/layout/text-units.ts'
import { typefaces } from '../../builders/fonts.ts'

function broken(
  words: string | readonly Inline[],
  ems: number,
  align: 'start' | 'justify' = 'start',
  language: 'zh' | 'en' = 'zh',
): readonly TextLine[] {
  const inlines = typeof words === 'string' ? [text(words)] : words
  return breakLines(textUnits(inlines, { size: 10, weight: 'regular', language }, typefaces), {
    width: ems * 10,
    firstIndent: 0,
    align,
  })
}

function words(line: TextLine): string {
  return line.placed.map(({ unit }) => unit.text).join('')
}

describe('breaking lines', () => {
  it.each([
    ['no closing punctuation begins a line', '一二三四五，六七', 5.5, ['一二三四五，', '六七']],
    ['what cannot be squeezed takes its character along', '一二三四五！六七', 5, ['一二三四', '五！六七']],
    ['no opening bracket ends a line', '一二三四（五六）', 5, ['一二三四', '（五六）']],
    ['neighbouring punctuation closes up', '《一二》、《三四》', 7, ['《一二》、《三', '四》']],
    ['Latin words stay whole', '一二三 example 四五', 5, ['一二三', 'example', '四五']],
    ['numbers stay whole', '金额为1,234,567.89元', 7, ['金额为', '1,234,567.89元']],
    ['dashes stay together', '一二三四五——六', 6.5, ['一二三四五', '——六']],
    [
      'a long path breaks after its punctuation',
      'data/01_folder/E001_file_name.pdf',
      9,
      ['data/01_folder/', 'E001_file_name.', 'pdf'],
    ],
    [
      'no unit stands alone at the end of a longer paragraph',
      '一二三四五六七八九十一二三四五六七',
      8,
      ['一二三四五六七八', '九十一二三四五', '六七'],
    ],
  ])('%s', (_, given, ems, lines) => {
    expect(broken(given, ems).map(words)).toEqual(lines)
  })

  it('never leaves a digit or a bracket alone after a long hash', () => {
    const hash = '0123456789abcdef'.repeat(4)
    for (let tenths = 60; tenths < 400; tenths += 1) {
      for (const given of [hash, `（${hash}）`, `(${hash})`]) {
        const lines = broken(given, tenths / 10).map(words)
        expect(lines.join('')).toBe(given)
        for (const line of lines) expect(line.length).toBeGreaterThan(1)
      }
    }
  })

  it('keeps every character, every width and every rule, whatever the text', () => {
    const alphabet = fc.constantFrom(
      ...[
        '一',
        '权',
        '，',
        '。',
        '（',
        '）',
        '《',
        '》',
        '“',
        '”',
        '—',
        '…',
        ' ',
        'a',
        'Z',
        '9',
        '-',
        '/',
        '.',
        '、',
        '！',
        '☐',
        '吉',
      ],
    )
    fc.assert(
      fc.property(
        fc.array(alphabet, { maxLength: 60 }),
        fc.integer({ min: 4, max: 30 }),
        fc.constantFrom('start', 'justify'),
        (letters, ems, align) => {
          const given = letters.join('')
          const lines = broken(given, ems, align)
          const kept = (value: string) => value.replace(/ /g, '')
          expect(kept(lines.map(words).join(''))).toBe(kept(given))
          const crowded = /[，。）》”、！（《“—…./-]{4}/.test(given)
          lines.forEach((line, index) => {
            if (!crowded) {
              expect(line.width).toBeLessThanOrEqual(ems * 10 + 0.02)
              if (index > 0) expect(words(line)).not.toMatch(/^[，。）》”、！]/)
              if (index < lines.length - 1) expect(words(line)).not.toMatch(/[（《“]$/)
            }
          })
        },
      ),
      { seed: 2026, numRuns: 400 },
    )
  })

  it('makes justified lines end flush, punctuation at the end without its blank half', () => {
    const lines = broken(
      '根据《刑事诉讼法》第五十四条的规定，权利人提交材料（共三组十八件）；请予审查。以上属实，谨此提交。',
      14,
      'justify',
    )
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(140, 1)
  })

  it('kerns no digits, so that a digit looks the same in every hash', () => {
    const width = (value: string) => broken(value, 60)[0]?.width ?? 0
    expect(width('7174')).toBeCloseTo(2 * width('7') + width('1') + width('4'), 5)
  })
})
