import type { GroupDraft } from '../../shared/domain/case-draft.ts'
import { containerName } from '../../shared/domain/container-name.ts'
import type { Item } from '../register/register.ts'

/** Code points; with three bytes each, and a number to tell twins apart, a name stays below 255 bytes. */
const maxFileName = 76
const maxFolderName = 36

/**
 * Paths of items in a case folder, by item id: a folder per group, `02_证据材料`, and in it the file's own name made safe
 * for every system. No two paths differ by letter case or Unicode form only. Safe names stay as they are.
 */
export function placeItems(
  groups: readonly Pick<GroupDraft, 'id' | 'name'>[],
  items: readonly Pick<Item, 'id' | 'groupId' | 'original'>[],
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  const taken = new Set<string>()
  groups.forEach((group, index) => {
    const number = String(index + 1).padStart(2, '0')
    const folder = containerName([number, group.name.trim()].filter(Boolean).join('_'), maxFolderName)
    for (const item of items) {
      if (item.groupId !== group.id) continue
      const name = containerName(item.original.path.split('/').at(-1) ?? '', maxFileName)
      const path = freePath(`${folder}/${name}`, taken)
      taken.add(keyOf(path))
      paths.set(item.id, path)
    }
  })
  return paths
}

function freePath(wanted: string, taken: ReadonlySet<string>): string {
  const dot = wanted.lastIndexOf('.')
  const [stem, ending] =
    dot > wanted.lastIndexOf('/') + 1 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, '']
  let path = wanted
  for (let n = 2; taken.has(keyOf(path)); n++) path = `${stem}-${n}${ending}`
  return path
}

function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
