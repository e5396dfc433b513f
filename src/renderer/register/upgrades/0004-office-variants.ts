import type { Upgrade } from '../upgrade.ts'

/** What single offices ask beside the checklist by law. */
export const officeVariants: Upgrade = {
  version: 4,
  stores: { variants: 'id' },
}
