import type { Bytes, ByteSink, Hasher, HashThread, OutputFile } from '../ports.ts'
import type { ContainerContext, ContainerOutputs, PayloadFile, ZipDigest } from './container-files.ts'
import { ZipWriter } from './zip-writer.ts'
import { hexOf } from '../../shared/domain/hex.ts'

type Hashers = Map<ZipDigest, Hasher | HashThread>

interface ZipOutput {
  readonly writer: ZipWriter
  readonly hashers: Hashers
}

/** Sends every entry to the ZIP, to the folder, or to both, reading its source once. */
export class EntryWriter {
  readonly #outputs: ContainerOutputs
  readonly #zip: ZipOutput | undefined

  private constructor(outputs: ContainerOutputs, zip?: ZipOutput) {
    this.#outputs = outputs
    this.#zip = zip
  }

  /** Prepares the outputs; every ZIP entry carries `modified`. */
  static async open(
    outputs: ContainerOutputs,
    modified: Date,
    context: ContainerContext,
  ): Promise<EntryWriter> {
    if (outputs.zip === undefined) return new EntryWriter(outputs)
    const { hashing, crc32, signal } = context
    const hashers: Hashers = new Map()
    for (const name of outputs.zipDigests ?? (['sha256'] as const)) {
      hashers.set(name, (await hashing.thread?.(name)) ?? (await hashing.create(name)))
    }
    const options = crc32 === undefined ? { modified, signal } : { modified, signal, crc32 }
    return new EntryWriter(outputs, {
      writer: new ZipWriter(hashingSink(outputs.zip, [...hashers.values()]), options),
      hashers,
    })
  }

  /** Adds a small file. */
  async addBytes(path: string, bytes: Bytes, compress: boolean): Promise<void> {
    if (compress) await this.#zip?.writer.addDeflated(path, bytes)
    else await this.#zip?.writer.addStored(path, bytes)
    for (const file of await this.#create([this.#folderPath(path)])) {
      await file.write([bytes])
      await file.close()
    }
  }

  /** Adds a file of any size, and its copy where it has one. Throws RangeError when it is not what was known. */
  async addStream(file: PayloadFile, source: AsyncIterable<Bytes>): Promise<void> {
    const copies = await this.#create([this.#folderPath(file.path), file.copyAs])
    const teed = tee(source, copies)
    if (this.#zip === undefined) for await (const _ of teed);
    else if (file.compress) await this.#zip.writer.addDeflated(file.path, teed, file)
    else await this.#zip.writer.addStored(file.path, teed, file)
    for (const copy of copies) await copy.close()
  }

  async finish(): Promise<{
    readonly zipBytes: number
    readonly zipSha256: string
    readonly zipSm3: string
  }> {
    if (this.#zip === undefined) return { zipBytes: 0, zipSha256: '', zipSm3: '' }
    const { writer, hashers } = this.#zip
    const { bytes } = await writer.finish()
    const digestOf = async (name: ZipDigest) => {
      const digest = await hashers.get(name)?.digest()
      return digest ? hexOf(digest) : ''
    }
    return { zipBytes: bytes, zipSha256: await digestOf('sha256'), zipSm3: await digestOf('sm3') }
  }

  /** Gives the threads of digests back that will not be ended. */
  drop(): void {
    for (const hasher of this.#zip?.hashers.values() ?? []) if ('drop' in hasher) hasher.drop()
  }

  #folderPath(path: string): string | undefined {
    return this.#outputs.folder === undefined ? undefined : `${this.#outputs.folder.prefix}${path}`
  }

  async #create(paths: readonly (string | undefined)[]): Promise<OutputFile[]> {
    const { folder } = this.#outputs
    const files: OutputFile[] = []
    if (folder === undefined) return files
    for (const path of paths) if (path !== undefined) files.push(await folder.output.create(path))
    return files
  }
}

function hashingSink(sink: ByteSink, hashers: readonly (Hasher | HashThread)[]): ByteSink {
  return {
    async write(chunks) {
      for (const chunk of chunks) {
        // All threads are given the chunk before one of them is waited for.
        const given = hashers.map((hasher) => Promise.resolve(hasher.update(chunk)))
        await Promise.all(given)
      }
      await sink.write(chunks)
    },
  }
}

/** Passes every chunk on once all copies have taken it; the next is asked for when the reader has, too. */
async function* tee(source: AsyncIterable<Bytes>, copies: readonly OutputFile[]): AsyncGenerator<Bytes> {
  for await (const chunk of source) {
    await Promise.all(copies.map((copy) => copy.write([chunk])))
    yield chunk
  }
}
