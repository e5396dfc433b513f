import type { BundlePlan, PlannedItem } from '../../shared/domain/bundle-plan.ts'
import type { SourceSurvey } from '../pdf/assembly.ts'
import type { JobContext } from '../ports.ts'

/** Opens one original in a throw-away worker and says what it shows. Never rejects for a bad file. */
export type Surveyor = (item: PlannedItem) => Promise<SourceSurvey>

/** Surveys every item of the plan, as many at once as the host allows; by item label, in the order of the plan. */
export async function surveyItems(
  plan: BundlePlan,
  survey: Surveyor,
  context: Pick<JobContext, 'signal' | 'report'>,
): Promise<ReadonlyMap<string, SourceSurvey>> {
  const items = plan.groups.flatMap((group) => group.items)
  let done = 0
  const surveys = await Promise.all(
    items.map(async (item) => {
      const found = await survey(item)
      context.signal.throwIfAborted()
      done += 1
      context.report('survey', done, items.length)
      return [item.label, found] as const
    }),
  )
  return new Map(surveys)
}
