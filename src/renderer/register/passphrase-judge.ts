import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

/** What the word lists say of a text. */
export interface Judgement {
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly guesses: number
  readonly hints: readonly PassphraseHint[]
}

/** Why a passphrase is weak; words are made by the window. */
export type PassphraseHint = 'common-word' | 'keyboard-pattern' | 'repeated' | 'sequence' | 'date'

/** Words of this product and its users, which a guesser would try first. */
const productWords = ['rights', 'dossier', 'rightsdossier', '权卷', '权利义务', '告知书', '检察院', '商标']

/** Builds the judge; its word lists take about a megabyte. */
export function passphraseJudge(): (text: string) => Judgement {
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
  return (text) => {
    const { score, guesses, sequence } = factory.check(text, productWords)
    const patterns = new Set(sequence.flatMap(({ pattern }) => hintOf[pattern] ?? []))
    return { score, guesses, hints: score >= 3 ? [] : [...patterns] }
  }
}

const hintOf: Readonly<Record<string, PassphraseHint>> = {
  dictionary: 'common-word',
  wordSequence: 'common-word',
  spatial: 'keyboard-pattern',
  repeat: 'repeated',
  sequence: 'sequence',
  date: 'date',
  regex: 'date',
}
