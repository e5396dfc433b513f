import type { Upgrade } from '../upgrade.ts'

/** Right holders and their standing papers. Plain of a paper: its holder, and its content, empty while it has none. */
export const holdersAndPapers: Upgrade = {
  version: 3,
  stores: {
    holders: 'id',
    papers: 'id, holderId, contentId',
  },
}
