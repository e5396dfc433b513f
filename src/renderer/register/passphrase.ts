import { Failure } from '../../shared/contract/failure.ts'
import { askJudge } from './ask-judge.ts'
import type { Judgement, PassphraseHint } from './passphrase-judge.ts'

/** Shortest passphrase, in characters. */
export const minimumLength = 10

/** From here on a passphrase is accepted: safely unguessable, moderate protection from offline attack (zxcvbn). */
export const minimumScore = 3

/** Longer text gains nothing and takes the judge long. */
const judgedLength = 100

export interface PassphraseStrength {
  /** 0 too guessable … 4 very unguessable. */
  readonly score: 0 | 1 | 2 | 3 | 4
  /** In a word, as guessing time and demand have it: nothing that is not accepted is more than weak. */
  readonly level: StrengthLevel
  /** Characters that lack to the shortest that is accepted. */
  readonly missing: number
  /** How long someone who stole the register would need, at ten thousand tries a second. */
  readonly crackTime: CrackTime
  /** Why it is weak; nothing when it is not. */
  readonly hints: readonly PassphraseHint[]
  /** True when `createVault` and `changePassphrase` take it. */
  readonly accepted: boolean
}

/** From `enough` on it is accepted; what takes days is no more than that. */
export type StrengthLevel = 'hopeless' | 'very-weak' | 'weak' | 'enough' | 'strong' | 'very-strong'

export type CrackTime = 'seconds' | 'minutes' | 'hours' | 'days' | 'months' | 'years' | 'centuries'

/**
 * What is hashed: NFKC of what was typed, so that full-width letters and spaces of an input method open what half-width
 * ones locked. Nothing is trimmed; case counts.
 */
export function normalisePassphrase(typed: string): string {
  return typed.normalize('NFKC')
}

/** Judges a passphrase; its word lists are loaded on first use. It never leaves this machine. Throws Failure window.not-served. */
export async function passphraseStrength(typed: string): Promise<PassphraseStrength> {
  const passphrase = normalisePassphrase(typed)
  const { score, guesses, hints } = await judge([...passphrase].slice(0, judgedLength).join(''))
  const missing = Math.max(0, minimumLength - [...passphrase].length)
  const accepted = missing === 0 && score >= minimumScore
  const crackTime = crackTimeOf(guesses / 10_000)
  return { score, level: levelOf(score, crackTime, accepted), missing, crackTime, hints, accepted }
}

/** Throws Failure vault.weak-passphrase. */
export async function requireStrong(typed: string): Promise<void> {
  const { accepted } = await passphraseStrength(typed)
  if (!accepted) throw new Failure('vault.weak-passphrase', { minimum: minimumLength })
}

function levelOf(score: number, crackTime: CrackTime, accepted: boolean): StrengthLevel {
  if (!accepted) return (['hopeless', 'very-weak'] as const)[score] ?? 'weak'
  if (crackTime === 'years' || crackTime === 'centuries') return 'very-strong'
  return crackTime === 'months' ? 'strong' : 'enough'
}

function crackTimeOf(seconds: number): CrackTime {
  const classes: readonly (readonly [number, CrackTime])[] = [
    [60, 'seconds'],
    [3600, 'minutes'],
    [86_400, 'hours'],
    [86_400 * 31, 'days'],
    [86_400 * 365, 'months'],
    [86_400 * 36_500, 'years'],
  ]
  return classes.find(([limit]) => seconds < limit)?.[1] ?? 'centuries'
}

let judgeHere: ((text: string) => Judgement) | undefined

/** Where there are no workers, as in tests of the register, nobody types meanwhile. */
async function judge(text: string): Promise<Judgement> {
  if (typeof Worker !== 'undefined') return askJudge(text)
  judgeHere ??= (await import('./passphrase-judge.ts')).passphraseJudge()
  return judgeHere(text)
}
