import { expect, test } from 'vitest'
import { readCommandLine, UsageError, wantedLanguage } from '../../src/cli/arguments.ts'

test.each([
  { line: 'check case', command: 'check', positionals: ['case'], options: {} },
  { line: 'check case --json', command: 'check', positionals: ['case'], options: { json: true } },
  { line: '--lang en check case', command: 'check', positionals: ['case'], options: { lang: 'en' } },
  { line: '--json check case', command: 'check', positionals: ['case'], options: { json: true } },
  { line: '--out o build case', command: 'build', positionals: ['case'], options: { out: 'o' } },
  {
    line: 'build case --out o --identity i.p12 --passphrase-file f --created-at t --draft --disc --force',
    command: 'build',
    positionals: ['case'],
    options: {
      out: 'o',
      identity: 'i.p12',
      'passphrase-file': 'f',
      'created-at': 't',
      draft: true,
      disc: true,
      force: true,
    },
  },
  { line: 'build --out=o case', command: 'build', positionals: ['case'], options: { out: 'o' } },
  { line: 'init c --add a b d', command: 'init', positionals: ['c'], options: { add: ['a', 'b', 'd'] } },
  {
    line: 'init c --add a b --case-code X --add d',
    command: 'init',
    positionals: ['c'],
    options: { add: ['a', 'b', 'd'], 'case-code': 'X' },
  },
  {
    line: 'init --add a b --json c',
    command: 'init',
    positionals: ['c'],
    options: { add: ['a', 'b'], json: true },
  },
  {
    line: '--add a b --json init c',
    command: 'init',
    positionals: ['c'],
    options: { add: ['a', 'b'], json: true },
  },
  {
    line: 'verify b.zip --trust a --trust c',
    command: 'verify',
    positionals: ['b.zip'],
    options: { trust: ['a', 'c'] },
  },
  {
    line: 'identity new --name N --out i.p12 --key ec --years 5 --organisation O',
    command: 'identity',
    positionals: ['new'],
    options: { name: 'N', out: 'i.p12', key: 'ec', years: '5', organisation: 'O' },
  },
  { line: 'hash a b c', command: 'hash', positionals: ['a', 'b', 'c'], options: {} },
  { line: 'hash -- --add x -y', command: 'hash', positionals: ['--add', 'x', '-y'], options: {} },
  { line: '', command: undefined, positionals: [], options: {} },
  { line: '--version', command: undefined, positionals: [], options: { version: true } },
  { line: 'build --help', command: 'build', positionals: [], options: { help: true } },
  { line: 'bild -h', command: undefined, positionals: ['bild'], options: { help: true } },
])('dossier $line', ({ line, command, positionals, options }) => {
  const read = readCommandLine(line === '' ? [] : line.split(' '))
  expect({ command: read.command, positionals: read.positionals, options: { ...read.options } }).toEqual({
    command,
    positionals,
    options,
  })
})

test.each([
  { line: 'bild case', code: 'unknown-command', subject: 'bild' },
  { line: '--lang en bild case', code: 'unknown-command', subject: 'bild' },
  { line: 'check case --out o', code: 'bad-option', subject: '--out' },
  { line: 'check case --colour', code: 'bad-option', subject: '--colour' },
  { line: 'check case --toString', code: 'bad-option', subject: '--toString' },
  { line: 'init c --add a --force', code: 'bad-option', subject: '--force' },
  { line: 'sample c --force', code: 'bad-option', subject: '--force' },
  { line: 'build case -x', code: 'bad-option', subject: '-x' },
  { line: 'build case --out', code: 'option-needs-value', subject: '--out' },
  { line: 'build case --out --draft', code: 'option-needs-value', subject: '--out' },
  { line: 'identity new --name=', code: 'empty-value', subject: '--name' },
  { line: 'build case --draft=yes', code: 'option-takes-no-value', subject: '--draft' },
  { line: 'check case --lang fr', code: 'bad-language', subject: 'fr' },
  { line: 'check my case', code: 'too-many', subject: 'case' },
  { line: 'verify a.zip b.zip', code: 'too-many', subject: 'b.zip' },
  { line: 'identity new more', code: 'too-many', subject: 'more' },
])('dossier $line is misuse: $code', ({ line, code, subject }) => {
  let caught: unknown
  try {
    readCommandLine(line.split(' '))
  } catch (error) {
    caught = error
  }
  expect(caught).toBeInstanceOf(UsageError)
  expect((caught as UsageError).code).toBe(code)
  expect((caught as UsageError).subject).toContain(subject)
})

test.each([
  [['check'], 'zh'],
  [['check', '--lang', 'en'], 'en'],
  [['--lang=en', 'check'], 'en'],
  [['check', '--lang'], 'zh'],
  [['check', '--lang', 'fr'], 'zh'],
])('%j is answered in %s', (args, language) => {
  expect(wantedLanguage(args)).toBe(language)
})
