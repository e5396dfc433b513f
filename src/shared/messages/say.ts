import type { Facts } from '../contract/failure.ts'
import { cliWords as en } from './en/cli.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { type CliWord, cliWords as zh } from './zh/cli.ts'

/** A sentence of the terminal with its blanks filled. */
export function say(word: CliWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}

/** A size in binary units, `1.5 MiB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const units = ['KiB', 'MiB', 'GiB', 'TiB']
  let value = bytes / 1024
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit] ?? ''}`
}
