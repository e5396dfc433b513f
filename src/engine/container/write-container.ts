import { Failure } from '../../shared/contract/failure.ts'
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
import type {
  ContainerContext,
  ContainerInput,
  ContainerOutputs,
  PayloadFile,
  TagFile,
} from './container-files.ts'
import { hashBytes } from './digest.ts'
import { EntryWriter } from './entry-writer.ts'
import { collisionKey, isSafeContainerPath } from './safe-name.ts'
import { hexOf } from '../../shared/domain/hex.ts'

export interface WrittenContainer {
  /** 0 when no ZIP was asked for. */
  readonly zipBytes: number
  /** Of the whole ZIP, hex; empty when none was asked for. */
  readonly zipSha256: string
  readonly entries: number
  /** SHA-256 of the signed ASiCManifest, hex. */
  readonly manifestDigest: string
  /** SHA-256 of `manifest-sha256.txt`, hex. */
  readonly payloadManifestDigest: string
}

/**
 * Writes a bundle v1 (`docs/formats/bundle-v1.md`) as ZIP, as folder, or as both in one pass over each source:
 * payload manifests, tag files, tag manifest, ASiCManifest, signature, then the bytes. Every payload file is
 * hashed again while it is copied. Throws Failure evidence.changed, AbortError, and what sinks and signer throw;
 * RangeError for paths no bundle may hold.
 */
export async function writeContainer(
  input: ContainerInput,
  outputs: ContainerOutputs,
  context: ContainerContext,
): Promise<WrittenContainer> {
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

  const writer = await EntryWriter.open(outputs, input.createdAt, context)
  const total = payload.reduce((sum, file) => sum + file.size, 0)
  let done = 0
  await writer.addBytes(asic.mimetypePath, mimetype, false)
  await writer.addBytes(asic.manifestPath, manifest, true)
  await writer.addBytes(asic.signaturePath, signature, false)
  for (const tag of tags) await writer.addBytes(tag.path, tag.bytes, true)
  for (const file of payload) {
    await copyPayload(writer, file, context, (bytes) => {
      done += bytes
      context.report('container', done, total)
    })
  }
  const zip = await writer.finish()
  return {
    ...zip,
    entries: payload.length + tags.length + 3,
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
  context: ContainerContext,
): Promise<TagFile> {
  const lines = await Promise.all(
    tags.map(async ({ path, bytes }) => ({
      path,
      digest: hexOf(await hashBytes(context.hashing, 'sha256', bytes)),
    })),
  )
  return { path: bagPaths.tags, bytes: bagManifest(lines), mediaType: 'text/plain' }
}

/** Copies one file to every output, hashing what passes. */
async function copyPayload(
  writer: EntryWriter,
  file: PayloadFile,
  context: ContainerContext,
  progress: (bytes: number) => void,
): Promise<void> {
  const source = await file.source()
  const changed = (cause?: unknown): Failure => new Failure('evidence.changed', { name: file.path }, cause)
  if (source.size !== file.size) throw changed()
  const hasher = await context.hashing.create('sha256')
  async function* hashed(): AsyncGenerator<Bytes> {
    for await (const chunk of source.stream()) {
      context.signal.throwIfAborted()
      hasher.update(chunk)
      yield chunk
      progress(chunk.length)
    }
  }
  try {
    await writer.addStream(file, hashed())
  } catch (error) {
    throw error instanceof RangeError ? changed(error) : error
  }
  if (hexOf(hasher.digest()) !== file.sha256) throw changed()
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
