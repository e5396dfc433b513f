import { expect, test } from 'vitest'
import { contradictionsOf, isInsideFolder } from '../../../src/shared/domain/case-contradictions.ts'
import type { TakenIn } from '../../../src/shared/domain/intake.ts'
import { aCase, anItem, intakeOf, law, takenIn } from '../../builders/cases.ts'

const groups = (...items: Record<string, unknown>[]) => ({
  groups: [{ name: '证据', set: 'evidence', items: items.map(anItem) }],
})

function found(changes: Record<string, unknown>, intake?: ReadonlyMap<string, TakenIn>) {
  const record = aCase(changes)
  return contradictionsOf({ case: record, intake: intake ?? intakeOf(record), law }).map(
    ({ code, subject, facts }) => ({ code, subject, facts }),
  )
}

const file = (index: number) => `groups[0].items[${index}].file`
const nfc = '\u00e9t\u00e9.pdf'
const nfd = 'e\u0301te\u0301.pdf'

test('a sound case has none', () => {
  expect(found({})).toEqual([])
})

test.each([
  {
    when: 'a file is not there',
    changes: groups({ file: 'a.pdf' }),
    intake: new Map(),
    expected: [{ code: 'file.missing', subject: file(0), facts: { file: 'a.pdf' } }],
  },
  {
    when: 'a file has another content than recorded',
    changes: groups({ file: 'a.pdf', sha256: '0'.repeat(64) }),
    expected: [
      {
        code: 'file.wrong-hash',
        subject: file(0),
        facts: { file: 'a.pdf', expected: '0'.repeat(64), actual: takenIn('a.pdf').sha256 },
      },
    ],
  },
  {
    when: 'a file has the recorded content',
    changes: groups({ file: 'a.pdf', sha256: takenIn('a.pdf').sha256 }),
    expected: [],
  },
  {
    when: 'two items are one file',
    changes: groups({ file: 'a.pdf' }, { file: 'b.pdf' }, { file: 'a.pdf' }),
    expected: [{ code: 'file.twice', subject: file(2), facts: { file: 'a.pdf', first: file(0) } }],
  },
  {
    when: 'two names differ by Unicode form only',
    changes: groups({ file: nfc }, { file: nfd }),
    expected: [{ code: 'file.twice', subject: file(1), facts: { file: nfd, first: file(0) } }],
  },
  {
    when: 'two files have one content',
    changes: groups({ file: 'a.pdf' }, { file: 'b.pdf' }),
    intake: new Map([
      ['a.pdf', takenIn('a.pdf', 'same')],
      ['b.pdf', takenIn('b.pdf', 'same')],
    ]),
    expected: [{ code: 'file.same-content', subject: file(1), facts: { file: 'b.pdf', other: 'a.pdf' } }],
  },
  {
    when: 'two files are empty, which says nothing',
    changes: groups({ file: 'a.pdf' }, { file: 'b.pdf' }),
    intake: new Map([
      ['a.pdf', takenIn('a.pdf', '')],
      ['b.pdf', takenIn('b.pdf', '')],
    ]),
    expected: [],
  },
  {
    when: 'a path climbs out',
    changes: groups({ file: '../a.pdf' }),
    expected: [{ code: 'file.outside', subject: file(0), facts: { file: '../a.pdf' } }],
  },
  {
    when: 'two holders have one id',
    changes: {
      rightHolders: [
        { id: 'holder', kind: 'individual', nameZh: '甲' },
        { id: 'holder', kind: 'individual', nameZh: '乙' },
      ],
    },
    expected: [{ code: 'case.holder-twice', subject: 'rightHolders[1].id', facts: { id: 'holder' } }],
  },
  {
    when: 'agent and right name a holder that is not there',
    changes: {
      agents: [{ name: '王示例', kind: 'lawyer', actsFor: ['holder', 'other'] }],
      rights: [{ kind: 'copyright', name: '示例', holder: 'third' }],
    },
    expected: [
      { code: 'case.holder-unknown', subject: 'agents[0].actsFor[1]', facts: { id: 'other' } },
      { code: 'case.holder-unknown', subject: 'rights[0].holder', facts: { id: 'third' } },
    ],
  },
  {
    when: 'three agents act for one holder',
    changes: {
      agents: ['甲', '乙', '丙'].map((name) => ({ name, kind: 'lawyer', actsFor: ['holder'] })),
    },
    expected: [
      { code: 'case.too-many-agents', subject: 'agents', facts: { id: 'holder', count: 3, limit: 2 } },
    ],
  },
  {
    when: 'an agency acts',
    changes: { agents: [{ name: '示例代理公司', kind: 'agency', actsFor: ['holder'] }] },
    expected: [{ code: 'case.agent-agency', subject: 'agents[0].kind', facts: {} }],
  },
])('$when', ({ changes, intake, expected }) => {
  expect(found(changes, intake)).toEqual(expected)
})

test.each([
  ['a.pdf', true],
  ['证据/录像 (1).mp4', true],
  ['..a/b..c', true],
  ['...', true],
  ['../a', false],
  ['a/../b', false],
  ['a/..', false],
  ['./a', false],
  ['a//b', false],
  ['a/', false],
  ['/etc/passwd', false],
  ['a\\b', false],
  ['..\\a', false],
  ['C:/a', false],
  ['c:a', false],
  ['\\\\server\\share', false],
  ['a\0b', false],
  ['', false],
])('%j stays inside the folder: %j', (path, inside) => {
  expect(isInsideFolder(path)).toBe(inside)
})
