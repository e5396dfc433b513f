import type { Upgrade } from '../upgrade.ts'

/** Bundles that were built, signing identities, signers somebody trusts. Plain of a bundle: its case and its contents. */
export const bundlesAndSigners: Upgrade = {
  version: 2,
  stores: {
    bundles: 'id, caseId, *contentIds',
    identities: 'id',
    signers: 'id',
  },
}
