import { readFile } from 'node:fs/promises'
import { openPkcs12 } from '../engine/jobs.ts'
import type { Signer } from '../engine/ports.ts'
import { Failure } from '../shared/contract/failure.ts'
import { say } from '../shared/messages/say.ts'
import { callerPath } from './caller-path.ts'
import { UsageError } from './arguments.ts'
import type { CommandContext } from './command.ts'
import { reasonOf } from './files/reason.ts'

/** The signing identity named by `--identity`, or none. The passphrase comes from a file or from the person. */
export async function openIdentity(context: CommandContext): Promise<Signer | undefined> {
  const { options } = context
  if (typeof options['identity'] !== 'string') {
    if (options['passphrase-file'] !== undefined) throw new UsageError('missing', 'identity')
    return undefined
  }
  const path = callerPath(context, options['identity'])
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await readFile(path))
  } catch (error) {
    throw new Failure('identity.unreadable', { reason: reasonOf(error) }, error)
  }
  return openPkcs12(bytes, await passphraseOf(context, 'passphrase.ask'))
}

/** The passphrase from `--passphrase-file` (one final newline and a byte order mark are dropped), or asked for. */
export async function passphraseOf(
  context: CommandContext,
  prompt: 'passphrase.ask' | 'passphrase.ask-new',
): Promise<string> {
  const { options, terminal, askPassphrase } = context
  const file = options['passphrase-file']
  if (typeof file === 'string') {
    try {
      const text = await readFile(callerPath(context, file), 'utf8')
      return text.replace(/^\ufeff/, '').replace(/\r?\n$/, '')
    } catch (error) {
      throw new Failure('passphrase.unreadable', { path: file, reason: reasonOf(error) }, error)
    }
  }
  if (!askPassphrase) throw new UsageError('missing', 'passphrase-file')
  if (prompt === 'passphrase.ask') return askPassphrase(say(prompt, terminal.language))
  for (;;) {
    const first = await askPassphrase(say(prompt, terminal.language))
    const second = await askPassphrase(say('passphrase.ask-again', terminal.language))
    if (first === second) return first
    terminal.say('passphrase.differs')
  }
}
