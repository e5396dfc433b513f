import { CasePapersMenu } from '../../components/case-papers/CasePapersMenu.tsx'
import { useDraft } from './case-context.ts'
import { DeadlineList } from './dates/DeadlineList.tsx'
import { MilestonesPart, UserDatesPart } from './parts/DatesParts.tsx'
import { PartsPage } from './PartsPage.tsx'

const parts = [
  ['milestones', MilestonesPart],
  ['userDates', UserDatesPart],
] as const

/** The days of the case with where each comes from, what they are worked out from, and the papers made of them. */
export function DatesPage() {
  const draft = useDraft()
  return <PartsPage parts={parts} head={<DeadlineList papers={<CasePapersMenu draft={draft} />} />} />
}
