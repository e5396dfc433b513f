/** What the engine is handed by its host: the worker of the window, or the CLI. No Node, no DOM in here. */

/** Bytes in memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>

export type HashName = 'sha256' | 'sha512' | 'sm3'

/** An incremental hash; `digest` ends it. */
export interface Hasher {
  update(bytes: Uint8Array): void
  digest(): Bytes
}

/** A hasher that can go two ways from where it is. */
export interface ForkingHasher extends Hasher {
  /** Another one that has seen the same bytes. */
  fork(): Promise<ForkingHasher>
}

/** Makes hashers: WebAssembly in the worker, `node:crypto` in the CLI. */
export interface Hashing {
  create(name: HashName): Promise<ForkingHasher>
  /** A hash on a thread of its own, for long streams; undefined when none can be had. */
  thread?(name: HashName): Promise<HashThread | undefined>
  /** Hashes bytes in memory by the machine's own instructions, where the host has them only for whole arrays. */
  whole?(name: 'sha256' | 'sha512', bytes: Bytes): Promise<Bytes>
}

/** An incremental hash on another thread. */
export interface HashThread {
  /** Copies the bytes; resolves when more may be given. */
  update(bytes: Uint8Array): Promise<void>
  digest(): Promise<Bytes>
  /** Gives up a hash that was not ended. */
  drop(): void
}

/** Finished bytes that can be read again from anywhere, without holding them in memory. */
export interface ByteSource {
  readonly size: number
  /** Exactly the bytes [offset, offset + length), fewer only at the end. */
  read(offset: number, length: number): Promise<Bytes>
  /** The bytes [start, end) in order, in chunks; a chunk may be reused after the next is asked for. */
  stream(start?: number, end?: number): AsyncIterable<Bytes>
}

/** Originals, addressed by their SHA-256 (lower-case hex). */
export interface ContentStore {
  open(sha256: string): Promise<ByteSource>
  /** The whole content in one array; the array may be reused by the next call. For sources below the page limit only. */
  readWhole(sha256: string): Promise<Bytes>
}

/** Where a stream of bytes goes. Resolves when the chunks may be reused: that is the back-pressure. */
export interface ByteSink {
  write(chunks: readonly Uint8Array[]): Promise<void>
}

/** A file being written under a temporary name. */
export interface OutputFile extends ByteSink {
  /** Flushes to the disk; afterwards the bytes can be read again, still under the temporary name. */
  close(): Promise<ByteSource>
}

/** A set of files that become visible together, or not at all. */
export interface OutputFolder {
  /** Starts a file; `path` is relative, with `/`. Throws Failure output.exists, output.unwritable. */
  create(path: string): Promise<OutputFile>
  /** Refuses names that are taken, before any work is done. Throws Failure output.exists. */
  claim(names: readonly string[]): Promise<void>
  /** Throws Failure output.no-space when fewer than `bytes` are free. */
  reserve(bytes: number): Promise<void>
  /** Gives every closed file its final name. */
  publish(): Promise<void>
  /** Removes everything that was written. Never throws. */
  discard(): Promise<void>
}

/** Signs with a private key the engine never sees. EC signatures are DER `Ecdsa-Sig-Value`. */
export interface Signer {
  readonly keyType: 'RSA' | 'EC'
  /** DER of the signer's certificate. */
  readonly certificate: Bytes
  /** DER of further certificates, issuer first. */
  readonly chain: readonly Bytes[]
  /** Signature over the bytes with SHA-256 (RSASSA-PKCS1-v1_5, or ECDSA). */
  sign(toBeSigned: Uint8Array): Promise<Bytes>
}

/** Step names of long jobs; words for them live in `messages/`. */
export type StepName =
  'hash' | 'survey' | 'compose' | 'assemble' | 'sign' | 'container' | 'disc' | 'write' | 'verify'

/** What every job is handed. Clock and randomness are arguments, so that a job can be repeated. */
export interface JobContext {
  readonly signal: AbortSignal
  report(step: StepName, done: number, total: number): void
  readonly now: Date
  randomBytes(length: number): Bytes
}
