import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseJson } from '../../../src/shared/domain/case-json.ts'
import { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { pathText, readCase } from '../../../src/shared/domain/read-case.ts'
import { explainFinding } from '../../../src/shared/messages/explain.ts'
import { anItem, aRawCase } from '../../builders/cases.ts'

const read = (raw: unknown) => readCase(JSON.stringify(raw))
const problems = (raw: unknown) => read(raw).findings.map(({ code, subject }) => [code, subject])
const withItem = (changes: Record<string, unknown>) =>
  aRawCase({ groups: [{ name: '证据', set: 'evidence', items: [anItem(changes)] }] })
const withHolder = (changes: Record<string, unknown>) =>
  aRawCase({ rightHolders: [{ id: 'holder', kind: 'individual', ...changes }] })

const item = 'groups[0].items[0]'

test.each([
  { when: 'a key is unknown', raw: aRawCase({ colour: 'red' }), found: [['case.unknown-key', 'colour']] },
  {
    when: 'a key deep inside is unknown',
    raw: withItem({ collected: { who: 'me' } }),
    found: [['case.unknown-key', `${item}.collected.who`]],
  },
  {
    when: 'the format is another one',
    raw: aRawCase({ format: 'other' }),
    found: [['case.not-allowed', 'format']],
  },
  { when: 'the version is newer', raw: aRawCase({ version: 2 }), found: [['case.not-allowed', 'version']] },
  {
    when: 'the notice is absent',
    raw: aRawCase({ notice: undefined }),
    found: [['case.key-missing', 'notice']],
  },
  {
    when: 'the manner is absent',
    raw: aRawCase({ notice: {} }),
    found: [['case.key-missing', 'notice.manner']],
  },
  { when: 'a list is a word', raw: aRawCase({ suspects: 'none' }), found: [['case.wrong-type', 'suspects']] },
  { when: 'a number is broken', raw: aRawCase({ round: 1.5 }), found: [['case.wrong-type', 'round']] },
  { when: 'a number is too small', raw: aRawCase({ round: 0 }), found: [['case.too-small', 'round']] },
  { when: 'a number is too big', raw: aRawCase({ round: 100 }), found: [['case.too-big', 'round']] },
  {
    when: 'an article is not in the list',
    raw: aRawCase({ crimes: ['220'] }),
    found: [['case.not-allowed', 'crimes[0]']],
  },
  {
    when: 'the case code has a space',
    raw: aRawCase({ caseCode: 'A 1' }),
    found: [['case.bad-code', 'caseCode']],
  },
  {
    when: 'the case code is Chinese',
    raw: aRawCase({ caseCode: '案一' }),
    found: [['case.bad-code', 'caseCode']],
  },
  {
    when: 'the case code is long',
    raw: aRawCase({ caseCode: 'A'.repeat(21) }),
    found: [['case.bad-code', 'caseCode']],
  },
  {
    when: 'an id has capitals',
    raw: withHolder({ id: 'Holder' }),
    found: [['case.bad-id', 'rightHolders[0].id']],
  },
  {
    when: 'a date does not exist',
    raw: withItem({ formedOn: '2026-02-29' }),
    found: [['case.not-a-date', `${item}.formedOn`]],
  },
  {
    when: 'a moment has no minute',
    raw: withItem({ collected: { at: '2026-11-22 14' } }),
    found: [['case.not-a-moment', `${item}.collected.at`]],
  },
  {
    when: 'createdAt is local',
    raw: aRawCase({ createdAt: '2026-11-22 14:00' }),
    found: [['case.not-an-instant', 'createdAt']],
  },
  {
    when: 'a hash is short',
    raw: withItem({ sha256: 'ab' }),
    found: [['case.not-a-sha256', `${item}.sha256`]],
  },
  {
    when: 'a line has a break',
    raw: withItem({ name: 'a\nb' }),
    found: [['case.control-characters', `${item}.name`]],
  },
  {
    when: 'text is half a surrogate pair',
    raw: withItem({ name: 'a\ud83d' }),
    found: [['case.control-characters', `${item}.name`]],
  },
  {
    when: 'a paragraph has a tab',
    raw: withItem({ purpose: 'a\tb' }),
    found: [['case.control-characters', `${item}.purpose`]],
  },
  {
    when: 'a line is too long',
    raw: withItem({ name: '长'.repeat(501) }),
    found: [['case.too-big', `${item}.name`]],
  },
  { when: 'a file has no name', raw: withItem({ file: '' }), found: [['case.too-small', `${item}.file`]] },
  { when: 'the whole is a list', raw: [], found: [['case.wrong-type', 'case.json']] },
  { when: 'the whole is null', raw: null, found: [['case.wrong-type', 'case.json']] },
])('refused by path when $when', ({ raw, found }) => {
  expect(problems(raw)).toEqual(found)
})

test('every problem is reported at once, in both languages, with nothing left to fill in', () => {
  const outcome = read({
    ...aRawCase({ caseCode: '', round: 'one', crimes: ['1'], colour: 'red', createdAt: 'today' }),
    rights: [{ kind: 'trademark', name: 'x', classes: [46] }],
    agents: [{ kind: 'lawyer', authority: { signedOn: 'soon', powers: 'all' } }],
  })
  expect(outcome.ok).toBe(false)
  expect(outcome.findings.map(({ subject }) => subject).sort()).toEqual([
    'agents[0].authority.powers',
    'agents[0].authority.signedOn',
    'agents[0].name',
    'caseCode',
    'colour',
    'createdAt',
    'crimes[0]',
    'rights[0].classes[0]',
    'round',
  ])
  for (const found of outcome.findings) {
    for (const language of ['zh', 'en'] as const) {
      const sentence = explainFinding(found, language)
      expect(sentence).toContain(found.subject)
      expect(sentence).not.toMatch(/\{[a-zA-Z]+\}/)
    }
  }
})

test('a wrong type is named in words, a missing choice with all that may be written', () => {
  const [found] = read(aRawCase({ round: 1.5 })).findings
  expect(found && explainFinding(found, 'zh')).toContain('整数')
  const [missing] = read(aRawCase({ notice: {} })).findings
  expect(missing && explainFinding(missing, 'en')).toContain(
    '"written" | "oral" | "telephone" | "public" | "news" | "police" | "platform" | "none"',
  )
})

test.each([
  { when: 'empty', text: '' },
  { when: 'cut off', text: '{"format": ' },
  { when: 'with a trailing comma', text: '{"version": 1,}' },
  { when: 'not JSON at all', text: '<case/>' },
])('text that is $when is one finding about case.json', ({ text }) => {
  expect(readCase(text).findings.map(({ code, subject }) => [code, subject])).toEqual([
    ['case.not-json', 'case.json'],
  ])
})

test('a byte order mark is ignored', () => {
  expect(readCase('\ufeff' + JSON.stringify(aRawCase())).ok).toBe(true)
})

test('blanks are filled with what stands in the format document', () => {
  const { case: record } = readCaseOk(
    JSON.stringify({
      format: 'rights-dossier/case-folder',
      version: 1,
      caseCode: 'A',
      notice: { manner: 'none' },
      suspects: [{ name: '' }],
      rightHolders: [{ id: 'h', kind: 'individual' }],
      agents: [{ name: '', kind: 'lawyer', authority: {} }],
      groups: [{ set: 'evidence', items: [{ file: 'a' }] }],
      bundle: {},
    }),
  )
  expect(record).toEqual({
    format: 'rights-dossier/case-folder',
    version: 1,
    caseCode: 'A',
    round: 1,
    documentLanguage: 'zh',
    notice: { manner: 'none', office: '' },
    suspects: [{ name: '', status: 'unknown' }],
    crimes: [],
    rightHolders: [{ id: 'h', kind: 'individual', nameZh: '' }],
    agents: [{ name: '', kind: 'lawyer', actsFor: [], authority: { powers: [] } }],
    rights: [],
    groups: [
      {
        name: '',
        set: 'evidence',
        items: [
          { file: 'a', name: '', kind: '', source: '', purpose: '', form: '', copies: 1, secrecy: 'none' },
        ],
      },
    ],
    bundle: { dividers: 'group', firstPageNumber: 1, discs: 1 },
  })
})

test.each(['issue-2', 'issue-5'])('the frozen case %s still parses and keeps all it says', (name) => {
  const text = frozenCase(name)
  const { case: record } = readCaseOk(text)
  expect(record).toMatchObject(JSON.parse(text))
  expect(JSON.parse(caseJson(record))).toMatchObject(JSON.parse(text))
})

test('the newest frozen case has every key of version 1', () => {
  const raw: unknown = JSON.parse(frozenCase('issue-5'))
  expect(keysIn(raw)).toEqual(expect.arrayContaining(keysOfSchema(CaseRecord)))
})

function frozenCase(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../fixtures/cases/${name}.json`, import.meta.url)), 'utf8')
}

test('whatever JSON it gets, it answers with findings that name a place, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(CaseRecord.shape)), (value, key) => {
      for (const raw of [value, aRawCase({ [key]: value })]) {
        const outcome = read(raw)
        expect(outcome.ok || outcome.findings.length > 0).toBe(true)
        for (const found of outcome.findings)
          expect(explainFinding(found, 'zh')).not.toMatch(/\{[a-zA-Z]+\}：/)
      }
    }),
    { seed: 20261122, numRuns: 500 },
  )
})

test('paths are written as a person would', () => {
  expect(pathText([])).toBe('case.json')
  expect(pathText(['groups', 0, 'items', 3, 'file'])).toBe('groups[0].items[3].file')
})

function readCaseOk(text: string) {
  const outcome = readCase(text)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings))
  return outcome
}

function keysIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => keysIn(entry, `${path}[]`)))]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => [
    `${path}.${key}`,
    ...keysIn(entry, `${path}.${key}`),
  ])
}

interface Schema {
  readonly def: {
    readonly type: string
    readonly shape?: Record<string, Schema>
    readonly element?: Schema
    readonly innerType?: Schema
  }
}

/** Every key of a schema as `.groups[].items[].file`. */
function keysOfSchema(schema: unknown, path = ''): string[] {
  const { def } = schema as Schema
  if (def.innerType) return keysOfSchema(def.innerType, path)
  if (def.element) return keysOfSchema(def.element, `${path}[]`)
  return Object.entries(def.shape ?? {}).flatMap(([key, inner]) => [
    `${path}.${key}`,
    ...keysOfSchema(inner, `${path}.${key}`),
  ])
}
