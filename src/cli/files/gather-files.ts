import { Buffer } from 'node:buffer'
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { naturalOrder } from './natural-order.ts'

/** Files an operating system or office program leaves behind; never evidence. */
export const systemLitter = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*)$/i

/** Why something in a folder was left out; each has a word `skipped.…` in `messages/`. */
export type SkipReason = 'link' | 'hidden' | 'litter' | 'special' | 'bad-name'

export interface Skipped {
  /** With `/`; bytes of a name that are no UTF-8 are written `\xff`. */
  readonly path: string
  readonly reason: SkipReason
}

export interface Gathered {
  /** Paths of regular files below the folder, with `/`, in natural order. */
  readonly files: readonly string[]
  readonly skipped: readonly Skipped[]
}

/**
 * Every regular file below a folder, and what was left out and why. Links are not followed; a hidden folder is named
 * once, not file by file. Rejects as `node:fs` does.
 */
export async function gatherFiles(folder: string): Promise<Gathered> {
  const files: string[] = []
  const skipped: Skipped[] = []
  const visit = async (absolute: string, prefix: string): Promise<void> => {
    // As bytes: a name that is no UTF-8 would come back as another name, that nothing bears.
    const entries = await readdir(absolute, { withFileTypes: true, encoding: 'buffer' })
    for (const entry of entries) {
      const name = nameOf(entry.name)
      const path = prefix + name
      const reason = skipReason(entry, name)
      if (reason !== undefined) skipped.push({ path, reason })
      else if (entry.isDirectory()) await visit(join(absolute, name), `${path}/`)
      else files.push(path)
    }
  }
  await visit(folder, '')
  return {
    files: files.sort(naturalOrder),
    skipped: skipped.sort((a, b) => naturalOrder(a.path, b.path)),
  }
}

function skipReason(entry: Dirent<Buffer>, name: string): SkipReason | undefined {
  if (!isUtf8(entry.name)) return 'bad-name'
  if (entry.isSymbolicLink()) return 'link'
  if (systemLitter.test(name)) return 'litter'
  if (name.startsWith('.')) return 'hidden'
  return entry.isFile() || entry.isDirectory() ? undefined : 'special'
}

function isUtf8(name: Buffer): boolean {
  return Buffer.from(name.toString('utf8'), 'utf8').equals(name)
}

function nameOf(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8')
  return [...name]
    .map((byte) =>
      byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('')
}
