import { expect, test } from 'vitest'
import { failureText, findingJson, terminal } from '../../src/cli/terminal.ts'
import { Failure } from '../../src/shared/contract/failure.ts'
import { finding } from '../../src/shared/contract/finding.ts'

function streams(isTTY: boolean) {
  const written = { out: '', err: '' }
  return {
    written,
    out: { write: (text: string) => void (written.out += text) },
    err: { isTTY, write: (text: string) => void (written.err += text) },
  }
}

const gap = finding('field.required', 'crimes')

test('people read standard output; what is wrong goes to standard error', () => {
  const { written, ...both } = streams(false)
  const screen = terminal('en', false, both)
  screen.say('build.draft')
  screen.findings([gap])
  screen.failure(new Failure('bundle.gaps', { count: 1 }))
  screen.result({ never: 'shown' })
  screen.progress('hash', 1, 2)
  expect(written.out).toMatch(/^This is a draft.*\n$/)
  expect(written.err).toBe(
    '  [error] crimes: not filled in yet. Complete it in case.json, or use --draft for a draft.\n' +
      '1 required places are still blank; nothing was built. Complete them, or add --draft to build a draft.\n',
  )
})

test('with --json a program reads one object, and people standard error', () => {
  const { written, ...both } = streams(false)
  const screen = terminal('zh', true, both)
  screen.say('build.draft')
  screen.findings([gap])
  screen.result({ ready: false, findings: [findingJson(gap, 'zh')] })
  expect(JSON.parse(written.out)).toEqual({
    ready: false,
    findings: [
      {
        code: 'field.required',
        severity: 'error',
        subject: 'crimes',
        message: 'crimes：尚未填写。请在 case.json 中补上，或用 --draft 先出草稿。',
      },
    ],
  })
  expect(written.out.split('\n')).toHaveLength(2)
  expect(written.err).toContain('草稿')
})

test('progress is one line that is drawn over, wiped before words, and only where a person watches', () => {
  const { written, ...both } = streams(true)
  const screen = terminal('en', false, both)
  screen.progress('hash', 0, 3)
  screen.progress('hash', 0, 3)
  screen.progress('hash', 3, 3)
  screen.line('done')
  screen.progress('verify', 0, 0)
  screen.quiet()
  screen.quiet()
  expect(written.err).toBe('Hashing 0 %\r\u001b[2KHashing 100 %\r\u001b[2KChecking the result 0 %\r\u001b[2K')
  expect(written.out).toBe('done\n')
})

test('a bug keeps its own message inside a calm sentence', () => {
  expect(failureText(new TypeError('x is not a function'), 'en')).toContain('(x is not a function)')
  expect(failureText('odd', 'zh')).toContain('odd')
})
