import { createHash } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EnginePage } from './page/page.ts'
import { openEnginePage, type OpenedEnginePage } from './engine-page.ts'

declare const page: EnginePage

let folder: string
let opened: OpenedEnginePage

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-page-'))
  opened = await openEnginePage(join(folder, 'built'))
})
afterAll(async () => {
  await opened?.close()
  await rm(folder, { recursive: true, force: true })
})

async function choose(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  await opened.page.setInputFiles('#files', path)
  return path
}

test('takes a file in with the digests of other programs', async () => {
  const bytes = randomBytes(9 * 1024 * 1024 + 17)
  await choose('photo.bin', bytes)
  const outcome = await opened.page.evaluate(() => page.takeIn('a/photo.bin'))
  expect(outcome.value).toMatchObject({
    original: {
      path: 'a/photo.bin',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sha512: createHash('sha512').update(bytes).digest('hex'),
      sm3: createHash('sm3').update(bytes).digest('hex'),
    },
    known: false,
  })
})
