import type { OfficeVariant } from '../../shared/domain/office-variant.ts'

/** What an office asks, kept for its next case; one for each office. */
export interface KeptVariant {
  readonly id: string
  readonly variant: OfficeVariant
  /** UTC instant to the second. */
  readonly keptAt: string
}
