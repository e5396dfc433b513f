import { compareUtf8 } from '../../shared/domain/bundle-names.ts'
import type { Bytes } from '../ports.ts'

/** A line of a hash list: lower-case hex digest and path. */
export interface HashLine {
  readonly digest: string
  readonly path: string
}

/** The reserved elements of bag-info.txt this program writes (RFC 8493, 2.2.2). Values are single lines. */
export interface BagInfo {
  readonly sourceOrganization: string
  readonly contactName?: string
  readonly externalIdentifier: string
  readonly externalDescription: string
  /** YYYY-MM-DD. */
  readonly baggingDate: string
  readonly softwareAgent: string
}

export const bagPaths = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  sha256: 'manifest-sha256.txt',
  sha512: 'manifest-sha512.txt',
  tags: 'tagmanifest-sha256.txt',
  checksumsSha256: 'checksums.sha256',
  checksumsSm3: 'checksums.sm3',
} as const

const encode = (text: string): Bytes => new TextEncoder().encode(text)

/** bagit.txt (RFC 8493, 2.1.1). */
export function bagDeclaration(): Bytes {
  return encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
}

/** bag-info.txt with the octet and file count of the payload (RFC 8493, 2.2.2). */
export function bagInfo(info: BagInfo, payload: readonly { readonly size: number }[]): Bytes {
  const octets = payload.reduce((sum, file) => sum + file.size, 0)
  const elements: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', info.sourceOrganization],
    ['Contact-Name', info.contactName],
    ['External-Identifier', info.externalIdentifier],
    ['External-Description', info.externalDescription],
    ['Bagging-Date', info.baggingDate],
    ['Payload-Oxum', `${octets}.${payload.length}`],
    ['Bag-Software-Agent', info.softwareAgent],
  ]
  return encode(
    elements
      .map(([label, value]) => [label, value === undefined ? '' : singleLine(value)] as const)
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `${label}: ${value}\n`)
      .join(''),
  )
}

/** A manifest or tag manifest (RFC 8493, 2.1.3): sorted by the bytes of the path; %, CR and LF encoded. */
export function bagManifest(lines: readonly HashLine[]): Bytes {
  return encode(
    sortByPath(lines)
      .map(({ digest, path }) => `${digest}  ${encodeBagPath(path)}\n`)
      .join(''),
  )
}

/** A hash list for `sha256sum -c`, `sm3sum -c` and the like, which know no percent-encoding. */
export function checksumList(lines: readonly HashLine[]): Bytes {
  return encode(
    sortByPath(lines)
      .map(({ digest, path }) => `${digest}  ${path}\n`)
      .join(''),
  )
}

/** Sorted by the UTF-8 bytes of `path`. */
export function sortByPath<T extends { readonly path: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => compareUtf8(a.path, b.path))
}

function encodeBagPath(path: string): string {
  return path.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

const singleLine = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
