import { crc32 } from 'node:zlib'
import { writeContainer } from './container.ts'
import type { Bytes, Signer } from '../../src/engine/ports.ts'
import { verifyDetachedCms } from '../../src/engine/verification/cms.ts'
import type { FileTree } from '../../src/engine/verification/folder.ts'
import type { BundleOptions } from '../../src/engine/verification/report.ts'
import { MemoryFolder, memorySource, MemorySink, nodeHashing } from './byte-ports.ts'
import { containerInput } from './container.ts'
import { craftZip } from './crafted-zip.ts'

/** Options of a stranger who trusts nobody. The PDF inside is a stand-in, so its verdict is given. */
export function strangerOptions(changes: Partial<BundleOptions> = {}): BundleOptions {
  return {
    trusted: [],
    at: new Date('2026-12-01T00:00:00Z'),
    hashing: nodeHashing,
    crc32,
    limits: { maxEntries: 20_000, maxBytes: 2 ** 36, maxRatio: 200 },
    signal: new AbortController().signal,
    report: () => undefined,
    verifyCms: verifyDetachedCms,
    verifyPdf: async () => ({
      integrity: 'intact',
      signer: 'self-signed',
      time: 'claimed',
      findings: [],
      signatures: [],
    }),
    ...changes,
  }
}

export type Files = Map<string, Bytes>

/** A small signed bundle: as ZIP, and its files as they lie in a folder. */
export async function signedBundle(signer: Signer): Promise<{ zip: Bytes; files: Files; copy: Bytes }> {
  const zip = new MemorySink()
  const output = new MemoryFolder()
  const context = { hashing: nodeHashing, signal: new AbortController().signal, report: () => undefined }
  await writeContainer(containerInput(signer), { zip, folder: { output, prefix: '' } }, context)
  const copy = output.files.get('02_合并卷.pdf')!
  output.files.delete('02_合并卷.pdf')
  return { zip: zip.bytes, files: output.files, copy }
}

/** A folder in memory. */
export function treeOf(files: ReadonlyMap<string, Bytes>, links: readonly string[] = []): FileTree {
  return {
    async *list() {
      for (const [path, bytes] of files) yield { path, size: bytes.length, isLink: links.includes(path) }
    },
    open: async (path) => memorySource(files.get(path)!),
  }
}

/** The files packed as our writer would pack them, whatever they are. */
export function pack(files: ReadonlyMap<string, Bytes>): Bytes {
  return new Uint8Array(craftZip({ entries: [...files].map(([name, content]) => ({ name, content })) }))
}
