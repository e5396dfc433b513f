import { addDays } from './calendar.ts'

/** One whole-day event of a calendar file. */
export interface CalendarEvent {
  /** Stays the same when the event is written again, so that a calendar replaces it. */
  readonly uid: string
  readonly date: string
  readonly summary: string
  readonly description: string
}

export interface CalendarOptions {
  readonly name: string
  /** UTC instant of the writing, `2026-11-22T06:00:00Z`. */
  readonly stampedAt: string
  readonly language: 'zh' | 'en'
  /** A reminder at nine in the morning so many days before each event; 0 is the day itself. */
  readonly alarmDays: readonly number[]
}

/** The text of a calendar file (RFC 5545): CRLF, lines of at most 75 octets, whole-day events. UTF-8 when written. */
export function calendarText(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Rights Dossier//Deadlines//${options.language === 'zh' ? 'ZH' : 'EN'}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(options.name)}`,
    ...events.flatMap((event) => eventLines(event, options)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, { stampedAt, alarmDays }: CalendarOptions): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${stampedAt.replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${basic(event.date)}`,
    `DTEND;VALUE=DATE:${basic(addDays(event.date, 1))}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    'TRANSP:TRANSPARENT',
    ...alarmDays.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(event.summary)}`,
      `TRIGGER:${trigger(days)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

function basic(date: string): string {
  return date.replaceAll('-', '')
}

/** Before or after midnight at the start of the day: three days before at nine is 2 days and 15 hours before it. */
function trigger(days: number): string {
  if (days <= 0) return 'PT9H'
  return days === 1 ? '-PT15H' : `-P${days - 1}DT15H`
}

/** RFC 5545 3.3.11; other control characters are not allowed there. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** RFC 5545 3.1: no line over 75 octets of UTF-8, no character cut in two; the space that continues counts too. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
