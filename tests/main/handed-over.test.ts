import { execFileSync } from 'node:child_process'
import { mkdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerHanded } from '../../src/main/answer-handed.ts'
import { handedOver } from '../../src/main/handed-over.ts'
import { mostReadBytes } from '../../src/shared/contract/bridge.ts'
import { handedAddress, handedPart } from '../../src/shared/contract/handed-file.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const plain = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const nothing = { groups: [], refused: [] }
const onUnix = test.skipIf(process.platform === 'win32')

/** One file of ten bytes, handed over and taken. */
async function oneFile() {
  const place = await temporaryFolder()
  const path = join(place, '卷.zip')
  await writeFile(path, '0123456789')
  const handed = handedOver()
  handed.add([path])
  const { groups } = await handed.take()
  const [listed] = groups[0]!.files
  const part = { grant: listed!.grant, file: listed!.file, offset: 2, length: 3 }
  return { place, path, handed, listed, part }
}

test('a file waits until it is taken, once, and its bytes are read by its grant', async () => {
  const { handed, listed, part } = await oneFile()
  expect(listed).toEqual({ path: '卷.zip', size: 10, grant: part.grant, file: 0 })
  expect(plain(await handed.read(part))).toBe('234')
  expect(plain(await handed.read({ ...part, offset: 8, length: 100 }))).toBe('89')
  expect(await handed.take()).toEqual(nothing)
})

test('the window is told of what is added, and of nothing else', () => {
  const handed = handedOver()
  const heard: string[] = []
  handed.onAdded(() => heard.push('added'))
  handed.add([])
  handed.add(['/a', '/b'])
  expect(heard).toEqual(['added'])
})

test('nothing is read under another grant or number, or once it is forgotten', async () => {
  const { handed, part } = await oneFile()
  for (const other of [{ grant: '0'.repeat(32) }, { file: 1 }, { file: -1 }]) {
    await expect(handed.read({ ...part, ...other })).rejects.toThrow('nothing of this')
  }
  handed.forget()
  await expect(handed.read(part)).rejects.toThrow('nothing of this')
})

test('what waits is not forgotten with the page', async () => {
  const place = await temporaryFolder()
  const handed = handedOver()
  handed.add([place])
  handed.forget()
  expect((await handed.take()).groups).toHaveLength(1)
})

test('a folder is everything below it, hostile names and what systems leave behind too', async () => {
  const place = await temporaryFolder()
  const folder = join(place, '光盘')
  await mkdir(join(folder, 'data', '空'), { recursive: true })
  const names = ['bagit.txt', 'data/.DS_Store', 'data/<img src=x>.txt', 'data/b\\c.txt', 'data/%2e%2e.txt']
  const here = process.platform === 'win32' ? names.slice(0, 2) : names
  for (const name of here) await writeFile(join(folder, name), name)
  const handed = handedOver()
  handed.add([folder])
  const { groups } = await handed.take()
  const { files, unreadable, empty } = groups[0]!
  expect(files.map(({ path }) => path).sort()).toEqual(here.map((name) => `光盘/${name}`).sort())
  expect([unreadable, empty]).toEqual([[], []])
  for (const { path, grant, file } of files) {
    expect(`光盘/${plain(await handed.read({ grant, file, offset: 0, length: 99 }))}`).toBe(path)
  }
})

test('an empty folder is named', async () => {
  const place = await temporaryFolder()
  await mkdir(join(place, '空'))
  const handed = handedOver()
  handed.add([join(place, '空')])
  expect((await handed.take()).groups).toEqual([{ files: [], unreadable: [], empty: ['空'] }])
})

test('two files of one name from two places stay two', async () => {
  const place = await temporaryFolder()
  const paths = ['a', 'b'].map((folder) => join(place, folder, 'x.zip'))
  await mkdir(join(place, 'a'))
  await mkdir(join(place, 'b'))
  for (const path of paths) await writeFile(path, path)
  const handed = handedOver()
  handed.add([...paths, paths[0]!])
  const { groups } = await handed.take()
  expect(groups.map(({ files }) => files.map(({ path }) => path))).toEqual([['x.zip'], ['x.zip']])
})

test('what is not there is told by its name alone, and the rest is taken', async () => {
  const { handed, place, path } = await oneFile()
  handed.add([join(place, 'missing.zip'), path, join(path, 'below a file')])
  const { groups, refused } = await handed.take()
  expect(groups).toHaveLength(1)
  expect(refused.map(({ name, code }) => `${name} ${code}`)).toEqual([
    'missing.zip verify.vanished',
    'below a file verify.vanished',
  ])
})

test('a path no system has is told, and the rest is taken', async () => {
  const { handed, path } = await oneFile()
  handed.add(['/a\0b', path])
  const { groups, refused } = await handed.take()
  expect(groups).toHaveLength(1)
  expect(refused).toMatchObject([{ code: 'verify.unreadable' }])
  expect(await handed.take()).toEqual(nothing)
})

test('a folder with far too much in it is refused, and nothing of it can be read', async () => {
  const place = await temporaryFolder()
  for (const name of ['a', 'b', 'c']) await writeFile(join(place, name), name)
  const handed = handedOver(2)
  handed.add([place, join(place, 'a')])
  const { groups, refused } = await handed.take()
  expect(groups.flatMap(({ files }) => files.map(({ path }) => path))).toEqual(['a'])
  expect(refused).toMatchObject([{ code: 'verify.too-many', reason: '' }])
})

test('what a page that is gone had asked for waits for the next one', async () => {
  const { handed, path } = await oneFile()
  handed.add([path])
  const asked = handed.take()
  handed.forget()
  expect(await asked).toEqual(nothing)
  const [listed] = (await handed.take()).groups[0]!.files
  expect(plain(await handed.read({ ...listed!, offset: 0, length: 1 }))).toBe('0')
})

test('two who ask at once do not get the same twice', async () => {
  const { handed, path } = await oneFile()
  handed.add([path])
  const taken = await Promise.all([handed.take(), handed.take()])
  expect(taken.flatMap(({ groups }) => groups)).toHaveLength(1)
})

onUnix('a link in a folder is not followed, a pipe not opened; a link that was handed over is', async () => {
  const { handed, place, path } = await oneFile()
  const folder = join(place, 'bag')
  await mkdir(folder)
  await symlink(path, join(folder, 'file-out'))
  await symlink(place, join(folder, 'folder-out'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  await symlink(path, join(place, 'latest.zip'))
  handed.add([folder, join(place, 'latest.zip'), join(folder, 'pipe')])
  const { groups, refused } = await handed.take()
  const files = groups.flatMap((group) => group.files)
  expect(files.map((file) => file.path)).toEqual(['latest.zip'])
  expect(groups.flatMap(({ unreadable }) => unreadable).sort()).toEqual([
    'bag/file-out',
    'bag/folder-out',
    'bag/pipe',
  ])
  expect(refused).toEqual([{ name: 'pipe', code: 'verify.unreadable', reason: 'ENXIO' }])
  const [{ grant, file } = { grant: '', file: 0 }] = files
  expect(plain(await handed.read({ grant, file, offset: 0, length: 2 }))).toBe('01')
})

onUnix('a folder that becomes a link out of the grant is not read through', async () => {
  const place = await temporaryFolder()
  const [folder, other] = [join(place, 'bag'), join(place, 'other')]
  const at = new Date(1_700_000_000_000)
  for (const each of [join(folder, 'data'), other]) {
    await mkdir(each, { recursive: true })
    await writeFile(join(each, 'a.txt'), each === other ? 'secret' : 'public')
    await utimes(join(each, 'a.txt'), at, at)
  }
  const handed = handedOver()
  handed.add([folder])
  const { grant, file } = (await handed.take()).groups[0]!.files[0]!
  await rm(join(folder, 'data'), { recursive: true })
  await symlink(other, join(folder, 'data'))
  await expect(handed.read({ grant, file, offset: 0, length: 6 })).rejects.toMatchObject({
    code: 'verify.changed',
  })
})

test('a file that was changed, or is gone, is not read as if it were the same', async () => {
  const { handed, path, part } = await oneFile()
  await writeFile(path, '9876543210')
  await utimes(path, new Date(0), new Date(0))
  await expect(handed.read(part)).rejects.toMatchObject({ code: 'verify.changed', facts: { path: '卷.zip' } })
  await rm(path)
  await expect(handed.read(part)).rejects.toMatchObject({ code: 'verify.vanished' })
})

test.skipIf(process.platform !== 'linux')(
  'a file that was written to is not the same, though size and time of change are',
  async () => {
    const { handed, path, part } = await oneFile()
    const { atime, mtime } = await stat(path)
    await writeFile(path, '9876543210')
    await utimes(path, atime, mtime)
    await expect(handed.read(part)).rejects.toMatchObject({ code: 'verify.changed' })
  },
)

test('a worker is answered with bytes, or with a code; neither name nor path is said or logged', async () => {
  const { handed, path, part } = await oneFile()
  const logged: string[] = []
  const answer = answerHanded(handed, {
    write: (entry) => logged.push(entry),
    bug: (error) => {
      logged.push((error as Error).message)
      return 'r3f'
    },
  })
  expect(plain((await answer(part)) as Uint8Array)).toBe('234')
  expect(await answer({ ...part, length: mostReadBytes + 1 })).toEqual({ status: 500, said: 'r3f' })
  await rm(path)
  expect(await answer(part)).toEqual({ status: 409, said: 'verify.vanished' })
  expect(logged.join()).not.toMatch(/卷|tmp/)
  expect(logged.at(-1)).toMatch(/^failure verify.vanished/)
})

test('an address names a part in one way only', () => {
  const part = { grant: 'ab'.repeat(16), file: 12, offset: 5_000_000_000, length: 4_194_304 }
  const address = handedAddress(part)
  expect(handedPart(new URL(address, 'app://dossier/'))).toEqual(part)
  for (const other of [
    address.replace('ab', 'AB'),
    address.replace('ab', ''),
    address.replace('/12', '/../12'),
    address.replace('/12', '/-1'),
    address.replace('from=', 'from=-'),
    address.replace('&bytes=4194304', ''),
    address.replace('bytes=4194304', 'bytes=0'),
    `${address}&bytes=1`,
    '/handed/',
  ]) {
    expect(handedPart(new URL(other, 'app://dossier/')), other).toBeUndefined()
  }
})
