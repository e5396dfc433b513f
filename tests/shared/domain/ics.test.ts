import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar.ts'
import { deadlinesOf } from '../../../src/shared/domain/deadlines.ts'
import { calendarText } from '../../../src/shared/domain/ics.ts'
import { caseCalendar } from '../../../src/shared/messages/say-deadline.ts'
import { aCase, law } from '../../builders/cases.ts'

interface Component {
  readonly name: string
  readonly properties: { readonly name: string; readonly parameters: string; readonly value: string }[]
  readonly components: Component[]
}

/** Reads a calendar by RFC 5545 and refuses what is not of it: line ends, lengths, nesting, names, escapes. */
function readCalendar(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0000-\u0008\u000b-\u001f]/)
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    const octets = new TextEncoder().encode(line)
    expect(octets.length).toBeLessThanOrEqual(75)
    expect(octets.length).toBeGreaterThan(0)
    expect(line).not.toMatch(/\ufffd|[\ud800-\udbff]$|^ ?[\udc00-\udfff]/)
  }
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  const root: Component = { name: '', properties: [], components: [] }
  const open = [root]
  for (const line of lines) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$/s.exec(line)
    if (!match) throw new Error(`no content line: ${line}`)
    const [, name = '', parameters = '', value = ''] = match
    const top = open.at(-1) ?? root
    if (name === 'BEGIN') {
      const component = { name: value, properties: [], components: [] }
      top.components.push(component)
      open.push(component)
    } else if (name === 'END') {
      expect(open.pop()?.name).toBe(value)
    } else top.properties.push({ name, parameters, value })
  }
  expect(open).toEqual([root])
  expect(root.components.map((one) => one.name)).toEqual(['VCALENDAR'])
  return root.components[0] ?? root
}

function valueOf(component: Component | undefined, name: string): string {
  const found = component?.properties.filter((one) => one.name === name) ?? []
  expect(found.length).toBe(1)
  const value = found[0]?.value ?? ''
  if (name === 'DTSTAMP') expect(value).toMatch(/^\d{8}T\d{6}Z$/)
  if (!['SUMMARY', 'DESCRIPTION', 'UID', 'X-WR-CALNAME'].includes(name)) return value
  expect(value).not.toMatch(/(?<!\\)(\\\\)*[,;]/)
  return value.replace(/\\(.)/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
}

const options = { name: '案', stampedAt: '2026-11-22T06:00:00Z', language: 'zh', alarmDays: [] } as const

test('the days of a case as whole-day events that a strict reader takes', () => {
  const record = aCase({
    notice: {
      manner: 'written',
      office: '示例市人民检察院',
      issuedOn: '2026-11-05',
      receivedOn: '2026-11-10',
      replyDueOn: '2026-11-30',
    },
    claims: ['compensation'],
  })
  const deadlines = deadlinesOf(record, law)
  for (const language of ['zh', 'en'] as const) {
    const calendar = readCalendar(caseCalendar('TEST-1', deadlines, { ...options, language }))
    expect(valueOf(calendar, 'VERSION')).toBe('2.0')
    expect(calendar.components.map((event) => valueOf(event, 'UID'))).toEqual([
      'TEST-1-review.month@rights-dossier',
      'TEST-1-notice.reply@rights-dossier',
      'TEST-1-review.extended@rights-dossier',
      'TEST-1-limitation.trademark@rights-dossier',
    ])
    const [month, reply] = calendar.components
    expect(valueOf(reply, 'DTSTART')).toBe('20261130')
    expect(valueOf(reply, 'DTEND')).toBe('20261201')
    expect(reply?.properties.find(({ name }) => name === 'DTSTART')?.parameters).toBe(';VALUE=DATE')
    expect(valueOf(reply, 'DTSTAMP')).toBe('20261122T060000Z')
    expect(valueOf(reply, 'DESCRIPTION')).toContain(language === 'zh' ? '过期之后' : 'Once it has passed')
    // A bound stands on its earliest day and says that it is one.
    expect(valueOf(month, 'DTSTART')).toBe('20261126')
    expect(valueOf(month, 'SUMMARY')).toContain(
      language === 'zh' ? '最早2026-11-26（确切日期未知）' : '2026-11-26 at the earliest',
    )
  }
})

test('reminders stand at nine so many days before', () => {
  const event = { uid: 'u', date: '2026-12-01', summary: 's', description: '' }
  const calendar = readCalendar(calendarText([event], { ...options, alarmDays: [7, 1, 0] }))
  const alarms = calendar.components[0]?.components ?? []
  expect(alarms.map((alarm) => [alarm.name, valueOf(alarm, 'ACTION'), valueOf(alarm, 'TRIGGER')])).toEqual([
    ['VALARM', 'DISPLAY', '-P6DT15H'],
    ['VALARM', 'DISPLAY', '-PT15H'],
    ['VALARM', 'DISPLAY', 'PT9H'],
  ])
})

test('any text comes back whole, whatever its length and signs', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ',', ';', '\\', '\n', '案', '𠮷', ':', '"', 'é', ' '),
  })
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 4000 }), (summary, description, days) => {
      const date = addDays('2020-01-01', days)
      const text = calendarText([{ uid: 'x', date, summary, description }], options)
      const event = readCalendar(text).components[0]
      expect(valueOf(event, 'SUMMARY')).toBe(summary)
      if (description !== '') expect(valueOf(event, 'DESCRIPTION')).toBe(description)
    }),
  )
})

test('a day of one’s own keeps its event when another one is taken away, or its date changes', () => {
  const day = (title: string, on: string) => ({ kind: 'other', title, on })
  const uidsOf = (userDates: readonly object[]) => {
    const deadlines = deadlinesOf(aCase({ userDates }), law).filter(({ origin }) => origin === 'set')
    const text = caseCalendar('TEST-1', deadlines, { ...options, language: 'zh' })
    const events = readCalendar(text).components
    return new Map(events.map((event) => [valueOf(event, 'DTSTART'), valueOf(event, 'UID')]))
  }
  const three = uidsOf([day('开会', '2026-12-01'), day('盖章', '2026-12-02'), day('盖章', '2026-12-03')])
  expect(new Set(three.values()).size).toBe(3)
  const rest = uidsOf([day('盖章', '2026-12-02'), day('盖章', '2026-12-05')])
  expect(rest.get('20261202')).toBe(three.get('20261202'))
  expect(rest.get('20261205')).toBe(three.get('20261203'))
})
