import type { SameKeys } from '../same-keys.ts'
import type { deadlineWords as zh } from '../zh/deadlines.ts'

export const deadlineWords: SameKeys<typeof zh> = {
  'day.between': 'between {earliest} and {latest} (exact day not known)',
  'day.earliest': '{date} at the earliest (exact day not known)',
  'day.latest': '{date} at the latest (exact day not known)',
  'day.unknown': 'day not known',
  'left.days': 'days left: {days}',
  'left.today': 'today',
  'left.passed': 'days past: {days}',
  'left.unknown': '–',
  'origin.named': 'named by the authority',
  'origin.computed': 'computed by rule',
  'origin.set': 'set by the user',
  'who.office': 'authority',
  'who.holder': 'holder',
  source: '{text} {article}',
  'confidence.confirmed': '{source}',
  'confidence.secondary': '{source} (practice or as reported; text not read)',
  'confidence.unverified': '{source} (to be checked)',
  entered: 'entered by {by}, Beijing time {at}',
  'entered-by-nobody': 'entered, Beijing time {at}',
  afterwards: 'Once it has passed: {text}',

  'calendar.name': '{case} deadlines',
  'calendar.summary': '{case} {title}',
  'calendar.summary-bound': '{case} {title}: {day}',
  'calendar.informs': 'For information only; counsel decides.',

  'sheet.title': 'Deadline sheet',
  'sheet.as-of': 'as of {date}',
  'sheet.case': 'Case',
  'sheet.office': 'Office',
  'sheet.case-number': 'Case number',
  'sheet.law': 'Law data',
  'sheet.day': 'Day',
  'sheet.what': 'What',
  'sheet.who': 'Whose',
  'sheet.origin': 'Where it comes from',
  'sheet.entered': 'Entered',
  'sheet.left': 'Left',
  'sheet.none':
    'There are no days yet. Enter when the notice was received and the day named by the authority.',
  'sheet.informs':
    'Computed by the rules named here, for information only: no legal advice, counsel decides. “At the earliest” and “at the latest” are bounds, not exact days; a day named by an authority does not move for holidays.',
  'sheet.page': 'Page {number} of {last}',
}
