import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { outputFolder } from '../../../src/cli/files/output-folder.ts'
import type { OutputFolder } from '../../../src/engine/ports.ts'
import { temporaryFolder } from '../../builders/temporary-folder.ts'

const root = await temporaryFolder()
let count = 0
let folder: string

beforeEach(async () => {
  count += 1
  folder = join(root, String(count))
  await mkdir(folder)
})

const bytes = (text: string) => new TextEncoder().encode(text)

async function put(output: OutputFolder, path: string, ...chunks: string[]) {
  const file = await output.create(path)
  await file.write(chunks.map(bytes))
  return file.close()
}

const all = async () => (await readdir(folder, { recursive: true })).sort()
const text = (path: string) => readFile(join(folder, path), 'utf8')
const failure = (code: string) => expect.objectContaining({ name: 'Failure', code })

test('files and folders appear together, when published and not before', async () => {
  const output = outputFolder(folder, false)
  await put(output, 'a.zip', 'one', '', 'two')
  await put(output, 'disc/01.pdf', 'pdf')
  await put(output, 'disc/90/data/x.txt', 'x')
  expect((await readdir(folder)).every((name) => /^\..*\.part$/.test(name))).toBe(true)
  await output.publish()
  await output.discard()
  expect(await all()).toEqual([
    'a.zip',
    'disc',
    'disc/01.pdf',
    'disc/90',
    'disc/90/data',
    'disc/90/data/x.txt',
  ])
  expect(await text('a.zip')).toBe('onetwo')
})

test('a closed file can be read again before it has its name', async () => {
  const output = outputFolder(folder, false)
  const source = await put(output, 'a.bin', '0123456789')
  expect(source.size).toBe(10)
  expect(Buffer.from(await source.read(3, 4)).toString()).toBe('3456')
  expect(Buffer.from(await source.read(8, 40)).toString()).toBe('89')
  const parts: string[] = []
  for await (const chunk of source.stream(2, 9)) parts.push(Buffer.from(chunk).toString())
  expect(parts.join('')).toBe('2345678')
  await output.discard()
})

test('more pieces than the system takes at once arrive in order', async () => {
  const output = outputFolder(folder, false)
  const pieces = Array.from({ length: 2500 }, (_, n) => `${n},`)
  await put(output, 'a', ...pieces)
  await output.publish()
  expect(await text('a')).toBe(pieces.join(''))
})

test.each([
  { what: 'a file', make: () => writeFile(join(folder, 'a'), 'old') },
  { what: 'a folder', make: () => mkdir(join(folder, 'a')) },
  { what: 'a dangling link', make: () => symlink('nowhere', join(folder, 'a')) },
])('$what of the same name is refused before anything is written', async ({ make }) => {
  await make()
  const before = await all()
  await expect(outputFolder(folder, false).create('a')).rejects.toEqual(failure('output.exists'))
  expect(await all()).toEqual(before)
})

test('a name that appeared meanwhile is refused at publishing, and nothing of ours stays', async () => {
  const output = outputFolder(folder, false)
  await put(output, 'a', 'new')
  await put(output, 'b', 'new')
  await writeFile(join(folder, 'b'), 'foreign')
  await expect(output.publish()).rejects.toEqual(failure('output.exists'))
  await output.discard()
  expect(await all()).toEqual(['b'])
  expect(await text('b')).toBe('foreign')
})

test('with force, old files and folders are replaced whole, at publishing only', async () => {
  await mkdir(join(folder, 'disc'))
  await writeFile(join(folder, 'disc/old.txt'), 'old')
  await writeFile(join(folder, 'a'), 'old')
  const output = outputFolder(folder, true, { foreignIn: () => Promise.resolve(undefined) })
  await put(output, 'a', 'new')
  await put(output, 'disc/new.txt', 'new')
  expect(await text('a')).toBe('old')
  await output.publish()
  expect(await all()).toEqual(['a', 'disc', 'disc/new.txt'])
  expect(await text('a')).toBe('new')
})

test('with force, a folder that holds something foreign is refused by its name, before any work', async () => {
  await mkdir(join(folder, 'disc'))
  await writeFile(join(folder, 'disc/notes.txt'), 'mine')
  await mkdir(join(folder, 'empty'))
  const output = outputFolder(folder, true)
  await expect(output.claim(['disc'])).rejects.toMatchObject({
    code: 'output.foreign',
    facts: { path: join(folder, 'disc'), name: 'notes.txt' },
  })
  await output.claim(['empty'])
  await output.discard()
  expect(await text('disc/notes.txt')).toBe('mine')
})

test('with force, what is put into a folder while its successor is made is not lost', async () => {
  await mkdir(join(folder, 'disc'))
  const output = outputFolder(folder, true)
  await put(output, 'disc/new.txt', 'new')
  await writeFile(join(folder, 'disc/notes.txt'), 'mine')
  await expect(output.publish()).rejects.toEqual(failure('output.foreign'))
  await output.discard()
  expect(await all()).toEqual(['disc', 'disc/notes.txt'])
})

test('with force, a folder is not replaced by a file, nor a file by a folder', async () => {
  await mkdir(join(folder, 'a.zip'))
  await writeFile(join(folder, 'disc'), 'mine')
  for (const path of ['a.zip', 'disc/01.pdf']) {
    const output = outputFolder(folder, true)
    await put(output, path, 'new')
    await expect(output.publish()).rejects.toEqual(failure('output.exists'))
    await output.discard()
  }
  expect(await all()).toEqual(['a.zip', 'disc'])
})

test('a publishing that fails half-way puts the old files back', async () => {
  await writeFile(join(folder, 'a'), 'old')
  await writeFile(join(folder, 'b'), 'old')
  const output = outputFolder(folder, true)
  await put(output, 'a', 'new')
  await put(output, 'b', 'new')
  const [part] = (await readdir(folder)).filter((name) => name.startsWith('.b.'))
  await rm(join(folder, part ?? 'absent'))
  await expect(output.publish()).rejects.toEqual(failure('output.unwritable'))
  await output.discard()
  expect(await all()).toEqual(['a', 'b'])
  expect([await text('a'), await text('b')]).toEqual(['old', 'old'])
})

test('discarding leaves nothing, not even the folders that were made; also with a file still open', async () => {
  const output = outputFolder(join(folder, 'deep/er'), false)
  await put(output, 'a/b/c', 'text')
  const open = await output.create('open')
  await open.write([bytes('half')])
  await output.discard()
  expect(await all()).toEqual([])
  await output.discard()
})

test('discarding keeps what was there, and what others put there', async () => {
  await mkdir(join(folder, 'out'))
  const output = outputFolder(join(folder, 'out/new'), false)
  await put(output, 'a', 'text')
  await writeFile(join(folder, 'out/new/foreign'), '')
  await output.discard()
  expect(await all()).toEqual(['out', 'out/new', 'out/new/foreign'])
})

test('a folder that was there stays when a build in it is discarded', async () => {
  const output = outputFolder(folder, false)
  await put(output, 'a', 'text')
  await output.discard()
  expect(await all()).toEqual([])
  await rmdir(folder)
})

test('a file where the folder should be is said to be no folder; below a file nothing can be written', async () => {
  await writeFile(join(folder, 'taken'), '')
  for (const [path, code] of [
    ['taken', 'output.not-a-folder'],
    ['taken/below', 'output.unwritable'],
  ] as const) {
    await expect(outputFolder(join(folder, path), false).create('a')).rejects.toEqual(failure(code))
  }
})

test('a name too long for the disk is said to be unwritable, not a bug', async () => {
  const output = outputFolder(folder, false)
  await expect(output.create('a'.repeat(250))).rejects.toEqual(failure('output.unwritable'))
})

test('names that are taken are refused before any work, unless they may be replaced', async () => {
  await writeFile(join(folder, 'taken.pdf'), 'old')
  await expect(outputFolder(folder, false).claim(['new.pdf', 'taken.pdf'])).rejects.toEqual(
    failure('output.exists'),
  )
  await outputFolder(folder, true).claim(['taken.pdf'])
  await outputFolder(folder, false).claim(['new.pdf'])
  expect(await all()).toEqual(['taken.pdf'])
})

test('space is asked for before anything is written', async () => {
  const output = outputFolder(folder, false)
  await output.reserve(1)
  await expect(output.reserve(2 ** 60)).rejects.toEqual(failure('output.no-space'))
})

test.skipIf(process.platform === 'win32')('a key file is for its owner only', async () => {
  const output = outputFolder(folder, false, { mode: 0o600 })
  await put(output, 'id.p12', 'key')
  await output.publish()
  expect((await stat(join(folder, 'id.p12'))).mode & 0o777).toBe(0o600)
})

test('an unwritable folder is said to be so, and not touched', async () => {
  if (process.platform === 'win32') return
  await chmod(root, 0o755)
  await chmod(folder, 0o555)
  await asNobody(() =>
    expect(outputFolder(folder, false).create('a')).rejects.toEqual(failure('output.unwritable')),
  )
  await chmod(folder, 0o755)
  expect(await all()).toEqual([])
})

test('a file system that answers oddly is said to be unwritable, and does not hang', async () => {
  if (process.platform !== 'linux') return
  await expect(outputFolder('/proc/dossier-test/deep', false).create('a')).rejects.toEqual(
    failure('output.unwritable'),
  )
})

const tiny = process.getuid?.() === 0 ? await mountTiny() : undefined
if (tiny === undefined) console.warn('SKIPPED: a full disk needs the right to mount a small file system')

describe.skipIf(tiny === undefined)('on a disk of one mebibyte', () => {
  const disk = tiny ?? ''

  test('a disk that becomes full is said to be full, and nothing half-made is left', async () => {
    const output = outputFolder(join(disk, 'out'), false)
    await put(output, 'small', 'text')
    const big = await output.create('big')
    const chunk = new Uint8Array(300_000)
    await expect(
      (async () => {
        for (let n = 0; n < 10; n++) await big.write([chunk, chunk])
        await big.close()
      })(),
    ).rejects.toEqual(failure('output.disk-full'))
    await output.discard()
    expect(await readdir(disk)).toEqual([])
  })

  test('too little free space is said before anything is written', async () => {
    const output = outputFolder(disk, false)
    await expect(output.reserve(5_000_000)).rejects.toEqual(failure('output.no-space'))
    expect(await readdir(disk)).toEqual([])
  })
})

/** Permissions do not bind root, so root acts as nobody for a moment. */
async function asNobody(act: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return act()
  process.seteuid?.(65534)
  try {
    await act()
  } finally {
    process.seteuid?.(0)
  }
}

/** A very small file system, unmounted at the end; undefined where that is not allowed. */
async function mountTiny(): Promise<string | undefined> {
  const disk = join(root, 'tiny')
  await mkdir(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  afterAll(() => void execFileSync('umount', ['-l', disk]))
  return disk
}
