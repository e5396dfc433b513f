import type { SameKeys } from '../same-keys.ts'
import type { requestLetterWords as zh } from '../zh/request-letter.ts'

export const requestLetterWords = {
  subject: 'Papers needed: {case} ({count})',
  'greeting.client': 'Dear client,',
  'greeting.branch': 'Dear colleagues,',
  'greeting.notary': 'Dear notary,',
  'case.full': 'case of {suspects}, suspected of {crimes}',
  'case.code': 'case {code}',
  'intro.client':
    'For the {case} ({office}) we have to hand in papers. These are still missing; please provide them:',
  'intro.branch': 'For the {case} ({office}) we have to hand in papers. Please help with these:',
  'intro.notary':
    'For the {case} ({office}) we have to hand in papers. Please provide notarisation, apostille (or legalisation) or translation of these:',
  'office.unknown': 'office not known yet',
  paper: '{number}. {title}',
  'paper.about': '{number}. {title} ({about})',
  form: 'Form: {form}',
  why: 'Purpose: {why}',
  status: 'So far: {status}',
  'status.missing': 'not provided',
  'status.requested': 'asked for',
  'status.draft': 'draft',
  'status.waiting-seal': 'waiting for the seal',
  'status.waiting-notary': 'waiting for the notary',
  'status.waiting-apostille': 'waiting for apostille or legalisation',
  'status.waiting-translation': 'waiting for translation',
  'status.scan-sent': 'scan sent, original to follow',
  'status.ready': 'ready',
  'status.not-applicable': 'not applicable',
  date: 'Please provide them by {date}. Where an original cannot come in time, send a scan first and say when the original leaves.',
  'date.open':
    'Please provide them as soon as possible. Where an original cannot come in time, send a scan first and say when the original leaves.',
  names: 'In every paper the names must be exactly those of the register:',
  name: '· {name}',
  'name.both': '· {name} ({other})',
  secrecy: 'Please send no trade secrets or identity papers by plain e-mail; we can agree on another way.',
  closing: 'Thank you.',
  day: '{year}-{month}-{day}',
  separator: ', ',
} as const satisfies SameKeys<typeof zh>
