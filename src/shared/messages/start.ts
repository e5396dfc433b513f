import type { Facts } from '../contract/failure.ts'
import { startWords as en } from './en/start.ts'
import { fill } from './fill.ts'
import { type StartWord, startWords as zh } from './zh/start.ts'

/** A sentence of `npm start` in both languages, because nobody was asked for theirs yet. */
export function sayBoth(word: StartWord, facts: Facts = {}): string {
  return `${fill(zh[word], facts)}\n${fill(en[word], facts)}`
}
