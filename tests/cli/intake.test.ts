import { expect, test } from 'vitest'
import { surveyorOf, takeInFiles } from '../../src/cli/intake.ts'
import type { WorkerOutcome, WorkerPool } from '../../src/cli/worker-pool.ts'
import type { PlannedItem } from '../../src/shared/domain/bundle-plan.ts'
import { planBundle } from '../../src/shared/domain/plan-bundle.ts'
import { explainFinding } from '../../src/shared/messages/explain.ts'
import { aCase, law, limits, takenIn } from '../builders/cases.ts'

const { signal } = new AbortController()
const context = { signal, report: () => undefined }

/** A pool whose every worker comes out the same way. */
const poolOf = (outcome: WorkerOutcome | (() => WorkerOutcome)) =>
  ({ run: async () => (typeof outcome === 'function' ? outcome() : outcome) }) as unknown as WorkerPool

function anOriginal(mediaType: string, bytes: number): PlannedItem {
  const record = aCase()
  const intake = new Map([['materials/a.pdf', takenIn('materials/a.pdf', 'x', { mediaType, bytes })]])
  const outcome = planBundle({
    case: record,
    intake,
    createdAt: '2026-11-22T06:00:00Z',
    draft: false,
    limits,
    law,
  })
  const [item] = outcome.ok ? outcome.plan.groups.flatMap(({ items }) => items) : []
  if (!item) throw new Error('not planned')
  return item
}

const shown = { shown: true, kind: 'pdf', pageCount: 3, findings: [] }

test.each([
  {
    what: 'a PDF that opens',
    type: 'application/pdf',
    bytes: 10,
    outcome: { state: 'done', value: shown },
    code: '',
  },
  { what: 'an empty file', type: 'text/plain', bytes: 0, outcome: { state: 'done' }, code: 'file.empty' },
  { what: 'a video', type: 'video/mp4', bytes: 10, outcome: { state: 'done' }, code: 'file.not-shown' },
  {
    what: 'a PDF above the limit',
    type: 'application/pdf',
    bytes: limits.maxItemBytesForPages + 1,
    outcome: { state: 'done' },
    code: 'pdf.too-large',
  },
  {
    what: 'a PDF that hangs',
    type: 'application/pdf',
    bytes: 10,
    outcome: { state: 'timed-out' },
    code: 'pdf.timed-out',
  },
  {
    what: 'a PDF that takes its worker along',
    type: 'application/pdf',
    bytes: 10,
    outcome: { state: 'crashed', reason: 'out of memory' },
    code: 'pdf.unreadable',
  },
  {
    what: 'an image that cannot be read',
    type: 'image/png',
    bytes: 10,
    outcome: { state: 'failed', reason: 'EACCES' },
    code: 'image.unreadable',
  },
])('$what: $code', async ({ type, bytes, outcome, code }) => {
  const item = anOriginal(type, bytes)
  const pathOf = new Map([[item.file.sha256, 'on-disk']])
  const survey = await surveyorOf(pathOf, poolOf(outcome as WorkerOutcome), limits, signal)(item)
  expect(survey.findings.map((found) => [found.code, found.subject])).toEqual(
    code === '' ? [] : [[code, 'E001']],
  )
  expect(survey.shown).toBe(code === '')
  for (const found of survey.findings) {
    for (const language of ['zh', 'en'] as const)
      expect(explainFinding(found, language)).not.toMatch(/\{[a-zA-Z]+\}/)
  }
})

test('a file that cannot be read is a finding at its place, and the others are taken in', async () => {
  const files = ['a', 'b', 'c'].map((path, n) => ({
    path,
    at: `groups[0].items[${n}].file`,
    absolute: path,
    bytes: n,
  }))
  const outcomes: WorkerOutcome[] = [
    { state: 'failed', reason: 'EIO' },
    { state: 'done', value: takenIn('b') },
    { state: 'done', value: takenIn('a') },
  ]
  const { intake, findings } = await takeInFiles(
    files,
    poolOf(() => outcomes.shift() ?? { state: 'timed-out' }),
    context,
  )
  expect([...intake.keys()].sort()).toEqual(['a', 'b'])
  expect(findings.map(({ code, subject, facts }) => [code, subject, facts['reason']])).toEqual([
    ['file.unreadable', 'groups[0].items[2].file', 'EIO'],
  ])
})
