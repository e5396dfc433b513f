import type { Bytes, ByteSource } from '../../engine/ports.ts'
import { mostReadBytes } from '../../shared/contract/bridge.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { handedAddress } from '../../shared/contract/handed-file.ts'
import { countBuffers } from '../platform/collect-early.ts'
import type { HandedFile, VerifiableFile } from '../platform/platform.ts'
import { pickedFileSource, sourceOf } from './file-source.ts'

/** A file to verify as the engine reads it. Throws Failure verify.changed, verify.vanished, verify.unreadable. */
export function verifiableSource(file: VerifiableFile, name: string): ByteSource {
  if (!(file instanceof File)) return handedSource(file, name)
  const picked = pickedFileSource(file, name)
  return sourceOf(picked.size, async (start, end) => {
    try {
      return await picked.read(start, end - start)
    } catch (error) {
      throw error instanceof Failure ? whileVerifying(error, name) : error
    }
  })
}

/** A file the program was handed by its path; never more of it is in memory than is read. Throws as `verifiableSource`. */
export function handedSource(file: HandedFile, name: string, ask: typeof fetch = fetch): ByteSource {
  const part = async (offset: number, length: number): Promise<Bytes> => {
    const bytes = await bytesOf(() => ask(handedAddress({ ...file.handed, offset, length })), name)
    if (bytes.byteLength !== length) throw new Failure('verify.changed', { path: name })
    countBuffers(length)
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

async function bytesOf(ask: () => Promise<Response>, name: string): Promise<Bytes> {
  let answer: Response
  try {
    answer = await ask()
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
  } catch (error) {
    // The browser's own TypeError would be taken for a fault of the bytes.
    const reason = error instanceof Error ? error.name : ''
    throw new Failure('verify.unreadable', { path: name, reason }, error)
  }
  throw failureOf(await answer.text(), name)
}

/** What the main process said of a part it could not read. */
function failureOf(said: string, name: string): Error {
  const [code, reason = ''] = said.split(' ')
  if (code === 'verify.changed' || code === 'verify.vanished') return new Failure(code, { path: name })
  if (code === 'verify.unreadable') return new Failure(code, { path: name, reason })
  return new Error(`what was handed over could not be read, see ${said} in the log`)
}

function whileVerifying(failure: Failure, name: string): Failure {
  const path = name
  switch (failure.code) {
    case 'intake.changed':
      return new Failure('verify.changed', { path }, failure)
    case 'intake.vanished':
      return new Failure('verify.vanished', { path }, failure)
    case 'intake.unreadable':
      return new Failure('verify.unreadable', { path, reason: failure.facts['reason'] ?? '' }, failure)
    default:
      return failure
  }
}
