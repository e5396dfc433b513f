import type { ReactNode } from 'react'
import { DeadlineList } from './dates/DeadlineList.tsx'
import { MilestonesPart, UserDatesPart } from './parts/DatesParts.tsx'
import { PartsPage } from './PartsPage.tsx'

const parts = [
  ['milestones', MilestonesPart],
  ['userDates', UserDatesPart],
] as const

/** The days of the case with where each comes from, and what they are worked out from. `papers`: what is made of them. */
export function DatesPage({ papers }: { readonly papers?: ReactNode }) {
  return <PartsPage parts={parts} head={<DeadlineList papers={papers} />} />
}
