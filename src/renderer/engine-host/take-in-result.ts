import type { TakenIn } from '../../shared/domain/intake.ts'

/** What became of a file that was taken in. */
export interface TakeInResult {
  readonly original: TakenIn
  /** Id of the stored content; undefined when nothing was stored. */
  readonly contentId: string | undefined
  /** True when the register had this content before; it is stored once. */
  readonly known: boolean
}
