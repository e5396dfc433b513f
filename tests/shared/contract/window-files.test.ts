import { expect, test } from 'vitest'
import { windowFile } from '../../../src/shared/contract/window-files.ts'

test.each([
  ['/', 'index.html'],
  ['/assets/index-Bx_1~.js', 'assets/index-Bx_1~.js'],
  ['/assets/%E8%AF%81%E6%8D%AE.pdf', 'assets/证据.pdf'],
])('%s is a file of the window', (pathname, path) => {
  expect(windowFile(pathname)).toMatchObject({ path })
})

test.each([
  '',
  '//index.html',
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/..%5cpackage.json',
  '/%252e%252e/package.json',
  '/c:/windows/win.js',
  '/index.html%00.js',
  '/.git/config.json',
  '/assets/.env.json',
  '/assets/a.js/',
  '/a.unknown',
  '/constructor',
  '/%',
])('%s names nothing', (pathname) => {
  expect(windowFile(pathname)).toBeUndefined()
})

test.each(['/con.js', '/assets/AUX.css', '/nul.txt', '/com1.json', '/lpt9.svg', '/a /b.js', '/assets /b.js'])(
  '%s is a device, or another file, on Windows and names nothing',
  (pathname) => {
    expect(windowFile(pathname)).toBeUndefined()
  },
)
