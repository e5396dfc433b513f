import type { Facts } from '../contract/failure.ts'
import { hostWords as en } from './en/host.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { type HostWord, hostWords as zh } from './zh/host.ts'

/** A word of the main process with its blanks filled. */
export function sayAsHost(word: HostWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}
