import type { CaseReport } from '../shared/domain/case-report.ts'
import type { ChecklistRow } from '../shared/domain/checklist.ts'
import type { Language } from '../shared/messages/explain.ts'
import { rowTitle, sayChecklist, sourceText } from '../shared/messages/say-checklist.ts'
import type { Terminal } from './terminal.ts'

/** Says how complete the papers of a case are on a day, and lists those that are required or were taken up. */
export function sayPapers(
  terminal: Pick<Terminal, 'say' | 'language'>,
  { checklist, completeness }: Pick<CaseReport, 'checklist' | 'completeness'>,
  on: string,
): void {
  const { language } = terminal
  const { done, of } = completeness
  const shown = checklist.filter(({ need, status }) => need === 'required' || status !== 'missing')
  terminal.say('check.papers', { on, done, of, more: checklist.length - shown.length })
  for (const row of shown) {
    terminal.say('check.paper', {
      status: sayChecklist(`status.${row.status}`, language),
      title: rowTitle(row, language),
      need: sayChecklist(`need.${row.need}`, language),
      source: sourceText(row.source, language),
    })
  }
}

/**
 * A row as `--json` gives it. What a person or an office added claims no law: its source, article and confidence are null.
 * `practice` and `byAnalogy` are there when true.
 */
export function rowJson(row: ChecklistRow, language: Language) {
  const { code, need, status, source, addressee } = row
  return {
    code,
    title: rowTitle(row, language),
    need,
    status,
    source: source?.text ?? null,
    article: source?.article ?? null,
    confidence: source?.confidence ?? null,
    addressee,
    ...(source?.practice && { practice: true }),
    ...(source?.byAnalogy && { byAnalogy: true }),
  }
}
