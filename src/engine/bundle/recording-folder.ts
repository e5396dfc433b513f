import type { ByteSource, OutputFolder } from '../ports.ts'

export interface RecordingFolder extends OutputFolder {
  /** Closed files by path, readable before they are published. */
  readonly closed: ReadonlyMap<string, ByteSource>
}

/** An output folder that remembers its closed files, so that they can be verified before they are published. */
export function recordingFolder(folder: OutputFolder): RecordingFolder {
  const closed = new Map<string, ByteSource>()
  return {
    closed,
    claim: (names) => folder.claim(names),
    reserve: (bytes) => folder.reserve(bytes),
    publish: () => folder.publish(),
    discard: () => folder.discard(),
    async create(path) {
      const file = await folder.create(path)
      return {
        write: (chunks) => file.write(chunks),
        async close() {
          const source = await file.close()
          closed.set(path, source)
          return source
        },
      }
    },
  }
}
