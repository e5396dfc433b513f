import type { LibraryPaper, StoredHolder } from '../../register/library-records.ts'
import { useLive } from '../../register/use-live.ts'

/** All right holders and standing papers of the register. */
export interface Library {
  readonly holders: readonly StoredHolder[]
  readonly papers: readonly LibraryPaper[]
}

/** The library, live; undefined until it is read. */
export function useLibrary(): Library | undefined {
  const holders = useLive(({ holders }) => holders.all(), [])
  const papers = useLive(({ papers }) => papers.all(), [])
  return holders && papers && { holders, papers }
}
