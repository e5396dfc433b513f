import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dossierSchema } from '../scripts/dossier-schema.ts'
import { thirdPartyNotices } from '../scripts/third-party-notices.ts'
import { planBundle } from '../src/shared/domain/plan-bundle.ts'
import { CaseRecord } from '../src/shared/domain/case-record.ts'
import { DossierIndex } from '../src/shared/domain/dossier-index.ts'
import { commandNames } from '../src/cli/arguments.ts'
import { intakeOf, law, limits } from './builders/cases.ts'

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')

test('the third-party notices are those of the lock file', async () => {
  expect(await read('THIRD_PARTY_NOTICES.md')).toBe(await thirdPartyNotices())
})

test('every runtime dependency has a notice with a licence and a holder', async () => {
  const { dependencies } = JSON.parse(await read('package.json')) as { dependencies: Record<string, string> }
  const rows = (await read('THIRD_PARTY_NOTICES.md')).split('\n').filter((line) => /^\| [@a-z]/.test(line))
  for (const [name, version] of Object.entries(dependencies)) {
    const real = /^npm:(.*)@/.exec(version)?.[1] ?? name
    expect(rows.some((row) => row.startsWith(`| ${real} |`))).toBe(true)
  }
  expect(rows.filter((row) => row.includes('not stated') || /\| \|$/.test(row))).toEqual([])
})

test('the published schema of dossier.json is the one in the code', async () => {
  expect(await read('docs/formats/dossier-v1.schema.json')).toBe(dossierSchema())
})

test('the format of case.json names every key of the schema', async () => {
  const document = await read('docs/formats/case-folder-v1.md')
  expect(keysOf(CaseRecord).filter((key) => !document.includes(`\`${key}\``))).toEqual([])
})

test('the format of dossier.json names every key of the schema', async () => {
  const document = await read('docs/formats/dossier-v1.md')
  const words = new Set(document.match(/[A-Za-z0-9]+/g))
  const own = keysOf(DossierIndex).filter((key) => !words.has(key))
  // Copied from case.json, and described there.
  const described = await read('docs/formats/case-folder-v1.md')
  expect(own.filter((key) => !described.includes(`\`${key}\``))).toEqual([])
})

test('the format of case.json names every limit as it is', async () => {
  const document = await read('docs/formats/case-folder-v1.md')
  const { note: _, ...figures } = limits
  for (const [name, value] of Object.entries(figures)) {
    expect(document.split('\n').some((line) => line.startsWith(`| \`${name}\` | ${value}`))).toBe(true)
  }
})

test('the smallest case of the format document can be built', async () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(await read('docs/formats/case-folder-v1.md')) ?? []
  const record = CaseRecord.parse(JSON.parse(example))
  const outcome = planBundle({
    case: record,
    intake: intakeOf(record),
    createdAt: '2026-11-22T06:00:00Z',
    draft: false,
    limits,
    law,
  })
  expect(outcome).toMatchObject({ ok: true, findings: [] })
})

test('the changelog and the read-me name every command', async () => {
  for (const document of ['CHANGELOG.md', 'README.md']) {
    const text = await read(document)
    expect(commandNames.filter((name) => !text.includes(`${name} `) && !text.includes(`${name}\``))).toEqual(
      [],
    )
  }
})

interface Schema {
  readonly def: {
    readonly shape?: Record<string, Schema>
    readonly element?: Schema
    readonly innerType?: Schema
  }
}

/** Every key anywhere in a schema, once. */
function keysOf(schema: unknown): string[] {
  const { def } = schema as Schema
  const inner = def.innerType ?? def.element
  if (inner) return keysOf(inner)
  return [...new Set(Object.entries(def.shape ?? {}).flatMap(([key, below]) => [key, ...keysOf(below)]))]
}
