import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { foreignInDisc } from '../../../src/cli/files/disc-remains.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'

const root = await temporaryFolder()
const bag = '90_电子卷_请勿改动'
let count = 0
let folder: string

async function put(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

beforeEach(async () => {
  count += 1
  folder = join(root, String(count))
  for (const name of ['01_证据目录.pdf', '02_合并卷.pdf', '03_说明.txt', '.DS_Store']) await put(name)
  await put(`${bag}/manifest-sha256.txt`, 'aa  data/01_组/E001_a b.pdf\nbb  data/100%25.pdf\n')
  await put(`${bag}/tagmanifest-sha256.txt`, 'cc  bagit.txt\ndd  manifest-sha256.txt\nee  META-INF/x.xml\n')
  for (const path of ['bagit.txt', 'META-INF/x.xml', 'META-INF/signature001.p7s', 'data/100%.pdf']) {
    await put(`${bag}/${path}`)
  }
  await put(`${bag}/data/01_组/E001_a b.pdf`)
})

test('a disc folder of ours holds nothing foreign', async () => {
  expect(await foreignInDisc(folder)).toBeUndefined()
})

test.each([
  ['notes.txt'],
  ['01_证据目录.pdf.bak'],
  ['mine/x.txt', 'mine'],
  [`${bag}/notes.txt`],
  [`${bag}/data/01_组/notes.txt`],
  [`${bag}/META-INF/notes.txt`],
])('%s is foreign', async (path, named = path) => {
  await put(path)
  expect(await foreignInDisc(folder)).toBe(named)
})

test('a bag without its manifests holds nothing that is known to be ours', async () => {
  await put(`${bag}/manifest-sha256.txt`, '')
  expect(await foreignInDisc(folder)).toContain(`${bag}/data/`)
})
