import { open } from 'node:fs/promises'
import { stat } from 'node:fs/promises'
import type { ContentStore } from '../../engine/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { fileSource } from './file-source.ts'
import { reasonOf } from './reason.ts'

/** The originals of a case folder as a content store; `pathOf` maps a SHA-256 to the file on disk. */
export function caseContent(pathOf: ReadonlyMap<string, string>): ContentStore {
  const locate = (sha256: string): string => {
    const path = pathOf.get(sha256)
    if (path === undefined) throw new Failure('evidence.missing', { name: sha256 })
    return path
  }
  // One buffer serves all whole reads: the assembler keeps one source in memory at a time.
  let buffer = new Uint8Array(0)
  return {
    async open(sha256) {
      const path = locate(sha256)
      try {
        return fileSource(path, (await stat(path)).size)
      } catch (error) {
        throw new Failure('evidence.unreadable', { name: path, reason: reasonOf(error) }, error)
      }
    },
    async readWhole(sha256) {
      const path = locate(sha256)
      try {
        const file = await open(path, 'r')
        try {
          const { size } = await file.stat()
          if (buffer.length < size) buffer = new Uint8Array(size)
          let filled = 0
          while (filled < size) {
            const { bytesRead } = await file.read(buffer, filled, size - filled, filled)
            if (bytesRead === 0) break
            filled += bytesRead
          }
          return buffer.subarray(0, filled)
        } finally {
          await file.close()
        }
      } catch (error) {
        throw new Failure('evidence.unreadable', { name: path, reason: reasonOf(error) }, error)
      }
    },
  }
}
