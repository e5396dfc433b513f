import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../builders/temporary-folder.ts'
import { hasTool } from '../../judges.ts'
import { dossier } from '../run-dossier.ts'

const folder = await temporaryFolder()
const files = ['empty', '证据 1.bin', 'big.bin']
await writeFile(join(folder, 'empty'), '')
await writeFile(join(folder, '证据 1.bin'), 'abc')
// More than one buffer, and not a multiple of one.
await writeFile(join(folder, 'big.bin'), Buffer.alloc(3 * 1024 * 1024 + 17, 'dossier'))
await mkdir(join(folder, 'folder'))

interface Hashed {
  files: { path: string; bytes: number; sha256: string; sm3: string }[]
  unreadable: { path: string; message: string }[]
}

test('the published examples: SHA-256 of FIPS 180-4, SM3 of GB/T 32905', async () => {
  const run = await dossier(folder, 'hash', '--json', '证据 1.bin')
  expect(run.code).toBe(0)
  expect(run.json<Hashed>()).toEqual({
    files: [
      {
        path: '证据 1.bin',
        bytes: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
      },
    ],
    unreadable: [],
  })
})

test('people read both digests below each name', async () => {
  const run = await dossier(folder, 'hash', 'empty')
  expect(run.out).toBe(
    'empty\n' +
      '  SHA-256  e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n' +
      '  SM3      1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b\n',
  )
})

test('what cannot be read is said, and the rest is done', async () => {
  const run = await dossier(folder, 'hash', '--json', '--lang', 'en', 'absent', 'folder', 'empty')
  expect(run.code).toBe(1)
  const { files: hashed, unreadable } = run.json<Hashed>()
  expect(hashed.map(({ path }) => path)).toEqual(['empty'])
  expect(unreadable.map(({ path, message }) => [path, message.includes(path)])).toEqual([
    ['absent', true],
    ['folder', true],
  ])
})

test('without files it is misused, and says so in JSON too', async () => {
  const run = await dossier(folder, 'hash', '--json', '--lang', 'en')
  expect(run.code).toBe(2)
  expect(run.json()).toMatchObject({ error: 'usage.missing' })
  expect(run.err).toContain('<files…>')
})

describe('against other programs', () => {
  const hashed = async () => (await dossier(folder, 'hash', '--json', ...files)).json<Hashed>().files

  test.skipIf(!hasTool('sha256sum'))('SHA-256 is what sha256sum says', async () => {
    const said = execFileSync('sha256sum', files, { cwd: folder, encoding: 'utf8' })
    expect((await hashed()).map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')).toBe(said)
  })

  test.skipIf(!hasTool('openssl'))('SM3 is what openssl says', async () => {
    const said = files.map((file) =>
      execFileSync('openssl', ['dgst', '-sm3', '-r', file], { cwd: folder, encoding: 'utf8' }).slice(0, 64),
    )
    expect((await hashed()).map(({ sm3 }) => sm3)).toEqual(said)
  })
})
