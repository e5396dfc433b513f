import { Failure } from '../../shared/contract/failure.ts'
import type { BundlePlan } from '../../shared/domain/bundle-plan.ts'
import type { DossierIndex } from '../../shared/domain/dossier-index.ts'
import type { LawNames } from '../../shared/law/law-book.ts'
import type { SealedEntry } from '../container/seal-container.ts'
import type { Bytes } from '../ports.ts'
import type { DiscPapers } from './disc-papers.ts'
import type { FileDigests } from './hand-over.ts'

/**
 * Everything of a finished bundle but its PDF and its originals: with those two it is written again byte for byte, also
 * by a later version of this program, for nothing here is made anew. Digests are lower-case hex. What the ZIP is shows
 * when it is first worked out; from then on it stands with its hand-over sheet, and every later writing must give it.
 */
export interface BundleParts {
  readonly plan: BundlePlan
  readonly signer: DossierIndex['signer']
  readonly pdf: PartOfBundle & { readonly pages: number; readonly firstPageNumber: number }
  /** What the hand-over sheet takes from the law of that day; absent where there is the sheet. */
  readonly law?: LawNames
  /** Absent until the ZIP was worked out. */
  readonly zip?: FileDigests
  /** Files outside `data/`, in the order of the ZIP. */
  readonly entries: readonly SealedEntry[]
  /** Files below `data/` in the order of the ZIP, the PDF among them. */
  readonly payload: readonly PartOfBundle[]
  /** What lies on top of a disc. */
  readonly disc: DiscPapers
  /** The hand-over sheet, which lies beside the ZIP; there with `zip`. */
  readonly handOver?: Bytes
}

/** A file of the payload as the container lists it. */
export interface PartOfBundle {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly sha512: string
  readonly sm3: string
  readonly crc32?: number
  readonly mediaType: string
  readonly compress: boolean
}

const format = 'rights-dossier/bundle-parts'
/** 1 was worked out while it was built: with ZIP and sheet, without the law. */
const version = 2

/** The parts as bytes to be kept: JSON, what is bytes in it as Base64. */
export function encodeParts(parts: BundleParts): Bytes {
  const text = JSON.stringify({ format, version, parts }, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $base64: base64Of(value) } : value,
  )
  return new TextEncoder().encode(text)
}

/** Reads what `encodeParts` wrote. Throws Failure bundle.parts-unreadable for anything else. */
export function decodeParts(bytes: Bytes): BundleParts {
  try {
    const read = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      (_key, value: unknown) =>
        isBase64(value) ? Uint8Array.from(atob(value.$base64), (char) => char.charCodeAt(0)) : value,
    ) as { format: unknown; version: unknown; parts: BundleParts }
    if (read.format === format && isWhole(read.version, read.parts)) return read.parts
  } catch (cause) {
    throw new Failure('bundle.parts-unreadable', {}, cause)
  }
  throw new Failure('bundle.parts-unreadable')
}

function isWhole(of: unknown, { law, zip, handOver }: BundleParts): boolean {
  if (of === 1) return typeof zip?.sha256 === 'string' && handOver instanceof Uint8Array
  return of === version && Array.isArray(law?.crimes)
}

function isBase64(value: unknown): value is { readonly $base64: string } {
  return (
    typeof value === 'object' && value !== null && '$base64' in value && typeof value.$base64 === 'string'
  )
}

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(binary)
}
