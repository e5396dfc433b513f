import type { JobContext, StepName } from '../engine/ports.ts'
import { Failure } from '../shared/contract/failure.ts'
import type { Finding } from '../shared/contract/finding.ts'
import { explainFailure, explainFinding, type Language } from '../shared/messages/explain.ts'
import { say } from '../shared/messages/say.ts'
import type { CliWord } from '../shared/messages/zh/cli.ts'
import type { Facts } from '../shared/contract/failure.ts'

/** What people read goes to standard error, what programs read to standard output. */
export interface Terminal {
  readonly language: Language
  readonly json: boolean
  /** A sentence for people: on standard output, or on standard error when programs read that. */
  say(word: CliWord, facts?: Facts): void
  line(text: string): void
  findings(findings: readonly Finding[]): void
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
  return {
    language,
    json,
    line,
    say: (word, facts) => line(say(word, language, facts)),
    findings(findings) {
      for (const found of findings) {
        const severity = say(`severity.${found.severity}`, language)
        clear()
        streams.err.write(`  [${severity}] ${explainFinding(found, language)}\n`)
      }
    },
    failure(error) {
      clear()
      streams.err.write(failureText(error, language) + '\n')
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

/** A finding as `--json` gives it. */
export function findingJson(found: Finding, language: Language) {
  return {
    code: found.code,
    severity: found.severity,
    subject: found.subject,
    message: explainFinding(found, language),
  }
}

/** What a failure says, in words; bugs keep their own message. */
export function failureText(error: unknown, language: Language): string {
  if (error instanceof Failure) return explainFailure(error, language)
  return say('bug', language, { reason: error instanceof Error ? error.message : String(error) })
}
