import type { SameKeys } from '../../same-keys.ts'
import type { jobsWords as chinese } from '../../zh/window/jobs.ts'

export const jobsWords = {
  'kind.take-in': 'Taking in evidence',
  'kind.open-folder': 'Opening a case folder',
  'kind.save-folder': 'Saving a case folder',
  'kind.take-out': 'Taking out an original',
  'kind.build': 'Building the bundle',
  'kind.save-bundle': 'Saving the bundle',
  'kind.gather': 'Gathering obstacles',
  'kind.verify': 'Verifying',
  'step.survey': 'looking at the originals',
  'step.compose': 'setting the papers',
  'step.assemble': 'merging and signing',
  'step.sign': 'signing',
  'step.container': 'working out the electronic file',
  'step.write': 'writing',
  'step.verify': 'verifying',
  steps: '{done} of {total}',
  bytes: '{done} of {total}',
  cancel: 'Cancel: {name}',
  started: 'Started: {name}.',
  cancelled: '{name}: cancelled.',
  waiting_one: '{count} more waiting',
  waiting_other: '{count} more waiting',
  interrupted:
    'Taking files into “{case}” was interrupted: {stored} of {total} files are stored, whole. Drop the folder or the files again; what is there is recognised.',
  interruptedCase: 'Go to the case',
  'closing.title': 'Work is still under way',
  'closing.text':
    'Closing the window now stops it. Everything already stored is kept; what is not finished has to be started again.',
  'closing.job': '{name}: {done} of {total}',
  'closing.stay': 'Keep working',
  'closing.stop': 'Stop the work and close',
  'closing.endedTitle': 'The work has ended',
  'closing.endedText': 'The window can be closed now.',
  'closing.close': 'Close the window',
} as const satisfies SameKeys<typeof chinese>
