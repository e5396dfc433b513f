import type { JobContext, StepName } from '../engine/ports.ts'
import { Failure } from '../shared/contract/failure.ts'
import type { Finding } from '../shared/contract/finding.ts'
import { explainFailure, explainFinding, type Language } from '../shared/messages/explain.ts'
import { say } from '../shared/messages/say.ts'
import type { CliWord } from '../shared/messages/zh/cli.ts'
import type { Facts } from '../shared/contract/failure.ts'
import type { Severity } from '../shared/contract/severity.ts'
import type { ArgumentName, FormedOption, UsageError } from './arguments.ts'
import { type ItemPlaces, noPlaces, placeOf } from './item-places.ts'
import { visibleFacts, visibleText } from './visible-text.ts'

/** What people read goes to standard error, what programs read to standard output. */
export interface Terminal {
  readonly language: Language
  readonly json: boolean
  /** A sentence for people: on standard output, or on standard error when programs read that. */
  say(word: CliWord, facts?: Facts): void
  line(text: string): void
  /** A sentence people must not miss, on standard error. */
  note(word: CliWord, facts?: Facts): void
  /** One line each, on standard error; many gaps of one field share a line. */
  findings(findings: readonly Finding[], places?: ItemPlaces): void
  /** The sentence of a failure, on standard error. */
  failure(error: unknown): void
  /** The one JSON object of `--json`. */
  result(value: unknown): void
  progress: JobContext['report']
  /** Clears the progress line. */
  quiet(): void
}

export interface Streams {
  readonly out: { write(text: string): unknown }
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean | undefined }
}

/** The terminal of one command. Progress is drawn only where a person watches; `observe` hears of all of it. */
export function terminal(
  language: Language,
  json: boolean,
  streams: Streams,
  observe?: JobContext['report'],
): Terminal {
  const words = json ? streams.err : streams.out
  let shown = ''
  const clear = () => {
    if (shown !== '') streams.err.write('\r\u001b[2K')
    shown = ''
  }
  const line = (text: string) => {
    clear()
    words.write(text + '\n')
  }
  const remark = (severity: Severity, text: string) => {
    clear()
    streams.err.write(`  [${say(`severity.${severity}`, language)}] ${text}\n`)
  }
  return {
    language,
    json,
    line: (text) => line(visibleText(text)),
    // The facts only: a sentence of ours may have lines.
    say: (word, facts = {}) => line(say(word, language, visibleFacts(facts))),
    note: (word, facts = {}) => remark('warning', say(word, language, visibleFacts(facts))),
    findings(findings, places = noPlaces) {
      for (const [first, ...more] of gapsTogether(findings)) {
        const text =
          more.length === 0
            ? findingText(first, language, places)
            : gapsText([first, ...more], language, places)
        remark(first.severity, visibleText(text))
      }
    },
    failure(error) {
      clear()
      streams.err.write(visibleText(failureText(error, language)) + '\n')
    },
    result(value) {
      clear()
      if (json) streams.out.write(JSON.stringify(value) + '\n')
    },
    progress(step: StepName, done, total) {
      observe?.(step, done, total)
      if (streams.err.isTTY !== true) return
      const percent = total > 0 ? Math.floor((done * 100) / total) : 0
      const text = `${say(`step.${step}`, language)} ${percent} %`
      if (text === shown) return
      clear()
      shown = text
      streams.err.write(text)
    },
    quiet: clear,
  }
}

/** A finding as `--json` gives it; with the file of the item it is about. */
export function findingJson(found: Finding, language: Language, places: ItemPlaces = noPlaces) {
  const place = placeOf(found, places)
  return {
    code: found.code,
    severity: found.severity,
    subject: found.subject,
    ...(place === undefined ? {} : { file: place.file }),
    message: findingText(found, language, places),
  }
}

function findingText(found: Finding, language: Language, places: ItemPlaces): string {
  return explainFinding({ ...found, subject: placedSubject(found, language, places) }, language)
}

/** `E025（合同.pdf）`, `groups[0].items[24].kind（E025 合同.pdf）`: nobody knows a file by its number. */
function placedSubject(found: Finding, language: Language, places: ItemPlaces): string {
  const { subject, facts } = found
  const place = placeOf(found, places)
  if (place === undefined) return subject
  const file = facts['file'] === place.file ? [] : [place.file]
  const words = [...(subject === place.label ? [] : [place.label]), ...file]
  return words.length === 0 ? subject : say('finding.place', language, { subject, place: words.join(' ') })
}

type SomeFindings = readonly [Finding, ...Finding[]]

/** Every finding by itself, except that the gaps of one field come together, where the first of them stands. */
function gapsTogether(findings: readonly Finding[]): Iterable<SomeFindings> {
  const together = new Map<unknown, [Finding, ...Finding[]]>()
  for (const found of findings) {
    const key = found.code === 'field.required' ? fieldOf(found) : found
    const others = together.get(key)
    if (others) others.push(found)
    else together.set(key, [found])
  }
  return together.values()
}

function fieldOf(found: Finding): string {
  return found.subject.replace(/\[\d+\]/g, '[]')
}

function gapsText(gaps: SomeFindings, language: Language, places: ItemPlaces): string {
  const first = gaps.slice(0, 3).map((gap) => placedSubject(gap, language, places))
  return say('gaps.many', language, {
    field: fieldOf(gaps[0]),
    count: gaps.length,
    places: first.join(say('gaps.separator', language)),
  })
}

/** What was wrong with the command line, in words. */
export function usageText(error: UsageError, language: Language): string {
  const { code, subject } = error
  if (code === 'missing') {
    return say('usage.missing', language, { subject: say(`argument.${subject as ArgumentName}`, language) })
  }
  if (code === 'bad-value') {
    const expected = say(`expected.${subject as FormedOption}`, language)
    return say('usage.bad-value', language, { subject: `--${subject}`, expected })
  }
  return say(`usage.${code}`, language, { subject })
}

/** What a failure says, in words; bugs keep their own message. */
export function failureText(error: unknown, language: Language): string {
  if (error instanceof Failure) return explainFailure(error, language)
  return say('bug', language, { reason: error instanceof Error ? error.message : String(error) })
}
