import { type BundleParts, decodeParts, encodeParts } from '../../../engine/jobs.ts'
import { Failure } from '../../../shared/contract/failure.ts'

/** The parts of a bundle as the register keeps them, with where the originals lie. */
export interface KeptParts {
  readonly parts: BundleParts
  /** Ids of the contents of its originals, by SHA-256. */
  readonly ids: ReadonlyMap<string, string>
}

const lineFeed = 10

/** A line that says where the originals lie, then the parts. */
export async function encodeKeptParts({ parts, ids }: KeptParts): Promise<Uint8Array<ArrayBuffer>> {
  const line = new TextEncoder().encode(`${JSON.stringify([...ids])}\n`)
  const rest = await encodeParts(parts)
  const whole = new Uint8Array(line.length + rest.length)
  whole.set(line)
  whole.set(rest, line.length)
  return whole
}

/** Throws Failure bundle.parts-unreadable. */
export async function decodeKeptParts(bytes: Uint8Array<ArrayBuffer>): Promise<KeptParts> {
  const end = bytes.indexOf(lineFeed)
  if (end < 0) throw new Failure('bundle.parts-unreadable')
  try {
    const ids = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as [string, string][]
    return { parts: await decodeParts(bytes.slice(end + 1)), ids: new Map(ids) }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('bundle.parts-unreadable', {}, error)
  }
}
