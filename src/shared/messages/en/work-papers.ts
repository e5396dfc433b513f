import type { SameKeys } from '../same-keys.ts'
import type { workPaperWords as zh } from '../zh/work-papers.ts'

export const workPaperWords: SameKeys<typeof zh> = {
  page: 'Page {number} of {last}',
  'as-of': 'As of {date}',
  blank: '(blank)',
  'period.all': 'all dates',
  'period.from': 'from {from}',
  'period.to': 'up to {to}',
  'period.between': '{from} to {to}',

  'response.title': 'How notices were answered',
  'response.period': 'Month of the notice',
  'response.by': 'Grouped by',
  'response.cases': 'Cases notified',
  'response.means':
    'In time: papers were first handed over on or before the day named by the procuratorate or, where it named none, the day the user set.',
  'response.rate-means':
    'Rate in time = answered in time ÷ (in time + late + overdue + no reply). Cases without a named day and those still within time are not counted.',
  'response.counted':
    'Cases still with the police, cases without a notice from the procuratorate, the sample and cases in the trash are not counted.',
  'response.crimes': 'A case of several crimes counts for each of them, and once in the total.',
  'response.none': 'No notices in this period.',

  'obstacles.title': 'Report on obstacles',
  'obstacles.period': 'Month they began',
  'obstacles.cases': 'Cases concerned',
  'obstacles.cases-count': '{count}',
  'obstacles.scope': 'Scope',
  'obstacles.anonymised': 'Anonymised: no brands, offices, case codes, names or notes',
  'obstacles.named': 'With brands, offices, case codes and notes; keep it safe',
  'obstacles.by-kind': 'By kind',
  'obstacles.list': 'One by one',
  'obstacles.kind': 'Kind',
  'obstacles.all': 'Count',
  'obstacles.solved': 'Solved',
  'obstacles.open': 'Open',
  'obstacles.total': 'Total',
  'obstacles.on': 'Began on',
  'obstacles.solved-on': 'Solved on',
  'obstacles.state': 'State',
  'obstacles.note': 'Case and what happened',
  'obstacles.no-date': 'no date',
  'obstacles.none': 'No obstacles were noted in this period.',
  'obstacles.undated': 'Left out because they have no date: {count}.',
  'obstacles.unread': 'Cases left out because they could not be opened: {count}.',

  'questions.title': 'Questions for the first talk with the prosecutor',
  'questions.case': 'Case',
  'questions.office': 'Office',
  'questions.document-number': 'Document number',
  'questions.call': 'Talk',
  'questions.call-line': 'Date: __________  Time: __________  With: __________',
  'questions.question': 'Question',
  'questions.answer': 'Answer',
  'questions.known': 'Known: {answer}',
  'questions.legend':
    '☑ The case has it: confirm it in the talk. ☐ To be asked. Enter the answers in the contact log of the case afterwards.',
  'questions.practice': 'This list follows practice, no law requires it; counsel decides what to ask.',
  'question.prosecutor': 'Name, telephone and department of the handling prosecutor',
  'question.case-number': 'Case number at the procuratorate',
  'question.accepted-on': 'Day the procuratorate accepted the case for review',
  'question.suspects': 'Who the suspects are, and whether each is in the case (at large, separate case)',
  'question.crimes': 'Crimes the case was sent for',
  'question.plea': 'Whether the suspects plead guilty; when and how the holder’s opinion is heard',
  'question.named-day': 'By which day an answer is asked for',
  'question.papers-wanted': 'Which papers are asked of the holder',
  'question.seizure-list': 'List of seized goods: names, models, quantities; whether a copy can be had',
  'question.samples':
    'Where the seized samples are; whether the holder may fetch or see them, how, and how seal numbers are noted',
  'question.police-papers': 'Which papers of the holder the police passed on',
  'question.format': 'Form of the papers: how many on paper, disc or electronic, originals or copies',
  'question.delivery':
    'How to hand in: in person, by post (address and addressee) or online; how to get a receipt',
  'question.foreign-papers':
    'Whether foreign papers may come as scans first, notarised and authenticated originals later',
  'question.other-holders':
    'Which other holders or brands are in the case; how trade secrets and prices are kept apart',
  'question.file-access': 'Whether the agent may see the file, and how to arrange it',
  'question.next-steps':
    'When a decision is expected; how to keep in touch, and how the holder learns of progress',
}
