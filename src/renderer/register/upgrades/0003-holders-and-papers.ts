import type { Upgrade } from '../upgrade.ts'

/** Right holders, their standing papers, and saved views of the board. Plain of a paper: its holder, and its content, empty while it has none. */
export const holdersAndPapers: Upgrade = {
  version: 3,
  stores: {
    holders: 'id',
    papers: 'id, holderId, contentId',
    views: 'id',
  },
}
