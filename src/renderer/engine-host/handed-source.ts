import type { Bytes, ByteSource } from '../../engine/ports.ts'
import { mostReadBytes } from '../../shared/contract/bridge.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { handedAddress } from '../../shared/contract/handed-file.ts'
import type { HandedFile, VerifiableFile } from '../platform/platform.ts'
import { pickedFileSource, sourceOf } from './file-source.ts'

/** A file to verify as the engine reads it. Throws as `pickedFileSource`. */
export function verifiableSource(file: VerifiableFile, name: string): ByteSource {
  return file instanceof File ? pickedFileSource(file, name) : handedSource(file, name)
}

/** A file the program was handed by its path; never more of it is in memory than is read. Throws as `pickedFileSource`. */
export function handedSource(file: HandedFile, name: string, ask: typeof fetch = fetch): ByteSource {
  const part = async (offset: number, length: number): Promise<Bytes> => {
    const answer = await ask(handedAddress({ ...file.handed, offset, length }))
    if (!answer.ok) throw failureOf(await answer.text(), name)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (bytes.byteLength !== length) throw new Failure('intake.changed', { name })
    return bytes
  }
  return sourceOf(file.size, async (start, wanted) => {
    const end = Math.min(wanted, file.size)
    if (end - start <= mostReadBytes) return end > start ? part(start, end - start) : new Uint8Array(0)
    const whole = new Uint8Array(end - start)
    for (let offset = start; offset < end; offset += mostReadBytes) {
      whole.set(await part(offset, Math.min(mostReadBytes, end - offset)), offset - start)
    }
    return whole
  })
}

/** What the main process said of a part it could not read. */
function failureOf(said: string, name: string): Error {
  const [code, reason = ''] = said.split(' ')
  if (code === 'intake.changed' || code === 'intake.vanished') return new Failure(code, { name })
  if (code === 'intake.unreadable') return new Failure(code, { name, reason })
  return new Error(`what was handed over could not be read, see ${said} in the log`)
}
