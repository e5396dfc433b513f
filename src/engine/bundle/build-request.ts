import type { Finding } from '../../shared/contract/finding.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { LawBook } from '../../shared/law/law-book.ts'
import type { Crc32 } from '../container/crc32.ts'
import type { WrittenContainer } from '../container/write-container.ts'
import type { FontFiles } from '../layout/typefaces.ts'
import type { AssembledPdf } from '../pdf/assembly.ts'
import type { ByteSource, ContentStore, HashName, Hashing, OutputFolder, Signer } from '../ports.ts'
import type { BundleSigner } from './bundle-signer.ts'
import type { SelfCheck } from './self-check.ts'
import type { Surveyor } from './survey-items.ts'

/** Everything one build is asked for. */
export interface BuildRequest {
  readonly plan: BundlePlan
  /** What planning found; goes into the index with what the build finds. */
  readonly findings: readonly Finding[]
  readonly law: LawBook
  readonly limits: BundleLimits
  readonly fonts: FontFiles
  /** Make the disc folder too. */
  readonly disc: boolean
  /** Without one, a throw-away identity is used and named as such. */
  readonly signer?: Signer
  readonly generator: { readonly name: string; readonly version: string }
}

/** What the host lends to a build. */
export interface BuildPorts {
  readonly content: ContentStore
  readonly output: OutputFolder
  readonly hashing: Hashing
  readonly survey: Surveyor
  /** Called once all originals are surveyed: the host may give back what it held for that. */
  readonly surveyed?: () => Promise<void>
  /** Hashes a finished file while the build goes on, lower-case hex; without it the build does it by itself. */
  readonly digestBeside?: (file: ByteSource, name: HashName) => Promise<string>
  /** A faster CRC-32 than the engine's own. */
  readonly crc32?: Crc32
}

/** What a build made, all of it published. */
export interface BuiltBundle {
  readonly pdf: AssembledPdf & { readonly name: string; readonly pageCount: number }
  readonly zip: WrittenContainer & { readonly name: string }
  readonly handOver: string
  readonly discFolder?: string
  readonly signer: BundleSigner['described']
  /** Findings of the case and of every item. */
  readonly findings: readonly Finding[]
  readonly verification: SelfCheck
}
