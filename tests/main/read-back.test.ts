import { execFileSync } from 'node:child_process'
import { lstat, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileGrants } from '../../src/main/file-grants.ts'
import { startFile, startFolder } from '../../src/main/file-sinks.ts'
import { readersAndRename } from '../../src/main/read-back.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const text = (value: string) => new TextEncoder().encode(value)
const plain = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a settled file is read before anybody sees it, and under its name afterwards', async () => {
  const place = await temporaryFolder()
  const file = await startFile(join(place, '卷.zip'), '卷.zip')
  await expect(file.read(0, 1)).rejects.toThrow('not settled')
  // Not waited for: what was written before is settled too.
  void file.write(text('0123456789'))
  await file.settle()
  await file.settle()
  expect(await readdir(place)).toEqual([expect.stringMatching(/^\.dossier-.*\.part$/)])
  await expect(file.write(text('x'))).rejects.toThrow('finished')
  expect(plain(await file.read(3, 4))).toBe('3456')
  expect(plain(await file.read(8, 100))).toBe('89')
  expect((await file.read(10, 5)).byteLength).toBe(0)
  expect((await file.read(1000, 5)).byteLength).toBe(0)
  await file.commit()
  expect(await readdir(place)).toEqual(['卷.zip'])
  expect(plain(await file.read(0, 3))).toBe('012')
  // Nothing but what was asked for would cross to the window.
  expect((await file.read(0, 3)).buffer.byteLength).toBe(3)
})

test('given up after it was settled, a file is gone', async () => {
  const place = await temporaryFolder()
  await writeFile(join(place, 'a.txt'), 'old')
  const file = await startFile(join(place, 'a.txt'), 'a.txt')
  await file.write(text('new'))
  await file.settle()
  await file.abort()
  expect(await readdir(place)).toEqual(['a.txt'])
  expect((await lstat(join(place, 'a.txt'))).size).toBe(3)
  await expect(file.read(0, 1)).rejects.toThrow('not settled')
  await expect(file.commit()).rejects.toThrow('finished')
})

test('a file that vanished or is another thing now cannot be read', async () => {
  const place = await temporaryFolder()
  const path = join(place, 'a.txt')
  const file = await startFile(path, 'a.txt')
  await file.write(text('secret'))
  await file.commit()
  await rename(path, join(place, 'b.txt'))
  await expect(file.read(0, 9)).rejects.toMatchObject({
    code: 'output.unreadable',
    facts: { path: 'a.txt', reason: 'ENOENT' },
  })
  await mkdir(path)
  await expect(file.read(0, 9)).rejects.toMatchObject({
    code: 'output.unreadable',
    facts: { reason: 'EEXIST' },
  })
  if (process.platform === 'win32') return
  await rm(path, { recursive: true })
  await symlink(join(place, 'b.txt'), path)
  await expect(file.read(0, 9)).rejects.toMatchObject({ code: 'output.unreadable' })
  await rm(path)
  execFileSync('mkfifo', [path])
  await expect(file.read(0, 9)).rejects.toMatchObject({ code: 'output.unreadable' })
})

test('files of a folder are read before and after it is seen; only those that were written in it', async () => {
  const place = await temporaryFolder()
  const folder = await startFolder(join(place, '甲案'), '甲案')
  const file = await folder.create('data/01/a.txt')
  await file.write(text('one'))
  await expect(folder.read('data/01/a.txt', 0, 9)).rejects.toThrow('not settled')
  await file.commit()
  expect(plain(await folder.read('data/01/a.txt', 1, 9))).toBe('ne')
  const [temporary = ''] = await readdir(place)
  await writeFile(join(place, temporary, 'data', 'foreign.txt'), 'foreign')
  for (const path of ['data/foreign.txt', '../x', 'data/../data/01/a.txt', 'data//01/a.txt', 'data', '']) {
    await expect(folder.read(path, 0, 9)).rejects.toThrow('not settled')
  }
  await folder.commit()
  expect(plain(await folder.read('data/01/a.txt', 0, 9))).toBe('one')
  if (process.platform === 'win32') return
  // A link on the way leads somewhere else.
  await rename(join(place, '甲案', 'data', '01'), join(place, 'moved'))
  await symlink(join(place, 'moved'), join(place, '甲案', 'data', '01'))
  await expect(folder.read('data/01/a.txt', 0, 9)).rejects.toMatchObject({
    code: 'output.unreadable',
    facts: { path: '甲案/data/01/a.txt', reason: 'EEXIST' },
  })
})

test('reading leaves no file open, and a rename waits for it', async () => {
  const order: string[] = []
  const gate = readersAndRename()
  let letRead: () => void = () => undefined
  const first = gate.read(async () => {
    await new Promise<void>((resolve) => (letRead = resolve))
    order.push('read')
  })
  await Promise.resolve()
  const renamed = gate.rename(async () => void order.push('rename'))
  const second = gate.read(async () => void order.push('read again'))
  letRead()
  await Promise.all([first, renamed, second])
  expect(order).toEqual(['read', 'rename', 'read again'])
  // A rename that fails keeps nobody from reading.
  await expect(gate.rename(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate.read(() => Promise.resolve(1))).toBe(1)
})

test.skipIf(process.platform !== 'linux')(
  'five thousand files of a folder are settled and read',
  async () => {
    const place = await temporaryFolder()
    const grants = fileGrants()
    const grant = await grants.grantFolder(join(place, 'x'))
    const handles = async () => (await readdir('/proc/self/fd')).length
    const before = await handles()
    const sinks: string[] = []
    for (let i = 0; i < 5000; i += 1) {
      const sink = await grants.openSink(grant, `data/${i}.txt`)
      await grants.write(sink, text(String(i)))
      await grants.settle(sink)
      sinks.push(sink)
    }
    expect(plain(await grants.read(grant, 'data/4321.txt', 0, 9))).toBe('4321')
    await expect(grants.commitFolder(grant)).rejects.toThrow('still open')
    for (const sink of sinks) await grants.commit(sink)
    await grants.commitFolder(grant)
    const all = await Promise.all(
      sinks.map(async (_, i) => plain(await grants.read(grant, `data/${i}.txt`, 0, 9))),
    )
    expect(all).toEqual(sinks.map((_, i) => String(i)))
    expect(await handles()).toBeLessThan(before + 20)
  },
)

test('only files being written count as open', async () => {
  const place = await temporaryFolder()
  const grants = fileGrants()
  const grant = await grants.grantFolder(join(place, 'x'))
  const settled = await Promise.all(Array.from({ length: 40 }, (_, i) => grants.openSink(grant, `${i}`)))
  await Promise.all(settled.map((sink) => grants.settle(sink)))
  const more = await Promise.allSettled(Array.from({ length: 70 }, (_, i) => grants.openSink(grant, `m${i}`)))
  expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(64)
  await grants.abandonAll()
  expect(await readdir(place)).toEqual([])
})

test('a grant gives back what was written under it, and nothing once everything was abandoned', async () => {
  const place = await temporaryFolder()
  const grants = fileGrants()
  const grant = grants.grantFile(join(place, 'a.txt'))
  await expect(grants.read(grant, '', 0, 1)).rejects.toThrow('nothing was written')
  const sink = await grants.openSink(grant, '')
  await grants.write(sink, text('abc'))
  await expect(grants.read(grant, '', 0, 1)).rejects.toThrow('not settled')
  await grants.settle(sink)
  expect(plain(await grants.read(grant, '', 1, 1))).toBe('b')
  await expect(grants.read(grant, 'a.txt', 0, 1)).rejects.toThrow('nothing was written')
  await expect(grants.read('unknown', '', 0, 1)).rejects.toThrow('unknown id')
  expect(() => grants.committedPath(grant)).toThrow('nothing was committed')
  await grants.abandonAll()
  await expect(grants.read(grant, '', 0, 1)).rejects.toThrow('unknown id')
  expect(await readdir(place)).toEqual([])
})
