import type { z } from 'zod'
import { type Finding, finding } from '../contract/finding.ts'
import { CaseRecord } from './case-record.ts'

export type ReadCase =
  | { readonly ok: true; readonly case: CaseRecord; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Parses the text of `case.json`. Reports every problem at once, each with its path and what to write instead;
 * unknown keys are refused by name. A byte order mark is ignored.
 */
export function readCase(text: string): ReadCase {
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return { ok: false, findings: [finding('case.not-json', 'case.json', { reason: reasonOf(error) })] }
  }
  const parsed = CaseRecord.safeParse(raw, { reportInput: true })
  if (!parsed.success) return { ok: false, findings: parsed.error.issues.flatMap(findingsOf) }
  return { ok: true, case: parsed.data, findings: [] }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  const path = pathText(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => finding('case.unknown-key', joinPath(path, key), { key }))
    case 'invalid_type':
      return issue.input === undefined
        ? [finding('case.key-missing', path, { expected: issue.expected })]
        : [finding('case.wrong-type', path, { expected: issue.expected })]
    case 'invalid_value': {
      const allowed = issue.values.map((value) => JSON.stringify(value)).join(' | ')
      return issue.input === undefined
        ? [finding('case.key-missing', path, { expected: allowed })]
        : [finding('case.not-allowed', path, { given: shown(issue.input), allowed })]
    }
    case 'too_big':
      return [finding('case.too-big', path, { maximum: String(issue.maximum) })]
    case 'too_small':
      return [finding('case.too-small', path, { minimum: String(issue.minimum) })]
    default:
      return [finding(ownRules[issue.message] ?? 'case.wrong-form', path, { given: shown(issue.input) })]
  }
}

const ownRules: Readonly<Record<string, Finding['code']>> = {
  date: 'case.not-a-date',
  moment: 'case.not-a-moment',
  instant: 'case.not-an-instant',
  'case-code': 'case.bad-code',
  sha256: 'case.not-a-sha256',
  id: 'case.bad-id',
  'one-line': 'case.control-characters',
  'no-control-characters': 'case.control-characters',
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? text.slice(0, 77) + '…' : text
}

/** `groups[0].items[3].file` for a path of keys and indexes. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => joinPath(text, key), '') || 'case.json'
}

function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' || path === 'case.json' ? String(key) : `${path}.${String(key)}`
}
