import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  caseFolderAt,
  locateFiles,
  openCaseFolder,
  type OpenedCase,
  unlistedFiles,
} from '../../../src/cli/files/case-folder.ts'
import { anItem, aRawCase } from '../../builders/cases.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'

const root = await temporaryFolder()
let count = 0
let folder: string

beforeEach(async () => {
  count += 1
  folder = join(root, String(count), 'case')
  await mkdir(folder, { recursive: true })
})

async function put(path: string, text = path): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

async function opened(...files: string[]): Promise<OpenedCase> {
  await put(
    'case.json',
    JSON.stringify(
      aRawCase({ groups: [{ name: '证据', set: 'evidence', items: files.map((file) => anItem({ file })) }] }),
    ),
  )
  const result = await openCaseFolder(folder)
  if (!('record' in result)) throw new Error(JSON.stringify(result.findings))
  return result
}

const found = async (...files: string[]) => {
  const { files: located, findings } = await locateFiles(await opened(...files))
  return {
    files: located.map(({ path, absolute, bytes }) => [path, absolute, bytes]),
    findings: findings.map(({ code, subject, facts }) => [code, subject, facts['reason'] ?? '']),
  }
}
const unlisted = async (...files: string[]) =>
  (await unlistedFiles(await opened(...files))).map(({ code, subject }) => `${code} ${subject}`)

const at = (index: number) => `groups[0].items[${index}].file`
const nfc = '\u00e9t\u00e9'
const nfd = 'e\u0301te\u0301'

test('a folder without case.json is refused with the reason', async () => {
  await expect(openCaseFolder(folder)).rejects.toMatchObject({
    code: 'case.unreadable',
    facts: { reason: 'ENOENT' },
  })
  await mkdir(join(folder, 'case.json'))
  await expect(openCaseFolder(folder)).rejects.toMatchObject({ facts: { reason: 'EISDIR' } })
})

test('problems of case.json come back as findings', async () => {
  await put('case.json', '{')
  expect((await openCaseFolder(folder)).findings.map(({ code }) => code)).toEqual(['case.not-json'])
})

test('files are found, also those whose names begin with dots', async () => {
  await put('a/b.pdf')
  await put('..a')
  expect(await found('a/b.pdf', '..a')).toEqual({
    files: [
      ['a/b.pdf', join(folder, 'a/b.pdf'), 7],
      ['..a', join(folder, '..a'), 3],
    ],
    findings: [],
  })
})

test('what is not there is left to the plan; what is no file is named', async () => {
  await mkdir(join(folder, 'folder'))
  await put('file')
  expect(await found('absent', 'folder', 'file/below', '../outside')).toEqual({
    files: [],
    findings: [
      ['file.unreadable', at(1), 'EISDIR'],
      ['file.unreadable', at(2), 'ENOTDIR'],
    ],
  })
})

describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  test('one that stays inside is followed, one that leads out is refused', async () => {
    await put('real.pdf')
    await put('../secret.txt')
    await symlink('real.pdf', join(folder, 'inside.pdf'))
    await symlink('../secret.txt', join(folder, 'out.txt'))
    await symlink('..', join(folder, 'up'))
    await symlink(join(root, String(count)), join(folder, 'absolute'))
    await symlink('nowhere', join(folder, 'dangling'))
    expect(await found('inside.pdf', 'out.txt', 'up/secret.txt', 'absolute/secret.txt', 'dangling')).toEqual({
      files: [['inside.pdf', join(folder, 'real.pdf'), 8]],
      findings: [1, 2, 3].map((index) => ['file.outside', at(index), '']),
    })
  })

  test('a neighbour whose name begins like the case folder is outside too', async () => {
    await put('../case-2/secret.txt')
    await symlink('../case-2/secret.txt', join(folder, 'a'))
    expect((await found('a')).findings).toEqual([['file.outside', at(0), '']])
  })

  test('a case folder that is itself reached by a link is fine', async () => {
    await put('a.pdf')
    const record = await opened('a.pdf')
    await symlink(folder, `${folder}-link`)
    expect((await locateFiles({ ...record, folder: `${folder}-link` })).findings).toEqual([])
  })
})

describe.skipIf(process.platform === 'darwin')('names in two Unicode forms', () => {
  test.each([
    { disk: `${nfd}/${nfd}.pdf`, written: `${nfc}/${nfc}.pdf` },
    { disk: `${nfc}/${nfd}.pdf`, written: `${nfc}/${nfc}.pdf` },
    { disk: `${nfc}/${nfc}.pdf`, written: `${nfd}/${nfd}.pdf` },
  ])('$disk is found as $written, and counts as listed', async ({ disk, written }) => {
    await put(disk)
    expect((await found(written)).files).toEqual([
      [written, join(folder, ...disk.split('/')), Buffer.byteLength(disk)],
    ])
    expect(await unlisted(written)).toEqual([])
  })

  test('of twins on the disk the exact one is taken, and the other is not listed', async () => {
    await put(`${nfc}.pdf`, 'composed')
    await put(`${nfd}.pdf`, 'decomposed!')
    expect((await found(`${nfd}.pdf`)).files).toEqual([[`${nfd}.pdf`, join(folder, `${nfd}.pdf`), 11]])
    expect(await unlisted(`${nfd}.pdf`)).toEqual([`file.not-listed ${nfc}.pdf`])
  })
})

test('files beside the listed ones are noted; litter, hidden files and read-me files are not', async () => {
  for (const path of [
    'a.pdf',
    'b/c.pdf',
    'README.md',
    '.git/config',
    '.hidden',
    '.DS_Store',
    'b/Thumbs.db',
    '~$a.docx',
  ]) {
    await put(path)
  }
  expect(await unlisted('a.pdf')).toEqual(['file.not-listed b/c.pdf'])
})

test.runIf(process.platform === 'linux')(
  'a name that is no Unicode text is noted too, and stops nothing',
  async () => {
    await put('a.pdf')
    await mkdir(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xba, 0xcf])]))
    await writeFile(Buffer.concat([Buffer.from(`${folder}/x`), Buffer.from([0xff]), Buffer.from('.pdf')]), '')
    expect(await unlisted('a.pdf')).toEqual(['file.not-listed \\xba\\xcf', 'file.not-listed x\\xff.pdf'])
  },
)

test('the case folder may be named by its case.json; another file of it may not', async () => {
  await put('case.json', '{')
  await put('a.pdf')
  expect(await caseFolderAt(join(folder, 'case.json'))).toBe(folder)
  for (const path of [folder, join(folder, 'a.pdf'), join(folder, 'absent')]) {
    expect(await caseFolderAt(path)).toBe(path)
  }
})
