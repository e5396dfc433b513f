import type { ByteSink, Bytes, ByteSource, Hashing, JobContext, OutputFolder, Signer } from '../ports.ts'
import type { BagInfo } from './bag.ts'
import type { Crc32 } from './crc32.ts'

/** A file below `data/`. Digests are lower-case hex. */
export interface PayloadFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly sha512: string
  readonly sm3: string
  /** When known beforehand the entry needs no data descriptor, which some unzippers dislike. */
  readonly crc32?: number
  readonly mediaType: string
  /** Deflate it; leave false for what is compressed already. */
  readonly compress: boolean
  /** A second name in the output folder, beside the prefix: the copies a clerk opens. */
  readonly copyAs?: string
  /** The copy is read again and proven by whoever asked for it: it is not hashed while it is made. */
  readonly provenAfterwards?: boolean
  source(): Promise<ByteSource>
}

/** A file outside `data/` and META-INF that the caller makes. */
export interface TagFile {
  readonly path: string
  readonly bytes: Bytes
  readonly mediaType: string
}

export interface ContainerInput {
  readonly payload: readonly PayloadFile[]
  readonly tagFiles: readonly TagFile[]
  readonly bag: BagInfo
  readonly signer: Signer
  /** Date of every ZIP entry, and the signing time claimed in the signature. */
  readonly createdAt: Date
}

export type ZipDigest = 'sha256' | 'sm3'

export interface ContainerOutputs {
  readonly zip?: ByteSink
  /** Digests wanted of the whole ZIP; SHA-256 alone unless told. */
  readonly zipDigests?: readonly ZipDigest[]
  /** The same files unpacked, every path below `prefix` (`90_电子卷_请勿改动/`, or empty). */
  readonly folder?: { readonly output: OutputFolder; readonly prefix: string }
}

export interface ContainerContext extends Pick<JobContext, 'signal' | 'report'> {
  readonly hashing: Hashing
  readonly crc32?: Crc32
}
