import { spawnSync } from 'node:child_process'
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileGrants } from '../../src/main/file-grants.ts'
import { startFile, startFolder } from '../../src/main/file-sinks.ts'
import { writeFailure } from '../../src/main/write-failure.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const sinks = new URL('../../src/main/file-sinks.ts', import.meta.url).href
const text = (value: string) => new TextEncoder().encode(value)

test('overlapping writes keep their order', async () => {
  const place = await temporaryFolder()
  const file = await startFile(join(place, 'a.txt'), 'a.txt')
  await Promise.all(Array.from({ length: 200 }, (_, i) => file.write(text(`${i};`))))
  await file.commit()
  const expected = Array.from({ length: 200 }, (_, i) => `${i};`).join('')
  expect(await readFile(join(place, 'a.txt'), 'utf8')).toBe(expected)
})

test('a file that stands there is replaced only by a whole one', async () => {
  const place = await temporaryFolder()
  const path = join(place, 'a.txt')
  await writeFile(path, 'old')
  const given = await startFile(path, 'a.txt')
  await given.write(text('half'))
  expect(await readFile(path, 'utf8')).toBe('old')
  await given.abort()
  await given.abort()
  expect(await readdir(place)).toEqual(['a.txt'])
  const kept = await startFile(path, 'a.txt')
  await kept.write(text('new'))
  await kept.commit()
  await kept.abort()
  expect(await readFile(path, 'utf8')).toBe('new')
})

test.skipIf(process.platform === 'win32')('a link or a folder is not written over', async () => {
  const place = await temporaryFolder()
  await writeFile(join(place, 'real.txt'), 'old')
  await symlink(join(place, 'real.txt'), join(place, 'link.txt'))
  await mkdir(join(place, 'folder'))
  for (const name of ['link.txt', 'folder']) {
    await expect(startFile(join(place, name), name)).rejects.toMatchObject({ code: 'output.failed' })
  }
  expect((await lstat(join(place, 'link.txt'))).isSymbolicLink()).toBe(true)
})

test('a name the system does not take is told before anything is written', async () => {
  const place = await temporaryFolder()
  const name = `${'证'.repeat(90)}.pdf`
  await expect(startFile(join(place, name), name)).rejects.toMatchObject({
    code: 'output.unwritable',
    facts: { reason: 'ENAMETOOLONG' },
  })
  await expect(startFolder(join(place, name), name)).rejects.toMatchObject({ code: 'output.unwritable' })
  expect(await readdir(place)).toEqual([])
})

test('what was being opened when everything was abandoned leaves nothing', async () => {
  const place = await temporaryFolder()
  const grants = fileGrants()
  const folder = await grants.grantFolder(join(place, 'b'))
  const file = grants.openSink(grants.grantFile(join(place, 'a.bin')), '')
  const inside = grants.openSink(folder, 'c/d.bin')
  const opened = Promise.allSettled([file, inside])
  await grants.abandonAll()
  expect((await opened).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await readdir(place)).toEqual([])
})

test('a name of 255 bytes has room for its temporary name', async () => {
  const place = await temporaryFolder()
  const name = `${'证'.repeat(83)}.pdf12`.slice(0, 85)
  const file = await startFile(join(place, name), name)
  await file.commit()
  expect(await readdir(place)).toEqual([name])
})

test.skipIf(process.platform !== 'linux')('a full device ends as a full disk', async () => {
  const place = await temporaryFolder()
  const grants = fileGrants()
  const grant = await grants.grantFolder(join(place, 'x'))
  const [temporary = ''] = await readdir(place)
  // Every write to this device fails for want of room.
  await symlink('/dev/full', join(place, temporary, 'full'))
  await expect(grants.openSink(grant, 'full/a')).rejects.toMatchObject({ name: 'Failure' })
  expect(
    writeFailure('a', Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' })),
  ).toMatchObject({
    code: 'output.disk-full',
    facts: { path: 'a' },
  })
  await grants.abandonAll()
  expect(await readdir(place)).toEqual([])
})

test('a folder that came in between is not written into', async () => {
  const place = await temporaryFolder()
  const folder = await startFolder(join(place, 'x'), 'x')
  await (await folder.create('a.txt')).commit()
  await mkdir(join(place, 'x'))
  await expect(folder.commit()).rejects.toMatchObject({ code: 'output.failed', facts: { reason: 'EEXIST' } })
  expect(await readdir(place)).toEqual(['x'])
  expect(await readdir(join(place, 'x'))).toEqual([])
})

test('the same name twice in a folder is refused', async () => {
  const place = await temporaryFolder()
  const folder = await startFolder(join(place, 'x'), 'x')
  await (await folder.create('a.txt')).commit()
  await expect(folder.create('a.txt')).rejects.toMatchObject({ code: 'output.failed' })
  await folder.abort()
})

test('only so many files are open at a time', async () => {
  const place = await temporaryFolder()
  const grants = fileGrants()
  const grant = await grants.grantFolder(join(place, 'x'))
  const open = await Promise.allSettled(Array.from({ length: 80 }, (_, i) => grants.openSink(grant, `${i}`)))
  expect(open.filter(({ status }) => status === 'fulfilled')).toHaveLength(64)
  await grants.abandonAll()
  expect(await readdir(place)).toEqual([])
})

test('a folder with open files is not finished; a finished one takes no more', async () => {
  const place = await temporaryFolder()
  const grants = fileGrants()
  const grant = await grants.grantFolder(join(place, 'x'))
  const sink = await grants.openSink(grant, 'a/b.txt')
  await grants.write(sink, text('b'))
  await expect(grants.commitFolder(grant)).rejects.toThrow('still open')
  await grants.commit(sink)
  await grants.commitFolder(grant)
  expect(grants.committedPath(grant)).toBe(join(place, 'x'))
  await expect(grants.openSink(grant, 'c.txt')).rejects.toThrow('used up')
  await expect(grants.commitFolder(grant)).rejects.toThrow('used up')
  await grants.abortFolder(grant)
  await grants.abandonAll()
  expect(await readFile(join(place, 'x', 'a', 'b.txt'), 'utf8')).toBe('b')
})

test.skipIf(process.platform !== 'linux')('a file too large for its disk is said so', async () => {
  const place = await temporaryFolder()
  const script = `
    const { startFile } = await import(${JSON.stringify(sinks)})
    const file = await startFile(${JSON.stringify(join(place, 'a.zip'))}, 'a.zip')
    const block = new Uint8Array(1024 * 1024)
    try { for (let i = 0; i < 4; i += 1) await file.write(block) } catch (error) { console.log(error.message) }
  `
  const limited = spawnSync(
    'bash',
    ['-c', 'ulimit -f 2048; exec "$0" --input-type=module -e "$1"', process.execPath, script],
    {
      encoding: 'utf8',
    },
  )
  expect(limited.stdout).toBe('output.too-large {"path":"a.zip"}\n')
  expect(await readdir(place)).toEqual([])
})

test('a bug stays a bug', () => {
  const bug = new TypeError('x')
  expect(writeFailure('a', bug)).toBe(bug)
})
