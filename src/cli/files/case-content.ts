import { stat } from 'node:fs/promises'
import type { ContentStore } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { fileSource } from './file-source.ts'
import { reasonOf } from './reason.ts'
import { WholeFileReader } from './whole-file.ts'

/** The originals of a case folder as a content store; `pathOf` maps a SHA-256 to the file on disk. */
export function caseContent(pathOf: ReadonlyMap<string, string>): ContentStore {
  const readable = async <T>(sha256: string, read: (path: string) => Promise<T>): Promise<T> => {
    const path = pathOf.get(sha256)
    if (path === undefined) throw new Failure('evidence.missing', { name: sha256 })
    try {
      return await read(path)
    } catch (error) {
      throw new Failure('evidence.unreadable', { name: path, reason: reasonOf(error) }, error)
    }
  }
  const reader = new WholeFileReader()
  return {
    open: (sha256) => readable(sha256, async (path) => fileSource(path, (await stat(path)).size)),
    readWhole: (sha256) => readable(sha256, (path) => reader.read(path)),
  }
}
