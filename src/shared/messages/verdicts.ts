import type { Facts } from '../contract/failure.ts'
import { beijingTime } from '../domain/beijing-time.ts'
import { verificationWords as en } from './en/verification.ts'
import type { Language } from './explain.ts'
import { fill } from './fill.ts'
import { type VerificationWord, verificationWords as zh } from './zh/verification.ts'

/** What the sentences of the three verdicts are made from; a report of the engine has it all. */
export interface VerdictFacts {
  readonly integrity: 'intact' | 'changed' | 'not-signed' | 'unreadable' | 'cannot-confirm'
  readonly signer: 'trusted' | 'self-signed' | 'unknown' | 'invalid' | 'none'
  readonly time: 'proven' | 'claimed' | 'none'
  readonly details: {
    readonly signerName?: string
    readonly signingTime?: Date
    readonly provenTime?: Date
  }
}

/** A word with the facts for its blanks. */
export interface Sentence {
  readonly word: VerificationWord
  readonly facts: Facts
}

export interface Verdicts {
  readonly integrity: Sentence
  readonly signer: Sentence
  readonly time: Sentence
}

/**
 * The three verdicts as sentences, apart from one another. `own`: the certificate is that of an identity of this
 * register. A known signer of content that is not intact gets a sentence that cannot be taken for good news.
 */
export function verdictsOf(report: VerdictFacts, own: boolean): Verdicts {
  const { integrity, signer, time, details } = report
  const name = details.signerName ?? '?'
  const known = signer === 'trusted' ? 'trusted' : own && signer === 'self-signed' ? 'own' : undefined
  const at = time === 'proven' ? details.provenTime : details.signingTime
  return {
    integrity: { word: `integrity.${integrity}`, facts: {} },
    signer: {
      word:
        known === undefined
          ? `signer.${signer}`
          : integrity === 'intact'
            ? `signer.${known}`
            : `signer.${known}-not-intact`,
      facts: { name },
    },
    time:
      time === 'none' || at === undefined
        ? { word: time === 'none' ? 'time.none' : 'time.claimed-no-date', facts: {} }
        : { word: `time.${time}`, facts: instantFacts(at) },
  }
}

/** An instant twice: `2026-11-22 14:00` in Beijing, and `2026-11-22T06:00:00Z`. */
export function instantFacts(instant: Date): { readonly beijing: string; readonly utc: string } {
  const utc = instant.toISOString().replace(/\.\d{3}Z$/, 'Z')
  return { beijing: beijingTime(utc), utc }
}

/** A word of the verification with its blanks filled. */
export function sayVerification(word: VerificationWord, language: Language, facts: Facts = {}): string {
  return fill((language === 'zh' ? zh : en)[word], facts)
}
