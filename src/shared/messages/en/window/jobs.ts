import type { SameKeys } from '../../same-keys.ts'
import type { jobsWords as chinese } from '../../zh/window/jobs.ts'

export const jobsWords = {
  'kind.take-in': 'Taking in evidence',
  'kind.open-folder': 'Opening a case folder',
  'kind.save-folder': 'Saving a case folder',
  'kind.take-out': 'Taking out an original',
  steps: '{done} of {total}',
  bytes: '{done} of {total}',
  cancel: 'Cancel: {name}',
  started: 'Started: {name}.',
  cancelled: '{name}: cancelled.',
  waiting_one: '{count} more waiting',
  waiting_other: '{count} more waiting',
} as const satisfies SameKeys<typeof chinese>
