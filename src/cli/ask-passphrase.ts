import type { ReadStream } from 'node:tty'

// Arrow keys and the like arrive as escape sequences; they are no part of a passphrase.
const escapeSequence = /\u001b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])/g

/**
 * Asks on a terminal without echo. Ctrl-C and the end of input reject with AbortError; backspace and Ctrl-U work.
 * What was typed ahead answers the next question.
 */
export function passphrasePrompt(
  input: ReadStream,
  output: { write(text: string): unknown },
  onInterrupt: () => void,
): (prompt: string) => Promise<string> {
  let ahead = ''
  return (prompt) =>
    new Promise((resolve, reject) => {
      let typed = ''
      output.write(prompt)
      input.setRawMode(true)
      input.setEncoding('utf8')
      input.resume()
      const finish = () => {
        input.off('data', onData).off('end', onEnd)
        input.setRawMode(false)
        input.pause()
        output.write('\n')
      }
      const interrupt = () => {
        finish()
        onInterrupt()
        reject(new DOMException('interrupted', 'AbortError'))
      }
      const onEnd = interrupt
      const onData = (text: string) => {
        const characters = [...text.replace(escapeSequence, '').replaceAll('\r\n', '\n')]
        for (const [at, character] of characters.entries()) {
          if (character === '\r' || character === '\n' || character === '\u0004') {
            ahead = characters.slice(at + 1).join('')
            finish()
            resolve(typed)
            return
          }
          if (character === '\u0003') {
            interrupt()
            return
          }
          if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('')
          else if (character === '\u0015') typed = ''
          else if (character >= ' ') typed += character
        }
      }
      input.on('data', onData).on('end', onEnd)
      const typedAhead = ahead
      ahead = ''
      if (typedAhead !== '') onData(typedAhead)
    })
}
