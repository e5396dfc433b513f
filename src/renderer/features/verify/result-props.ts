import type { Trust } from './use-trust.ts'
import type { DeskEntry, VerifyDesk } from './verify-desk.ts'

/** What every part of a result works with. */
export interface ResultProps {
  readonly entry: DeskEntry
  readonly desk: VerifyDesk
  readonly trust: Trust
}
