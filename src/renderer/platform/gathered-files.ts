import type { GatheredFiles, LeftOut, PickedFile } from './platform.ts'

const systemNames: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized'])
const systemFolders: ReadonlySet<string> = new Set([
  '__macosx',
  '.spotlight-v100',
  '.trashes',
  '.fseventsd',
  '$recycle.bin',
  'system volume information',
])
const byName = new Intl.Collator('zh', { numeric: true })

/** Whether a path names what systems leave behind in folders, not something a person put there. */
export function isSystemLeftover(path: string): boolean {
  const segments = path.toLowerCase().split('/')
  const name = segments.at(-1) ?? ''
  // macOS writes `._name` beside a file on disks that cannot hold its extra attributes.
  if (systemNames.has(name) || name.startsWith('._')) return true
  return segments.slice(0, -1).some((folder) => systemFolders.has(folder))
}

/**
 * Sorts what was found: system leftovers apart unless everything is wanted, the rest in natural order, `2.jpg` before
 * `10.jpg`.
 */
export function gathered<F>(
  found: readonly PickedFile<F>[],
  unreadable: readonly string[],
  everything = false,
): GatheredFiles<F> {
  const isLeftOut = ({ path }: PickedFile<F>) => !everything && isSystemLeftover(path)
  const files = found.filter((picked) => !isLeftOut(picked))
  const leftOut: LeftOut[] = [
    ...unreadable.map((path) => ({ path, why: 'unreadable' as const })),
    ...found.filter(isLeftOut).map(({ path }) => ({ path, why: 'system' as const })),
  ]
  return { files: files.sort((a, b) => comparePaths(a.path, b.path)), leftOut }
}

/** Folder by folder, so that what lies together stays together. */
function comparePaths(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = byName.compare(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || (a < b ? -1 : 1)
}
