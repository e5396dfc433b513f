import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { gatherFiles } from '../../../src/cli/files/gather-files.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'

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
    await writeFile(join(folder, path), path)
  }
}

test('every file once, with slashes, in the order of people', async () => {
  await put('b/2.txt', 'b/1.txt', 'a.txt', 'b/c/d.txt', 'b/10.txt')
  expect(await gatherFiles(folder)).toEqual({
    files: ['a.txt', 'b/1.txt', 'b/2.txt', 'b/10.txt', 'b/c/d.txt'],
    skipped: [],
  })
})

test('what is left out is named, with the reason; a hidden folder once', async () => {
  await put('a.txt', '.hidden.pdf', '.git/config', '.git/HEAD', 'x/.DS_Store', 'x/~$a.docx')
  await symlink('a.txt', join(folder, 'link.txt'))
  await symlink('..', join(folder, 'x/loop'))
  await symlink('nowhere', join(folder, 'dangling'))
  expect(await gatherFiles(folder)).toEqual({
    files: ['a.txt'],
    skipped: [
      { path: '.git', reason: 'hidden' },
      { path: '.hidden.pdf', reason: 'hidden' },
      { path: 'dangling', reason: 'link' },
      { path: 'link.txt', reason: 'link' },
      { path: 'x/.DS_Store', reason: 'litter' },
      { path: 'x/loop', reason: 'link' },
      { path: 'x/~$a.docx', reason: 'litter' },
    ],
  })
})

test.runIf(process.platform === 'linux')('pipes and names that are no Unicode text', async () => {
  await put('a.txt')
  execFileSync('mkfifo', [join(folder, 'pipe')])
  const at = (...name: number[]) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)])
  await writeFile(at(0xba, 0xcf, 0x2e, 0x70), '')
  await mkdir(at(0x64, 0xff))
  await writeFile(at(0x64, 0xff, 0x2f, 0x61), '')
  const { files, skipped } = await gatherFiles(folder)
  expect(files).toEqual(['a.txt'])
  expect(skipped).toEqual([
    { path: '\\xba\\xcf.p', reason: 'bad-name' },
    { path: 'd\\xff', reason: 'bad-name' },
    { path: 'pipe', reason: 'special' },
  ])
})
