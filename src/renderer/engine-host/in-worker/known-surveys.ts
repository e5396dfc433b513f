import type { PlannedItem } from '../../../shared/domain/bundle-plan.ts'
import type { ProbeOutcome } from '../../../engine/jobs.ts'

type Probe = (item: PlannedItem) => Promise<ProbeOutcome | undefined>
type Done = Extract<ProbeOutcome, { readonly state: 'done' }>

/** What was found in originals so far, by their content: the same bytes are opened once. */
export interface KnownSurveys {
  /** The same probe, asked only for what is not known yet. What hung or crashed is tried again. */
  over(probe: Probe): Probe
}

export function knownSurveys(): KnownSurveys {
  const found = new Map<string, { readonly label: string; readonly outcome: Done }>()
  return {
    over: (probe) => async (item) => {
      const key = `${item.file.sha256} ${item.file.mediaType}`
      const known = found.get(key)
      // Findings name their item; the same original may stand elsewhere by now.
      if (known) return renamed(known.outcome, known.label, item.label)
      const outcome = await probe(item)
      if (outcome?.state === 'done') found.set(key, { label: item.label, outcome })
      return outcome
    },
  }
}

function renamed(outcome: Done, from: string, to: string): Done {
  const { survey } = outcome
  if (from === to || survey.findings.length === 0) return outcome
  const findings = survey.findings.map((each) => (each.subject === from ? { ...each, subject: to } : each))
  return { state: 'done', survey: { ...survey, findings } }
}
