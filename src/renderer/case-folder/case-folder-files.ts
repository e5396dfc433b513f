import type { PickedFile } from '../platform/platform.ts'

/** A case folder among what a person chose: the files below it, by their path in it. */
export interface CaseFolderFiles {
  readonly name: string
  readonly files: ReadonlyMap<string, File>
}

const caseFile = 'case.json'

/**
 * Every case folder among chosen or dropped files: each folder with a `case.json` that lies in no other such folder.
 * What lies beside case folders is left out.
 */
export function caseFoldersIn(picked: readonly PickedFile[]): CaseFolderFiles[] {
  const prefixes = picked
    .filter(({ path }) => path === caseFile || path.endsWith(`/${caseFile}`))
    .map(({ path }) => path.slice(0, -caseFile.length))
    .sort((a, b) => a.length - b.length)
  const outermost: string[] = []
  for (const prefix of prefixes) {
    if (!outermost.some((outer) => prefix.startsWith(outer))) outermost.push(prefix)
  }
  return outermost.map((prefix) => ({
    name: prefix.split('/').at(-2) ?? caseFile,
    files: new Map(
      picked
        .filter(({ path }) => path.startsWith(prefix))
        .map(({ path, file }) => [path.slice(prefix.length), file]),
    ),
  }))
}

/** Finds files by path; a name that differs by Unicode form only is taken when the exact one is absent. */
export function fileFinder(
  files: ReadonlyMap<string, File>,
): (path: string) => { readonly path: string; readonly file: File } | undefined {
  const byForm = new Map([...files.keys()].map((path) => [path.normalize('NFC'), path]))
  return (path) => {
    const found = files.has(path) ? path : byForm.get(path.normalize('NFC'))
    const file = found === undefined ? undefined : files.get(found)
    return found === undefined || file === undefined ? undefined : { path: found, file }
  }
}

/** Files that may lie in a case folder without being listed: case-folder-v1.md, "The folder". */
export function mayGoUnlisted(path: string): boolean {
  if (path === caseFile || /^README(\.\w+)?$/i.test(path)) return true
  return path.split('/').some((part) => part.startsWith('.') || systemLitter.test(part))
}

const systemLitter = /^(Thumbs\.db|desktop\.ini|~\$.*)$/i
