import type { Facts } from '../contract/failure.ts'
import { boardWords as en } from './en/board.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { type BoardWord, boardWords as zh } from './zh/board.ts'

/** A word of the board with its blanks filled. */
export function sayBoard(word: BoardWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}
