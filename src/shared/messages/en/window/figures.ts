import type { SameKeys } from '../../same-keys.ts'
import type { figuresWords as chinese } from '../../zh/window/figures.ts'

export const figuresWords = {
  title: 'Figures',
  loading: 'Reading the cases…',
  emptyTitle: 'No case to count yet',
  emptyText:
    'Once notices of procuratorates are recorded with the days they were due and answered, this page shows by month, brand, office and crime how they were answered.',
  toCases: 'To the cases',
  waiting_one: '{count} case is being judged anew and is counted soon.',
  waiting_other: '{count} cases are being judged anew and are counted soon.',

  'section.response': 'Answers to notices',
  by: 'Grouped by',
  'by.month': 'Month',
  'by.brand': 'Brand',
  'by.office': 'Office',
  'by.crime': 'Crime',
  period: 'Period',
  from: 'From month',
  to: 'To month',
  anyMonth: 'any',
  leftOut_one: '{count} case has no day of notice and is left out of a period.',
  leftOut_other: '{count} cases have no day of notice and are left out of a period.',
  total: 'Total',
  totalText: 'Notified {notified}: {counts}.',
  classCount: '{name} {count}',
  comma: ', ',
  rate: 'Rate in time',
  noRate: 'nothing to count yet',
  chart: 'Chart of answers to notices',
  chartOf: 'Chart of answers to notices, {by}; the table below has the numbers.',
  chartMore_one: 'The chart shows the first {shown} groups; {count} more is in the table below.',
  chartMore_other: 'The chart shows the first {shown} groups; {count} more are in the table below.',
  legend: 'Legend',
  table: 'Table of answers to notices',
  noMatch: 'No notices in this period.',
  meansTitle: 'What in time means',
  csv: 'Export CSV…',
  csvName: 'answers to notices',
  csvSaved: 'Saved “{name}”.',
  print: 'Print or save as PDF…',
  copyHelp: 'Select rows and press Ctrl+C to copy them as text.',

  'section.obstacles': 'Report on obstacles',
  obstaclesText:
    'Gathers the obstacles noted in all cases: logistics, cross-border, online sales, plea leniency, access to the file, price proof and so on. The period is that above.',
  anonymise: 'Anonymised',
  anonymiseHelp:
    'Without brands, offices, case codes, names and notes. Leave it on for a report that is given to others.',
  namedWarning:
    'The report will have brands, offices, case codes and notes. Notes may hold names: use it inside only.',
  makeObstacles: 'Make the report on obstacles…',
  obstaclesJob: 'all cases',
} as const satisfies SameKeys<typeof chinese>
