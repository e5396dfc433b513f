import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { discBagFolder, discNames } from '../../shared/domain/bundle-names.ts'
import { systemLitter } from './gather-files.ts'

const bagFolders: readonly string[] = Object.values(discBagFolder)
const topFiles: ReadonlySet<string> = new Set(
  Object.values(discNames).flatMap((names) => Object.values(names)),
)
const listings = ['manifest-sha256.txt', 'tagmanifest-sha256.txt']
/** What a bag of ours holds beside what its listings name (RFC 8493; ETSI EN 319 162-1 A.2). */
const unlisted = /^(tagmanifest-sha256\.txt|META-INF\/(ASiCManifest|signature)\d{3}\.(xml|p7s))$/

/**
 * Path of the first thing in a folder that no disc folder of ours holds, or undefined when all of it is ours: the
 * papers on top, and in the bag what its own manifests list. Litter of operating systems does not count.
 */
export async function foreignInDisc(folder: string): Promise<string | undefined> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && bagFolders.includes(entry.name)) {
      const foreign = await foreignInBag(join(folder, entry.name))
      if (foreign !== undefined) return `${entry.name}/${foreign}`
    } else if (!entry.isFile() || !(topFiles.has(entry.name) || systemLitter.test(entry.name))) {
      return entry.name
    }
  }
  return undefined
}

async function foreignInBag(bag: string): Promise<string | undefined> {
  const listed = new Set((await Promise.all(listings.map((name) => pathsIn(join(bag, name))))).flat())
  for (const entry of await readdir(bag, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory() || systemLitter.test(entry.name)) continue
    const path = relative(bag, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (!entry.isFile() || !(listed.has(path) || unlisted.test(path))) return path
  }
  return undefined
}

/** The paths of a BagIt manifest, RFC 8493 2.1.3; none when it cannot be read. */
async function pathsIn(manifest: string): Promise<string[]> {
  const text = await readFile(manifest, 'utf8').catch(() => '')
  return text
    .split(/\r?\n/)
    .flatMap((line) => /^\S+\s+(.+)$/.exec(line)?.[1] ?? [])
    .map((path) => path.replace(/%(25|0A|0D)/gi, (code) => decodeURIComponent(code)))
}
