import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { placeFolder } from '../../../src/cli/files/place-folder.ts'
import { Failure } from '../../../src/shared/contract/failure.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'

const root = await temporaryFolder()
let count = 0
let parent: string
let folder: string

beforeEach(async () => {
  count += 1
  parent = join(root, String(count))
  folder = join(parent, 'case')
  await mkdir(parent)
})

const all = async () => (await readdir(parent, { recursive: true })).sort()
const fill = async (temporary: string) => {
  await mkdir(join(temporary, 'materials'))
  await writeFile(join(temporary, 'materials/a.txt'), 'a')
  await writeFile(join(temporary, 'case.json'), '{}')
}
const filled = ['case', 'case/case.json', 'case/materials', 'case/materials/a.txt']
const failure = (code: string) => expect.objectContaining({ name: 'Failure', code })

test('a new folder appears when it is complete', async () => {
  let seen: string[] = []
  await placeFolder(folder, async (temporary) => {
    await fill(temporary)
    seen = await readdir(parent)
  })
  expect(seen).toEqual([expect.stringMatching(/^\.case\.[0-9a-f]+\.part$/)])
  expect(await all()).toEqual(filled)
})

test('folders above it are made too', async () => {
  await placeFolder(join(parent, 'x/y/case'), fill)
  expect(await all()).toContain('x/y/case/case.json')
})

test('an empty folder is filled in place, so that a shell standing in it sees the files', async () => {
  await mkdir(folder)
  const link = join(parent, 'link')
  await symlink('case', link)
  await placeFolder(link, fill)
  expect((await readdir(folder)).sort()).toEqual(['case.json', 'materials'])
})

test.each([
  { what: 'a folder with something in it', make: async () => mkdir(join(folder, 'x'), { recursive: true }) },
  { what: 'a file', make: async () => writeFile(folder, '') },
  { what: 'a dangling link', make: async () => symlink('nowhere', folder) },
])('$what is refused and stays as it is', async ({ make }) => {
  await make()
  const before = await all()
  await expect(placeFolder(folder, fill)).rejects.toEqual(failure('folder.not-empty'))
  expect(await all()).toEqual(before)
})

test('a failure while filling leaves an empty folder empty', async () => {
  await mkdir(folder)
  const broken = async (temporary: string) => {
    await fill(temporary)
    throw new Failure('evidence.unreadable', { name: 'x', reason: 'EACCES' })
  }
  await expect(placeFolder(folder, broken)).rejects.toEqual(failure('evidence.unreadable'))
  expect(await all()).toEqual(['case'])
})

test.each([
  { what: 'a new folder', before: async () => undefined },
  { what: 'an empty folder', before: async () => void (await mkdir(folder)) },
])('what somebody puts into $what meanwhile is not touched', async ({ before }) => {
  await before()
  const slow = async (temporary: string) => {
    await fill(temporary)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'case.json'), 'theirs')
  }
  await expect(placeFolder(folder, slow)).rejects.toEqual(failure('folder.not-empty'))
  expect(await all()).toEqual(['case', 'case/case.json'])
  expect(await readFile(join(folder, 'case.json'), 'utf8')).toBe('theirs')
})

test('a failure takes away the folders it made', async () => {
  await expect(
    placeFolder(join(parent, 'x/y/case'), () => Promise.reject(new DOMException('stop', 'AbortError'))),
  ).rejects.toMatchObject({ name: 'AbortError' })
  expect(await all()).toEqual([])
})

test('a complete folder that cannot get its name is a failure, and nothing of it stays', async () => {
  const vanishing = async (temporary: string) => {
    await rm(temporary, { recursive: true })
  }
  await expect(placeFolder(folder, vanishing)).rejects.toEqual(failure('output.unwritable'))
  expect(await all()).toEqual([])
})

test('a file where a folder above should be is said to be unwritable', async () => {
  await writeFile(folder, 'keep')
  await expect(placeFolder(join(folder, 'below'), fill)).rejects.toEqual(failure('output.unwritable'))
  expect(await readFile(folder, 'utf8')).toBe('keep')
})

test('a bug stays a bug: it is not put down to the disk', async () => {
  await expect(placeFolder(folder, () => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError)
  expect(await all()).toEqual([])
})
