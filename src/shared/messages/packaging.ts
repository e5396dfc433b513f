import type { Facts } from '../contract/failure.ts'
import { packagingWords as en } from './en/packaging.ts'
import { fill } from './fill.ts'
import { type PackagingWord, packagingWords as zh } from './zh/packaging.ts'

/** A sentence about packages in both languages: who packages reads either. */
export function sayOfPackages(word: PackagingWord, facts: Facts = {}): string {
  return `${fill(zh[word], facts)}\n${fill(en[word], facts)}`
}
