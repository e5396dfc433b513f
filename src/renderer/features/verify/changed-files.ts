import type { Finding } from '../../../shared/contract/finding.ts'

/** What is shown as one entry: a finding, or a file whose change several findings tell of, each in its own terms. */
export type FoundEntry =
  | { readonly kind: 'finding'; readonly found: Finding }
  | { readonly kind: 'changed'; readonly file: string; readonly findings: readonly Finding[] }

/** Between a PDF and its signature field in the subject of a finding. */
const inside = ' › '

/** The findings in their order; those that say of one file that its content was changed become one entry, at the first. */
export function withChangedFiles(findings: readonly Finding[]): readonly FoundEntry[] {
  const byFile = new Map<string, Finding[]>()
  for (const found of findings) {
    const file = changedFileOf(found)
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), found])
  }
  const told = new Set<string>()
  return findings.flatMap((found): FoundEntry[] => {
    const file = changedFileOf(found)
    const ofFile = file === undefined ? [] : (byFile.get(file) ?? [])
    // A sum of the ZIP alone may be wrong by a broken copy.
    if (file === undefined || ofFile.every(({ code }) => code === 'zip.crc-wrong')) {
      return [{ kind: 'finding', found }]
    }
    if (told.has(file)) return []
    told.add(file)
    return [{ kind: 'changed', file, findings: ofFile }]
  })
}

function changedFileOf({ code, subject }: Finding): string | undefined {
  if (code === 'container.file-changed' || code === 'zip.crc-wrong') return subject
  // What a detached signature covers is a list; only a PDF carries the content that was signed.
  const at = subject.lastIndexOf(inside)
  return code === 'signature.content-changed' && at > 0 ? subject.slice(0, at) : undefined
}
