import type { ReadStream } from 'node:tty'

/** Asks on a terminal without echo. Ctrl-C ends with the signal's reason; backspace and Ctrl-U work. */
export function passphrasePrompt(
  input: ReadStream,
  output: { write(text: string): unknown },
  onInterrupt: () => void,
): (prompt: string) => Promise<string> {
  return (prompt) =>
    new Promise((resolve, reject) => {
      let typed = ''
      output.write(prompt)
      input.setRawMode(true)
      input.setEncoding('utf8')
      input.resume()
      const finish = () => {
        input.off('data', onData)
        input.setRawMode(false)
        input.pause()
        output.write('\n')
      }
      const onData = (text: string) => {
        for (const character of text) {
          if (character === '\r' || character === '\n' || character === '\u0004') {
            finish()
            resolve(typed)
            return
          }
          if (character === '\u0003') {
            finish()
            onInterrupt()
            reject(new DOMException('interrupted', 'AbortError'))
            return
          }
          if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('')
          else if (character === '\u0015') typed = ''
          else if (character >= ' ') typed += character
        }
      }
      input.on('data', onData)
    })
}
