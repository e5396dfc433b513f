import type { Bytes } from '../ports.ts'
import { buildCades } from '../signing/cades.ts'
import { asic, asicManifest } from './asic-manifest.ts'
import {
  bagDeclaration,
  type BagInfo,
  bagInfo,
  bagManifest,
  bagPaths,
  checksumList,
  sortByPath,
} from './bag.ts'
import type { ContainerContext, ContainerInput, PayloadFile, TagFile } from './container-files.ts'
import { hashBytes } from './digest.ts'
import { collisionKey, isSafeContainerPath } from './safe-name.ts'
import { hexOf } from '../../shared/domain/hex.ts'

/** A file of the container outside `data/`, as it is written. */
export interface SealedEntry {
  readonly path: string
  readonly bytes: Bytes
  readonly compress: boolean
}

/** A container whose lists are signed; only the bytes of its payload are still to be copied. */
export interface SealedContainer {
  /** In the order of the ZIP, before the payload. */
  readonly entries: readonly SealedEntry[]
  /** Sorted by path. */
  readonly payload: readonly PayloadFile[]
  /** SHA-256 of the signed ASiCManifest, hex. */
  readonly manifestDigest: string
  /** SHA-256 of `manifest-sha256.txt`, hex. */
  readonly payloadManifestDigest: string
}

/**
 * Makes and signs everything of a bundle v1 (`docs/formats/bundle-v1.md`) that follows from the digests of its payload:
 * payload manifests, tag files, tag manifest, ASiCManifest, signature. Throws what the signer throws, AbortError;
 * RangeError for paths no bundle may hold.
 */
export async function sealContainer(
  input: ContainerInput,
  context: Pick<ContainerContext, 'hashing' | 'signal'>,
): Promise<SealedContainer> {
  const payload = sortByPath(input.payload)
  const bagTags = [...input.tagFiles, ...generatedTags(input.bag, payload)]
  const mimetype = new TextEncoder().encode(asic.mimetype)
  const tagManifest = await tagManifestOf([...bagTags, { path: asic.mimetypePath, bytes: mimetype }], context)
  const tags = sortByPath([...bagTags, tagManifest])
  refuseBadPaths([...payload, ...tags])

  const manifest = asicManifest([
    ...payload.map((file) => ({ ...file, sha256: fromHex(file.sha256) })),
    ...(await Promise.all(
      tags.map(async (tag) => ({ ...tag, sha256: await hashBytes(context.hashing, 'sha256', tag.bytes) })),
    )),
  ])
  const messageDigest = await hashBytes(context.hashing, 'sha256', manifest)
  context.signal.throwIfAborted()
  const signature = await buildCades({
    signer: input.signer,
    messageDigest,
    profile: 'cades',
    signingTime: input.createdAt,
  })
  return {
    entries: [
      { path: asic.mimetypePath, bytes: mimetype, compress: false },
      { path: asic.manifestPath, bytes: manifest, compress: true },
      { path: asic.signaturePath, bytes: signature, compress: false },
      ...tags.map(({ path, bytes }) => ({ path, bytes, compress: true })),
    ],
    payload,
    manifestDigest: hexOf(messageDigest),
    payloadManifestDigest: hexOf(
      await hashBytes(context.hashing, 'sha256', bagManifest(listed(payload, 'sha256'))),
    ),
  }
}

/** Bag and checksum files that follow from the payload alone. */
function generatedTags(bag: BagInfo, payload: readonly PayloadFile[]): TagFile[] {
  const text = (path: string, bytes: Bytes): TagFile => ({ path, bytes, mediaType: 'text/plain' })
  return [
    text(bagPaths.declaration, bagDeclaration()),
    text(bagPaths.info, bagInfo(bag, payload)),
    text(bagPaths.sha256, bagManifest(listed(payload, 'sha256'))),
    text(bagPaths.sha512, bagManifest(listed(payload, 'sha512'))),
    text(bagPaths.checksumsSha256, checksumList(listed(payload, 'sha256'))),
    text(bagPaths.checksumsSm3, checksumList(listed(payload, 'sm3'))),
  ]
}

function listed(payload: readonly PayloadFile[], hash: 'sha256' | 'sha512' | 'sm3') {
  return payload.map((file) => ({ path: file.path, digest: file[hash] }))
}

async function tagManifestOf(
  tags: readonly Pick<TagFile, 'path' | 'bytes'>[],
  context: Pick<ContainerContext, 'hashing'>,
): Promise<TagFile> {
  const lines = await Promise.all(
    tags.map(async ({ path, bytes }) => ({
      path,
      digest: hexOf(await hashBytes(context.hashing, 'sha256', bytes)),
    })),
  )
  return { path: bagPaths.tags, bytes: bagManifest(lines), mediaType: 'text/plain' }
}

function refuseBadPaths(files: readonly { readonly path: string }[]): void {
  const seen = new Set<string>([asic.mimetypePath])
  for (const { path } of files) {
    if (!isSafeContainerPath(path) || path.startsWith('META-INF/'))
      throw new RangeError(`no bundle may hold the path ${path}`)
    const key = collisionKey(path)
    if (seen.has(key)) throw new RangeError(`two files share the path ${path}`)
    seen.add(key)
  }
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
