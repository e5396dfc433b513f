import type { SameKeys } from '../../same-keys.ts'
import type { tableWords as chinese } from '../../zh/window/table.ts'

export const tableWords = {
  columns: 'Choose columns',
  'columns.reset': 'Back to the usual columns and widths',
  'columns.folded': 'The window is narrow: {names} not shown for now',
  'sort.ascending': '{title}: sorted ascending, press for descending',
  'sort.descending': '{title}: sorted descending, press for the usual order',
  'sort.none': '{title}: press to sort by this column',
  'sort.moved-off':
    'The table is sorted by “{title}”, so rows cannot be moved. Go back to the usual order first.',
  resize: 'Drag to change the width, double-click to reset',
  'list.separator': ', ',
  'copied.rows_one': '{count} row copied',
  'copied.rows_other': '{count} rows copied',
  selected_one: '{count} row selected',
  selected_other: '{count} rows selected',
  'drag.how': 'Drag with the mouse; with the keyboard, press Alt with the up or down arrow.',
  'drag.count_one': '{count} item',
  'drag.count_other': '{count} items',
  'drag.over': 'Will go to “{name}”',
  'drag.end': 'Put into “{name}”',
  'drag.cancel': 'Nothing was moved',
} as const satisfies SameKeys<typeof chinese>
