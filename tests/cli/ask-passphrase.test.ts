import { EventEmitter } from 'node:events'
import type { ReadStream } from 'node:tty'
import { expect, test } from 'vitest'
import { passphrasePrompt } from '../../src/cli/ask-passphrase.ts'

/** A terminal that types; only what the prompt uses. */
class TypingTerminal extends EventEmitter {
  raw: boolean[] = []
  setRawMode(on: boolean) {
    this.raw.push(on)
    return this
  }
  setEncoding() {
    return this
  }
  resume() {
    return this
  }
  pause() {
    return this
  }
}

function asking() {
  const keyboard = new TypingTerminal()
  let shown = ''
  let interrupts = 0
  const ask = passphrasePrompt(
    keyboard as unknown as ReadStream,
    { write: (text: string) => void (shown += text) },
    () => void (interrupts += 1),
  )
  return { keyboard, ask, shown: () => shown, interrupts: () => interrupts }
}

test.each([
  { what: 'letters and Enter', typed: ['geheim\r'], passphrase: 'geheim' },
  { what: 'letters one by one', typed: [...'密码 1'].concat('\r'), passphrase: '密码 1' },
  { what: 'backspace over an astral letter', typed: ['a𠮷', '\u007f', 'b\r'], passphrase: 'ab' },
  { what: 'Ctrl-U and anew', typed: ['wrong\u0015right\n'], passphrase: 'right' },
  { what: 'arrow keys and Delete', typed: ['a\u001b[Ab\u001b[3~c\u001bOD\r'], passphrase: 'abc' },
  { what: 'Ctrl-D at the end', typed: ['abc\u0004'], passphrase: 'abc' },
  { what: 'nothing', typed: ['\r'], passphrase: '' },
])('$what', async ({ typed, passphrase }) => {
  const { keyboard, ask, shown } = asking()
  const answer = ask('Passphrase: ')
  for (const text of typed) keyboard.emit('data', text)
  expect(await answer).toBe(passphrase)
  expect(shown()).toBe('Passphrase: \n')
  expect(keyboard.raw).toEqual([true, false])
  expect(keyboard.listenerCount('data') + keyboard.listenerCount('end')).toBe(0)
})

test('what was typed ahead answers the next question', async () => {
  const { keyboard, ask } = asking()
  const first = ask('New: ')
  keyboard.emit('data', 'one\r\ntwo\r')
  expect(await first).toBe('one')
  expect(await ask('Again: ')).toBe('two')
})

test.each([
  { what: 'Ctrl-C', type: (keyboard: TypingTerminal) => keyboard.emit('data', 'half\u0003') },
  { what: 'the end of input', type: (keyboard: TypingTerminal) => keyboard.emit('end') },
])('$what stops, with the terminal as it was', async ({ type }) => {
  const { keyboard, ask, interrupts } = asking()
  const answer = ask('Passphrase: ')
  type(keyboard)
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  expect(keyboard.raw).toEqual([true, false])
  expect(interrupts()).toBe(1)
})
