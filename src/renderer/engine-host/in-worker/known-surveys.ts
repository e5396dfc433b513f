import type { SourceSurvey, Surveyor } from '../../../engine/jobs.ts'

/** What was found in originals so far, by their content: the same bytes are opened once. */
export interface KnownSurveys {
  /** The same surveyor, asked only for what is not known yet. */
  over(survey: Surveyor): Surveyor
}

export function knownSurveys(): KnownSurveys {
  const found = new Map<string, { readonly label: string; readonly survey: SourceSurvey }>()
  return {
    over: (survey) => async (item) => {
      const key = `${item.file.sha256} ${item.file.mediaType}`
      const known = found.get(key)
      // Findings name their item; the same original may stand elsewhere by now.
      if (known) return renamed(known.survey, known.label, item.label)
      const made = await survey(item)
      found.set(key, { label: item.label, survey: made })
      return made
    },
  }
}

function renamed(survey: SourceSurvey, from: string, to: string): SourceSurvey {
  if (from === to || survey.findings.length === 0) return survey
  return {
    ...survey,
    findings: survey.findings.map((found) => (found.subject === from ? { ...found, subject: to } : found)),
  }
}
