import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog, withoutNames } from '../../src/main/log.ts'
import { temporaryFolder } from '../builders/temporary-folder.ts'

const now = () => new Date('2026-11-22T06:00:00Z')

test.each([
  ["ENOENT: no such file or directory, open '/srv/li/案件 张三/a b.pdf'", '张三'],
  ['cannot write "C:\\Users\\李四\\卷.zip" now', '李四'],
  ['at run (file:///srv/li/dossier/out/main/index.js:10:4)', 'srv'],
  ['at run (C:\\Users\\li\\dossier\\index.js:10:4)', 'Users'],
  ['moved to /mnt/usb/张三案 and failed', '张三'],
  ['share \\\\server\\张三\\x: busy', '张三'],
  ['in ~/Documents/张三', '张三'],
  ['“张三案.zip” is there', '张三'],
])('no name is left of %s', (text, name) => {
  expect(withoutNames(text)).not.toContain(name)
})

test('codes, versions and numbers stay', () => {
  const entry = 'failure output.disk-full ENOSPC start 0.1.0 electron 45.4.1 linux x64 3/14'
  expect(withoutNames(entry)).toBe(entry)
  expect(withoutNames('one\ntwo\u202ethree\u0000')).toBe('one two three ')
})

test('a bug is found again by its reference; a system error by its code alone', async () => {
  const folder = await temporaryFolder()
  const log = openLog(folder, now)
  const reference = log.bug(new TypeError('x is not a function'))
  const missing = await stat(join(folder, '张三')).catch((error: unknown) => error)
  log.bug(missing)
  expect(log.read()).toMatch(
    new RegExp(`^2026-11-22T06:00:00.000Z bug ${reference} TypeError x is not a function`),
  )
  expect(log.read()).toContain('Error ENOENT stat')
  expect(log.read()).not.toContain('张三')
  expect(log.read()).not.toContain(folder)
})

test('a full log becomes the old one, and the one before it goes', async () => {
  const folder = await temporaryFolder()
  const log = openLog(folder, now)
  const entry = 'x'.repeat(3900)
  for (let i = 0; i < 900; i += 1) log.write(`${i} ${entry}`)
  expect((await readdir(folder)).sort()).toEqual(['dossier.log', 'dossier.old.log'])
  const sizes = await Promise.all(
    ['dossier.log', 'dossier.old.log'].map(async (name) => (await readFile(join(folder, name))).byteLength),
  )
  expect(Math.max(...sizes)).toBeLessThan(1024 * 1024 + 5000)
  expect(log.read()).toContain(' 899 x')
})

test('a log that cannot be written stops nothing', () => {
  const log = openLog('/dev/null/logs', now)
  log.write('x')
  expect(log.bug(new Error('x'))).toMatch(/^[0-9a-f]{8}$/)
  expect(log.read()).toBe('')
})
