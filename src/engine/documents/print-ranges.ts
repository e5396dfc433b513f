import type { Run } from './bundle-layout.ts'

/** Consecutive pages of the bundle PDF, from zero. */
export interface PageSpan {
  readonly first: number
  readonly count: number
}

/** The parts of a bundle that are printed by themselves. `identity`: the papers of identity and authority with their dividers. */
export interface PrintRanges {
  readonly cover: PageSpan
  readonly receipt: PageSpan
  readonly table: PageSpan
  readonly annex: PageSpan
  readonly identity?: PageSpan
  readonly evidence?: PageSpan
}

/** Where the parts lie; identity papers always stand before evidence. */
export function printRangesOf(runs: readonly Run[], pageCount: number): PrintRanges {
  const nothing: PageSpan = { first: 0, count: 0 }
  const paper = (name: string): PageSpan => {
    const run = runs.find((each) => each.kind === 'paper' && each.name === name)
    return run?.kind === 'paper' ? { first: run.first, count: run.flow.pages.length } : nothing
  }
  const annex = paper('annex')
  const start = annex.first + annex.count
  const middle = runs.find((run) => setOf(run) === 'evidence')?.first ?? pageCount
  return {
    cover: paper('cover'),
    receipt: paper('receipt'),
    table: paper('table'),
    annex,
    ...(middle > start ? { identity: { first: start, count: middle - start } } : {}),
    ...(pageCount > middle ? { evidence: { first: middle, count: pageCount - middle } } : {}),
  }
}

function setOf(run: Run): string | undefined {
  if (run.kind === 'source') return run.item.set
  return run.item?.set ?? run.set
}
