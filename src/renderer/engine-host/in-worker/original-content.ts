import type { Bytes, ByteSource, ContentStore } from '../../../engine/ports.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { BundlePlan } from '../../../shared/domain/bundle-plan.ts'
import { contentReader } from '../../register/content-reader.ts'
import { forgetTag } from '../../register/content-rows.ts'
import type { ContentReader } from '../../register/register.ts'
import type { RegisterDb } from '../../register/register-db.ts'
import type { Originals } from '../bundle-wire.ts'
import type { VaultAccess } from '../vault-access.ts'

/** An open vault in a worker. */
export interface OpenVault {
  readonly database: RegisterDb
  readonly access: VaultAccess
}

/** A content of the vault as the engine reads it. `name` is for failures. Throws Failure content.missing, content.damaged. */
export async function vaultSource(
  { database, access }: OpenVault,
  contentId: string,
  name: string,
): Promise<ByteSource> {
  const reader = await contentReader(database, () => access.contentKey, contentId, {
    name: () => Promise.resolve(name),
    // Taken in again, the same original must be stored anew.
    onDamage: () => forgetTag(database, contentId).catch(() => undefined),
  })
  return sourceOf(reader)
}

/** Originals for the engine, by SHA-256; `nameOf` says what a person calls them. Throws Failure content.*, evidence.missing. */
export function originalContent(
  originals: Originals,
  vault: OpenVault | undefined,
  nameOf: (sha256: string) => string,
): ContentStore {
  const open = async (sha256: string): Promise<ByteSource> => {
    if (originals.kind === 'given') {
      const bytes = originals.bytes.get(sha256)
      if (!bytes) throw new Failure('evidence.missing', { name: nameOf(sha256) })
      return bytesSource(bytes)
    }
    const contentId = originals.ids.get(sha256)
    if (contentId === undefined) throw new Failure('evidence.missing', { name: nameOf(sha256) })
    if (!vault) throw new Failure('register.locked')
    return vaultSource(vault, contentId, nameOf(sha256))
  }
  return {
    open,
    async readWhole(sha256) {
      const source = await open(sha256)
      return source.read(0, source.size)
    },
  }
}

/** What a person calls the originals of a plan. */
export function nameIn(plan: BundlePlan): (sha256: string) => string {
  const names = new Map(
    plan.groups.flatMap(({ items }) =>
      items.map(({ entry, file }) => [file.sha256, entry.name || file.originalName] as const),
    ),
  )
  return (sha256) => names.get(sha256) ?? ''
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Bytes): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
    async *stream(start = 0, end = bytes.length) {
      yield bytes.subarray(start, end)
    },
  }
}

function sourceOf(reader: ContentReader): ByteSource {
  const { bytes: size } = reader
  return {
    size,
    read: (offset, length) => reader.read(offset, length),
    async *stream(start = 0, end = size) {
      if (start === 0 && end === size) {
        yield* reader.stream()
        return
      }
      const step = 4 * 1024 * 1024
      for (let at = start; at < end; at += step) yield await reader.read(at, Math.min(step, end - at))
    },
  }
}
