import { stat } from 'node:fs/promises'
import { hashFile } from '../../engine/jobs.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { UsageError } from '../arguments.ts'
import { callerPath } from '../caller-path.ts'
import type { Command } from '../command.ts'
import { fileSource } from '../files/file-source.ts'
import { nodeHashing } from '../files/node-hashing.ts'
import { reasonOf } from '../files/reason.ts'
import { failureText } from '../terminal.ts'

/** `dossier hash <files…>`: SHA-256 and SM3 of each file; a file that cannot be read is said and the rest goes on. */
export const hash: Command = async (context) => {
  const { positionals, terminal, signal } = context
  if (positionals.length === 0) throw new UsageError('missing', 'files')
  const files: { path: string; bytes: number; sha256: string; sm3: string }[] = []
  const unreadable: { path: string; message: string }[] = []
  for (const path of positionals) {
    try {
      const absolute = callerPath(context, path)
      const status = await stat(absolute)
      if (!status.isFile()) throw new Failure('verify.unreadable', { path, reason: 'EISDIR' })
      const digests = await hashFile(fileSource(absolute, status.size), nodeHashing, signal)
      files.push({ path, ...digests })
      terminal.line(path)
      terminal.line(`  SHA-256  ${digests.sha256}`)
      terminal.line(`  SM3      ${digests.sm3}`)
    } catch (error) {
      if (signal.aborted) throw error
      const failure =
        error instanceof Failure
          ? error
          : new Failure('verify.unreadable', { path, reason: reasonOf(error) }, error)
      terminal.failure(failure)
      unreadable.push({ path, message: failureText(failure, terminal.language) })
    }
  }
  terminal.result({ files, unreadable })
  return unreadable.length > 0 ? 1 : 0
}
