import { ClosingPart } from './parts/ClosingPart.tsx'
import { ContactsPart, ObstaclesPart, SubmissionsPart } from './parts/LogParts.tsx'
import { SamplesPart } from './parts/SamplesPart.tsx'
import { PartsPage } from './PartsPage.tsx'

const parts = [
  ['submissions', SubmissionsPart],
  ['contacts', ContactsPart],
  ['samples', SamplesPart],
  ['obstacles', ObstaclesPart],
  ['closing', ClosingPart],
] as const

/** What was done in the case: hand-overs, contacts, samples, obstacles, and what is left before it is closed. */
export function LogPage() {
  return <PartsPage parts={parts} />
}
