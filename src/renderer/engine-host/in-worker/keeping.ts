import type { OutputFile } from '../../../engine/ports.ts'
import { madeContentWriter } from '../../register/content-writer.ts'
import type { MadeContentWriter } from '../../register/made-content-writer.ts'
import { type OpenVault, vaultSource } from './original-content.ts'

/** What is made while a bundle is built, each in a content of its own; all of it can be taken back. */
export interface Keeping {
  /** A file of the engine, sealed as it comes, readable again once it is closed. `shown` is for failures. */
  file(name: string, shown: string): Promise<OutputFile>
  /** Keeps a few bytes. */
  bytes(name: string, bytes: Uint8Array): Promise<void>
  /** The id of what was kept under a name. Throws for a name there is nothing of. */
  readonly ids: (name: string) => string
  /** Removes everything. Never throws. */
  discard(): Promise<void>
}

export function keeping(vault: OpenVault): Keeping {
  const writers = new Map<string, MadeContentWriter>()
  const begin = async (name: string): Promise<MadeContentWriter> => {
    const writer = await madeContentWriter(vault.access)
    writers.set(name, writer)
    return writer
  }
  return {
    async file(name, shown) {
      const writer = await begin(name)
      return {
        async write(chunks) {
          for (const chunk of chunks) await writer.write(chunk)
        },
        async close() {
          await writer.finish()
          return vaultSource(vault, writer.contentId, shown)
        },
      }
    },
    async bytes(name, bytes) {
      const writer = await begin(name)
      await writer.write(bytes)
      await writer.finish()
    },
    ids(name) {
      const writer = writers.get(name)
      if (!writer) throw new Error(`nothing was kept as ${name}`)
      return writer.contentId
    },
    async discard() {
      for (const writer of writers.values()) await writer.discard()
    },
  }
}
