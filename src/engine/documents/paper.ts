import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { LawNames } from '../../shared/law/law-book.ts'
import type { TextLine } from '../layout/line-breaking.ts'
import { PageFlow } from '../layout/page-flow.ts'
import type { StructureElement } from '../layout/structure.ts'
import { StructureElement as Element } from '../layout/structure.ts'
import type { Typefaces } from '../layout/typefaces.ts'
import type { SourceSurvey } from '../pdf/assembly.ts'
import type { BundleNumbers } from './bundle-numbers.ts'
import type { PaperWords } from './paper-words.ts'

/** Who signs, as the papers name him. */
export interface PaperSigner {
  readonly name: string
  /** SHA-256 of the certificate, lower-case hex. */
  readonly fingerprint: string
  /** Made for this bundle only; says nothing about who signs. */
  readonly throwAway: boolean
  readonly selfSigned: boolean
}

/** Everything a paper is written from. */
export interface PaperContext {
  readonly plan: BundlePlan
  readonly surveys: ReadonlyMap<string, SourceSurvey>
  readonly originalsListSha256: string
  readonly law: LawNames
  readonly signer: PaperSigner
  readonly typefaces: Typefaces
  readonly words: PaperWords
  /** Shared by all papers of one composition. */
  readonly brokenLines: Map<string, readonly TextLine[]>
}

/** A paper being numbered: the context with the numbers of the current round. */
export interface NumberedContext extends PaperContext {
  readonly numbers: BundleNumbers
}

/** Starts a paper on a page of its own, with its part of the structure tree. */
export function startPaper(context: PaperContext, title: string): PageFlow {
  const { words, typefaces, plan, brokenLines } = context
  const root: StructureElement = new Element('Part', '')
  return new PageFlow({
    typefaces,
    language: words.language,
    root,
    brokenLines,
    runningHead: words.say('running.continued', { title }),
    mark: plan.draft ? words.say('draft.mark') : '',
  })
}
