import type { CaseRecord } from './case-record.ts'
import type { EvidenceItem, HandedInSet } from './evidence-item.ts'

/** Everything one bundle needs, as plain data: the seam between whoever edits a case and the engine. */
export interface BundlePlan {
  /** Without the groups that are not handed in. */
  readonly case: CaseRecord
  /** UTC instant `2026-11-22T06:00:00Z`; every date in the bundle comes from it. */
  readonly createdAt: string
  readonly language: 'zh' | 'en'
  readonly draft: boolean
  /** Paths in case.json that are blank although required; empty unless `draft`. */
  readonly blanks: readonly string[]
  readonly names: {
    /** `<case>_<round>_<date>`; file names below add their ending. */
    readonly stem: string
    /** `00_bundle_<case>_<round>.pdf` (a draft: `00_DRAFT_…`), in `data/`. */
    readonly pdf: string
    readonly container: string
    readonly discFolder: string
    readonly handOver: string
  }
  /** Identity groups first, then evidence groups. */
  readonly groups: readonly PlannedGroup[]
  /** The lines `sha256  path` of all originals, sorted by path bytes; the cover prints their SHA-256. */
  readonly originalsList: string
  readonly law: { readonly ruleset: string; readonly date: string }
  readonly totals: PlanTotals
}

export interface PlanTotals {
  readonly groups: number
  readonly identityItems: number
  readonly evidenceItems: number
  readonly bytes: number
  readonly discs: number
}

export interface PlannedGroup {
  /** Number within its set, from 1. */
  readonly number: number
  readonly set: HandedInSet
  readonly name: string
  /** `data/01_…`, unique, at most two levels. */
  readonly folder: string
  readonly items: readonly PlannedItem[]
}

export interface PlannedItem {
  /** Number within its set, from 1, across groups. */
  readonly number: number
  /** `A001` for identity papers, `E001` for evidence. */
  readonly label: string
  readonly set: HandedInSet
  /** The item as entered. */
  readonly entry: EvidenceItem
  readonly file: PlannedFile
}

export interface PlannedFile {
  /** Name on the holder's disk, without folders. */
  readonly originalName: string
  /** `data/01_…/E001_….pdf`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
  readonly sm3: string
  readonly mediaType: string
  readonly crc32?: number
}
