import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browser } from '../harness/browser.ts'
import { startPlainApp } from './built-app.ts'
import { answerDialogs, askedDialogs } from './dialogs.ts'
import { ask } from './in-page.ts'
import { mountSmallDisk } from './small-disk.ts'

const forBrowser = test.skipIf(!browser)
const megabyte = 1024 * 1024

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

forBrowser('a file of many blocks reaches the disk byte for byte, and nothing else does', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  const path = join(place, '证据卷.zip')
  await answerDialogs(app, path)
  const digest = await page.evaluate((size) => window.page.save('证据卷.zip', size), 45 * megabyte + 7)
  expect(digest).toBe(await sha256(path))
  expect(await readdir(place)).toEqual(['证据卷.zip'])
  if (process.platform !== 'win32') expect((await lstat(path)).mode & 0o777).toBe(0o600)
  const [options] = await askedDialogs(app)
  expect(options?.['defaultPath']).toMatch(/证据卷\.zip$/)
})

forBrowser('an empty file is a file', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, join(place, 'empty.txt'))
  await page.evaluate(() => window.page.save('empty.txt', 0))
  expect((await lstat(join(place, 'empty.txt'))).size).toBe(0)
})

forBrowser('a cancelled dialog leaves nothing, and the next starts where the last one ended', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  expect(await page.evaluate(() => window.page.save('a.txt', 3))).toBe('cancelled')
  expect(await page.evaluate(() => window.page.saveFolder('a', {}))).toBe('cancelled')
  expect(await readdir(place)).toEqual([])
  await answerDialogs(app, join(place, 'a.txt'))
  await page.evaluate(() => window.page.save('a.txt', 3))
  await page.evaluate(() => window.page.save('b:c?.txt', 3))
  const [, second] = await askedDialogs(app)
  expect(second?.['defaultPath']).toBe(join(place, 'b_c_.txt'))
})

forBrowser('a folder appears whole under its name; a taken name gets a number', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, place)
  const files = { 'case.json': 12, 'evidence/01 照片/a.jpg': 5 * megabyte, 'evidence/b.txt': 0 }
  const save = (contents: Record<string, number>) =>
    page.evaluate((value) => window.page.saveFolder('甲案', value), contents)
  expect(await save(files)).toBe('甲案')
  expect(await save({ 'x.txt': 1 })).toBe('甲案 (2)')
  expect((await readdir(place)).sort()).toEqual(['甲案', '甲案 (2)'])
  const sizes = await Promise.all(
    Object.keys(files).map(async (path) => (await lstat(join(place, '甲案', path))).size),
  )
  expect(sizes).toEqual(Object.values(files))
})

forBrowser('a folder that is given up leaves nothing', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, place)
  const ended = await page.evaluate(async () => {
    const folder = await window.page.platform.saveFolder('甲案')
    const file = await folder?.create('a/b.bin')
    await file?.write(new Uint8Array(9_000_000))
    await folder?.abort()
    return folder?.name
  })
  expect(ended).toBe('甲案')
  expect(await readdir(place)).toEqual([])
})

forBrowser('what was being written is removed when the page goes away', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, join(place, 'a.bin'))
  await page.evaluate(async () => {
    const sink = await window.page.platform.saveFile('a.bin')
    await sink?.write(new Uint8Array(9_000_000))
  })
  expect(await readdir(place)).toHaveLength(1)
  await page.reload()
  await expect.poll(() => readdir(place)).toEqual([])
})

forBrowser('no path leads out of a granted folder', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await mkdir(join(place, 'target'))
  await answerDialogs(app, join(place, 'target'))
  const granted = (await ask(page, 'save.folder', { suggestedName: 'x' })) as { value: { grant: string } }
  const { grant } = granted.value
  const open = (path: string) => ask(page, 'sink.open', { grant, path })
  const broken = { state: 'broken', reference: expect.any(String) as string }
  for (const path of [
    '../out.txt',
    'a/../../out.txt',
    join(place, 'out.txt'),
    'C:\\out.txt',
    '..\\out.txt',
    '',
    '.',
    'a//b',
    'CON',
    'a/nul.txt',
    'ends.',
    'ends ',
    'stream:ads',
    'a\u202egpj.exe',
  ]) {
    expect({ path, ...((await open(path)) as object) }).toEqual({ path, ...broken })
  }
  if (process.platform !== 'win32') {
    const [temporary = ''] = await readdir(join(place, 'target'))
    await symlink(place, join(place, 'target', temporary, 'link'))
    expect(await open('link/out.txt')).toMatchObject({ state: 'failed', code: 'output.failed' })
  }
  expect(await readdir(place)).toEqual(['target'])
})

forBrowser('a grant is good for one file, an unknown one for none', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await answerDialogs(app, join(place, 'a.txt'))
  const granted = (await ask(page, 'save.file', { suggestedName: 'a.txt' })) as { value: { grant: string } }
  const { grant } = granted.value
  const broken = expect.objectContaining({ state: 'broken' }) as object
  expect(await ask(page, 'reveal', { grant })).toEqual(broken)
  const opened = (await ask(page, 'sink.open', { grant, path: '' })) as { value: { sink: string } }
  expect(await ask(page, 'sink.open', { grant, path: '' })).toEqual(broken)
  expect(await ask(page, 'sink.open', { grant: place, path: '' })).toEqual(broken)
  expect(await ask(page, 'sink.commit', opened.value)).toEqual({ state: 'done', value: null })
  expect(await ask(page, 'sink.write', { ...opened.value, bytes: 'text' })).toEqual(broken)
  expect(await ask(page, 'reveal', { grant })).toEqual({ state: 'done', value: null })
})

forBrowser('places that cannot be written to are named by their reason', async () => {
  const { app, place } = await startPlainApp()
  const page = await app.window()
  await writeFile(join(place, 'file'), '')
  await answerDialogs(app, join(place, 'file', 'a.txt'))
  expect(await page.evaluate(() => window.page.save('a.txt', 3))).toBe(
    'output.unwritable {"path":"a.txt","reason":"ENOTDIR"}',
  )
  await answerDialogs(app, join(place, 'gone', 'a.txt'))
  expect(await page.evaluate(() => window.page.save('a.txt', 3))).toBe(
    'output.unwritable {"path":"a.txt","reason":"ENOENT"}',
  )
})

const smallDisk = mountSmallDisk(8 * megabyte)

test.skipIf(!browser || !smallDisk)(
  'a disk that becomes full is said, and nothing half-made is left',
  async () => {
    const { app } = await startPlainApp()
    const page = await app.window()
    await answerDialogs(app, join(smallDisk!, 'big.zip'))
    expect(await page.evaluate((size) => window.page.save('big.zip', size), 40 * megabyte)).toBe(
      'output.disk-full {"path":"big.zip"}',
    )
    expect(await readdir(smallDisk!)).toEqual([])
    await answerDialogs(app, smallDisk)
    const folder = { 'a.bin': 3 * megabyte, 'b/c.bin': 9 * megabyte }
    expect(await page.evaluate((files) => window.page.saveFolder('甲案', files), folder)).toBe(
      'output.disk-full {"path":"甲案/b/c.bin"}',
    )
    expect(await readdir(smallDisk!)).toEqual([])
    await answerDialogs(app, join(smallDisk!, 'big.zip'))
    const fits = await page.evaluate((size) => window.page.save('big.zip', size), 3 * megabyte)
    expect(fits).toMatch(/^[0-9a-f]{64}$/)
  },
)
