import path from 'node:path'
import { expect, test } from 'vitest'
import { folderOfStart, pathsHanded } from '../../src/main/start-arguments.ts'

const posix = { folder: '/some/where', system: path.posix }
const windows = { folder: 'C:\\Users\\person', system: path.win32 }

test.each<[string, Parameters<typeof pathsHanded>[0], string[]]>([
  ['nothing', { argv: ['rights-dossier'], isPackaged: true, ...posix }, []],
  ['an empty word', { argv: ['rights-dossier', ''], isPackaged: true, ...posix }, []],
  [
    'paths beside switches',
    {
      argv: ['rights-dossier', '--no-sandbox', '/a/卷.zip', '-x', '--user-data-dir=/b', '/c d'],
      isPackaged: true,
      ...posix,
    },
    ['/a/卷.zip', '/c d'],
  ],
  [
    'a path relative to where it was started, and up from there',
    { argv: ['rights-dossier', 'in.zip', './in.zip', '../other/'], isPackaged: true, ...posix },
    ['/some/where/in.zip', '/some/other'],
  ],
  [
    'the folder of a program that is not packaged is none, wherever switches were moved to',
    { argv: ['electron', '--allow-file-access-from-files', '.', 'a.zip'], isPackaged: false, ...posix },
    ['/some/where/a.zip'],
  ],
  ['only that folder', { argv: ['electron', '.'], isPackaged: false, ...posix }, []],
  [
    'an address of a desktop',
    {
      argv: ['rights-dossier', 'file:///a/%E5%8D%B7%201.zip', 'file://elsewhere/b.zip'],
      isPackaged: true,
      ...posix,
    },
    ['/a/卷 1.zip', '/some/where/file:/elsewhere/b.zip'],
  ],
  [
    'paths of Windows',
    {
      argv: ['Rights Dossier.exe', '--', 'D:\\证据\\卷.zip', 'E:\\', 'in.zip', '\\\\server\\share\\a.pdf'],
      isPackaged: true,
      ...windows,
    },
    ['D:\\证据\\卷.zip', 'E:\\', 'C:\\Users\\person\\in.zip', '\\\\server\\share\\a.pdf'],
  ],
])('%s', (_name, given, expected) => {
  expect(pathsHanded(given)).toEqual(expected)
})

test('a program that was started from a folder that is gone starts all the same', () => {
  const gone = () => {
    throw Object.assign(new Error('ENOENT: uv_cwd'), { syscall: 'uv_cwd', code: 'ENOENT' })
  }
  expect(folderOfStart('/elsewhere', gone)).toBe('/elsewhere')
  expect(folderOfStart('/elsewhere', () => '/some/where')).toBe('/some/where')
})
