import { Failure } from '../../shared/contract/failure.ts'
import { finding } from '../../shared/contract/finding.ts'
import type { PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { BundleLimits } from '../../shared/domain/limits.ts'
import type { SourceSurvey } from '../pdf/assembly.ts'
import type { Surveyor } from './survey-items.ts'

/** How a throw-away worker came back from an original. */
export type ProbeOutcome =
  | { readonly state: 'done'; readonly survey: SourceSurvey }
  | { readonly state: 'timed-out' }
  | { readonly state: 'broken'; readonly reason: string }

/**
 * Surveys items by `probe`, which opens one in a throw-away worker within `limits.probeSeconds`, or gives undefined when
 * the original is not there. What hangs, crashes, is too large or cannot be shown gets a finding instead of pages.
 * Throws Failure evidence.missing, and what `probe` throws.
 */
export function surveyorOver(
  probe: (item: PlannedItem) => Promise<ProbeOutcome | undefined>,
  limits: Pick<BundleLimits, 'maxItemBytesForPages' | 'probeSeconds'>,
): Surveyor {
  return async (item) => {
    const { mediaType, bytes } = item.file
    const notShown = (code: Parameters<typeof finding>[0], facts = {}): SourceSurvey => ({
      shown: false,
      findings: [finding(code, item.label, { mediaType, name: item.file.originalName, ...facts })],
    })
    if (bytes === 0) return notShown('file.empty')
    if (mediaType !== 'application/pdf' && !mediaType.startsWith('image/')) return notShown('file.not-shown')
    if (bytes > limits.maxItemBytesForPages)
      return notShown('pdf.too-large', { limit: limits.maxItemBytesForPages })
    const outcome = await probe(item)
    if (outcome === undefined) throw new Failure('evidence.missing', { name: item.entry.file })
    switch (outcome.state) {
      case 'done':
        return outcome.survey
      case 'timed-out':
        return notShown('pdf.timed-out', { seconds: limits.probeSeconds })
      case 'broken':
        return notShown(mediaType.startsWith('image/') ? 'image.unreadable' : 'pdf.unreadable', {
          reason: outcome.reason,
        })
    }
  }
}
