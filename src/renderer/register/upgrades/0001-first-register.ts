import type { Upgrade } from '../upgrade.ts'

/** The first register: everything about a person or case is sealed; plain are ids, kinds, revisions and chunk sizes. */
export const firstRegister: Upgrade = {
  version: 1,
  stores: {
    meta: 'id',
    summaries: 'id',
    cases: 'id',
    items: 'id, caseId, contentId',
    contents: 'id, &tag, state',
    chunks: '[contentId+index]',
  },
}
