import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palette } from '../../../src/renderer/style/theme.ts'

const css = readFileSync(new URL('../../../src/renderer/style/tokens.css', import.meta.url), 'utf8')
const tokens = { light: tokensOf(':root {'), dark: tokensOf(":root[data-theme='dark'] {") }

/** Text on grounds it stands on: 4.5 to 1 (WCAG 2.2, 1.4.3); edges of controls: 3 to 1 (1.4.11). */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['text', ['paper', 'surface', 'surface-2', 'rail', 'accent-soft', 'warning-soft', 'seal-soft']],
  ['text-2', ['paper', 'surface', 'surface-2', 'rail', 'accent-soft', 'warning-soft']],
  ['accent', ['paper', 'surface', 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['seal', ['paper', 'surface', 'surface-2', 'accent-soft', 'seal-soft']],
  ['error', ['paper', 'surface']],
  ['warning', ['paper', 'surface', 'warning-soft']],
  ['ok', ['paper', 'surface', 'accent-soft']],
]

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(texts.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(contrast(tokens[theme][text], tokens[theme][ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(['paper', 'surface'])('edges of controls are seen on %s', (ground) => {
    expect(contrast(tokens[theme]['line-strong'], tokens[theme][ground])).toBeGreaterThanOrEqual(3)
  })

  it('antd has the same colours', () => {
    const { accentSeed: _, ...colours } = palette[theme]
    for (const [name, colour] of Object.entries(colours)) {
      const token = name.replace(/[A-Z]|2/g, (part) => `-${part.toLowerCase()}`)
      expect([name, colour]).toEqual([name, tokens[theme][token]])
    }
  })
})

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(selector)
  const block = css.slice(start, css.indexOf('\n}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

function contrast(one = '', other = ''): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
