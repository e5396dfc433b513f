import type { ChecklistRow } from '../shared/domain/checklist.ts'
import type { Language } from '../shared/messages/explain.ts'
import { statusText } from '../shared/messages/request-letter-text.ts'
import { say } from '../shared/messages/say.ts'
import { sourceText } from '../shared/messages/say-deadline.ts'

/** The blanks of one line about a paper. */
export function paperLine(row: ChecklistRow, language: Language) {
  return {
    status: statusText(row.status, language),
    title: titleOf(row, language),
    need: say(`need.${row.need}`, language),
    source: row.source === undefined ? '' : sourceText(row.source, language),
  }
}

/**
 * A paper as `--json` gives it. An own entry claims no law: its source, article and confidence are null. `practice` and
 * `byAnalogy` are there when true: such a source is no law for these proceedings.
 */
export function paperJson(row: ChecklistRow, language: Language) {
  const { code, need, status, source, addressee } = row
  return {
    code,
    title: titleOf(row, language),
    need,
    status,
    source: source?.text ?? null,
    article: source?.article ?? null,
    confidence: source?.confidence ?? null,
    addressee,
    ...(source?.practice ? { practice: true } : {}),
    ...(source?.byAnalogy ? { byAnalogy: true } : {}),
  }
}

function titleOf({ title, about }: ChecklistRow, language: Language): string {
  return about === undefined
    ? title[language]
    : say('paper.about', language, { title: title[language], about })
}
