import { discBagFolder } from '../../../shared/domain/bundle-names.ts'
import type { VerifySubject } from '../../engine-host/engine.ts'
import type { GatheredFiles, VerifiableFile } from '../../platform/platform.ts'

/** One thing to verify, with the name a person knows it by. */
export interface NamedSubject {
  readonly name: string
  readonly bytes: number
  readonly subject: VerifySubject
}

/** What lies on top of a bag or a signed container. */
const rootMarks: ReadonlySet<string> = new Set(['bagit.txt', 'mimetype', 'dossier.json', 'META-INF'])
const discFolders: readonly string[] = Object.values(discBagFolder)

/**
 * What a drop or choice holds: each file by itself, each folder as one. The loose contents of a bag or of a disc, dropped
 * all together, are the one thing they come from; `looseName` is what to call it.
 */
export function subjectsOf(
  { files, leftOut }: GatheredFiles<VerifiableFile>,
  looseName: string,
): readonly NamedSubject[] {
  const unreadable = leftOut.filter(({ why }) => why === 'unreadable').map(({ path }) => path)
  const paths = [...files.map(({ path }) => path), ...unreadable]
  const tops = [...new Set(paths.map(topOf))]
  const isFolder = (top: string) => paths.some((path) => path.startsWith(`${top}/`))
  const looseFiles = tops.filter((top) => !isFolder(top))
  const cameLoose =
    tops.length > 1 &&
    (tops.some((top) => rootMarks.has(top)) ||
      (looseFiles.length > 0 && tops.some((top) => discFolders.includes(top))))
  if (cameLoose) return [folder(looseName, '', files, unreadable)]
  return tops.map((top): NamedSubject => {
    if (isFolder(top)) return folder(top, `${top}/`, files, unreadable)
    const file = files.find(({ path }) => path === top)?.file
    // What cannot even be opened is told as the one thing that could not be read.
    return file ? { name: top, bytes: file.size, subject: { kind: 'file', file } } : unopened(top)
  })
}

/** A folder without any file: verified too, so that the person is told. */
export function emptyFolder(name: string): NamedSubject {
  return { name, bytes: 0, subject: { kind: 'folder', files: new Map() } }
}

function unopened(name: string): NamedSubject {
  return { name, bytes: 0, subject: { kind: 'folder', files: new Map(), unreadable: [name] } }
}

function topOf(path: string): string {
  return path.split('/')[0] ?? path
}

function folder(
  name: string,
  prefix: string,
  files: GatheredFiles<VerifiableFile>['files'],
  unreadable: readonly string[],
): NamedSubject {
  const inside = files.filter(({ path }) => path.startsWith(prefix))
  const within = (path: string) => path.slice(prefix.length)
  return {
    name,
    bytes: inside.reduce((sum, { file }) => sum + file.size, 0),
    subject: {
      kind: 'folder',
      files: new Map(inside.map(({ path, file }) => [within(path), file])),
      unreadable: unreadable.filter((path) => path.startsWith(prefix)).map(within),
    },
  }
}
