import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { gatherFiles } from '../../../src/cli/files/gather-files.ts'
import type { CaseRecord } from '../../../src/shared/domain/case-record.ts'
import { readCase } from '../../../src/shared/domain/read-case.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { dossier } from '../run-dossier.ts'

const root = await temporaryFolder()
let count = 0
let folder: string

beforeEach(async () => {
  count += 1
  folder = join(root, String(count))
  await mkdir(folder)
})

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), `content of ${path}`)
  }
}

async function caseOf(name: string): Promise<CaseRecord> {
  const read = readCase(await readFile(join(folder, name, 'case.json'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.case
}

const items = (record: CaseRecord) => record.groups.flatMap((group) => group.items)

test('every loose file becomes an item and is copied byte for byte; folders are walked', async () => {
  await put('b.pdf', 'scans/1.jpg', 'scans/deep/2.jpg', 'scans/.DS_Store')
  const run = await dossier(folder, 'init', 'case', '--add', 'b.pdf', 'scans', '--json')
  expect(run.code).toBe(0)
  expect(run.json()).toEqual({
    folder: join(folder, 'case'),
    items: 3,
    skipped: [{ path: 'scans/.DS_Store', reason: 'litter', message: expect.any(String) as string }],
  })
  const record = await caseOf('case')
  expect(items(record).map(({ file, name, kind }) => [file, name, kind])).toEqual([
    ['materials/b.pdf', 'b', ''],
    ['materials/scans/1.jpg', '1', ''],
    ['materials/scans/deep/2.jpg', '2', ''],
  ])
  for (const { file } of items(record)) {
    const text = await readFile(join(folder, 'case', file), 'utf8')
    expect(text).toMatch(new RegExp(`^content of .*${basename(file)}$`))
  }
  expect((await gatherFiles(join(folder, 'case'))).files).toHaveLength(4)
})

const odd = {
  emoji: '😀合同👩‍⚖️ v2.pdf',
  long: `${'a'.repeat(196)}.txt`,
  chinese: `${'长'.repeat(80)}.txt`,
  decomposed: 'e\u0301te\u0301.txt',
  backslash: 'a\\b.txt',
  newline: 'a\nb.txt',
  quotes: `"x' $HOME %20.txt`,
  noEnding: 'README',
  dotEnd: 'name..txt',
}

test('names of every kind become a case that check reads: blanks are missing, nothing else is wrong', async () => {
  await put(...Object.values(odd).map((name) => `in/${name}`))
  const made = await dossier(folder, '--lang', 'en', 'init', 'case', '--add', 'in')
  expect([made.code, made.err]).toEqual([0, ''])
  const record = await caseOf('case')
  expect(items(record)).toHaveLength(Object.keys(odd).length)
  const byFile = new Map(items(record).map(({ file, name }) => [basename(file), name]))
  expect(byFile.get(odd.emoji)).toBe('合同 v2')
  expect(byFile.get(odd.long)).toBe('a'.repeat(196))
  expect(byFile.get(odd.decomposed)).toBe('\u00e9t\u00e9')
  expect(byFile.get('a_b.txt')).toBe('a_b')
  const check = await dossier(folder, 'check', 'case', '--json')
  expect(check.code).toBe(1)
  const { findings } = check.json<{ findings: { code: string; severity: string }[] }>()
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  expect(new Set(errors)).toEqual(new Set(['field.required']))
})

test('two files of one name get a number, also where only the letter case differs', async () => {
  await put('a/scan.pdf', 'b/scan.pdf', 'c/SCAN.PDF')
  const run = await dossier(
    folder,
    'init',
    'case',
    '--add',
    'a/scan.pdf',
    'b/scan.pdf',
    '--add',
    'c/SCAN.PDF',
  )
  expect(run.code).toBe(0)
  expect(items(await caseOf('case')).map(({ file }) => file)).toEqual([
    'materials/scan.pdf',
    'materials/scan (2).pdf',
    'materials/SCAN (3).PDF',
  ])
  expect(await readFile(join(folder, 'case/materials/scan (2).pdf'), 'utf8')).toBe('content of b/scan.pdf')
})

test('files are in the order of people, and what is left out is said in words', async () => {
  await put('in/f1', 'in/f10', 'in/f100', 'in/f2', 'in/.secret', 'named.txt')
  await symlink('f1', join(folder, 'in/link'))
  await symlink('named.txt', join(folder, 'named link.txt'))
  const run = await dossier(folder, 'init', 'case', '--add', 'in', 'named link.txt')
  expect(run.code).toBe(0)
  expect(items(await caseOf('case')).map(({ name }) => name)).toEqual([
    'f1',
    'f2',
    'f10',
    'f100',
    'named link',
  ])
  expect(run.err).toMatch(/未加入“in\/\.secret”：是隐藏文件/)
  expect(run.err).toMatch(/未加入“in\/link”：是符号链接/)
  expect(run.err.trimEnd().split('\n')).toHaveLength(2)
})

test('a filled-in case is never replaced: there is no --force', async () => {
  await put('a.txt', 'case/case.json', 'case/notes.txt')
  for (const command of [
    ['init', 'case', '--add', 'a.txt'],
    ['sample', 'case'],
  ]) {
    expect((await dossier(folder, ...command, '--force')).code).toBe(2)
    const run = await dossier(folder, ...command, '--json')
    expect([run.code, run.json<{ error: string }>().error]).toEqual([1, 'folder.not-empty'])
    expect(run.err).not.toContain('--force')
  }
  expect((await readdir(join(folder, 'case'))).sort()).toEqual(['case.json', 'notes.txt'])
  expect(await readFile(join(folder, 'case/case.json'), 'utf8')).toBe('content of case/case.json')
})

test('a path that is not there is said to be so, not put down to permissions', async () => {
  const run = await dossier(folder, 'init', 'case', '--add', 'absent.txt')
  expect(run.code).toBe(1)
  expect(run.err).toMatch(/^没有“.*absent\.txt”这个文件或文件夹/)
})

test('a code and a language of its own', async () => {
  await put('a.txt')
  expect(
    (await dossier(folder, 'init', 'case', '--add', 'a.txt', '--case-code', 'XY-1', '--lang', 'en')).code,
  ).toBe(0)
  expect(await caseOf('case')).toMatchObject({ caseCode: 'XY-1', documentLanguage: 'en' })
})

test.each([
  { when: 'an added folder is empty', args: ['init', 'case', '--add', 'empty'], code: 2, says: '--add' },
  { when: 'nothing is added', args: ['init', 'case'], code: 2, says: '--add' },
  { when: 'no folder is named', args: ['init', '--add', 'a.txt'], code: 2, says: '<文件夹>' },
  {
    when: 'the code is no code',
    args: ['init', 'case', '--add', 'a.txt', '--case-code', '案'],
    code: 2,
    says: '--case-code',
  },
  {
    when: 'a file is not there',
    args: ['init', 'case', '--add', 'a.txt', 'absent.txt'],
    code: 1,
    says: 'absent.txt',
  },
  { when: 'the folder is taken', args: ['init', 'taken', '--add', 'a.txt'], code: 1, says: 'taken' },
])('refused with $code when $when, and nothing is written', async ({ args, code, says }) => {
  await put('a.txt', 'taken/x')
  await mkdir(join(folder, 'empty'))
  const run = await dossier(folder, ...args)
  expect(run.code).toBe(code)
  expect(run.err).toContain(says)
  expect((await readdir(folder)).sort()).toEqual(['a.txt', 'empty', 'taken'])
  expect(await readdir(join(folder, 'taken'))).toEqual(['x'])
})
